import type { ComponentChildren } from "preact";
import { addressOf, paths } from "../addresses.js";
import { askApart } from "../asking/ask-apart.js";
import type { Page } from "../page/page.js";
import { Sections } from "../parts/sections.js";
import { portalActivePartners } from "./active-partners.operation.js";
import { Deprecations } from "./deprecations.js";
import { Doors } from "./doors.js";
import { Downloads } from "./downloads.js";
import { ByHash, Examples } from "./examples-part.js";
import { askedByExamples } from "./examples.js";
import { LicencePart } from "./licence-part.js";
import { Limits } from "./limits.js";
import { Releases } from "./releases.js";
import { developersWords } from "./words.js";

const sections = [
  "downloads",
  "explorer",
  "examples",
  "byHash",
  "doors",
  "releases",
  "limits",
  "deprecations",
  "licence",
] as const;

/** How the data are downloaded, asked by program, and what is promised of them. */
export const developersPage: Page = {
  name: "developers",
  path: paths.developers,
  async show({ language, ask, publicUrl, settings }) {
    const say = developersWords(language);
    const { data, lost } = await askApart(ask, portalActivePartners, askedByExamples);
    const asked = { publicUrl, language };
    const bodies: Readonly<Record<(typeof sections)[number], ComponentChildren>> = {
      downloads: <Downloads language={language} />,
      explorer: (
        <>
          <p>
            {say("explorerText")} {say("explorerLimit")}
          </p>
          <ul>
            <li>
              <a href="/explorer/">{say("explorerLink")}</a>
            </li>
            <li>
              <a href={addressOf(language, "schemaReference")}>{say("reference")}</a>
            </li>
            <li>
              <a href={addressOf(language, "changeLog")}>{say("changeLog")}</a>
            </li>
          </ul>
        </>
      ),
      examples: <Examples {...asked} answer={data} />,
      byHash: <ByHash {...asked} isRestricted={settings.isRestricted} />,
      doors: <Doors language={language} isTrialIssuer={settings.isTrialIssuer} />,
      releases: <Releases language={language} />,
      limits: <Limits settings={settings} language={language} />,
      deprecations: <Deprecations language={language} />,
      licence: <LicencePart settings={settings} language={language} />,
    };
    return {
      title: say("title"),
      description: say("description"),
      isPartial: lost.length > 0,
      islands: ["copy"],
      body: (
        <>
          <p>{say("lead")}</p>
          <Sections names={sections} headings={say} bodies={bodies} label={say("onThisPage")} />
        </>
      ),
    };
  },
};
