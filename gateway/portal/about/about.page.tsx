import type { ComponentChildren } from "preact";
import { addressOf, paths } from "../addresses.js";
import { askApart } from "../asking/ask-apart.js";
import type { Language } from "../language.js";
import type { Page } from "../page/page.js";
import { LostPart } from "../parts/lost-part.js";
import { Sections } from "../parts/sections.js";
import { type PortalAboutQuery, portalAbout } from "./about.operation.js";
import { CoConstruction } from "./co-construction.js";
import { Contact } from "./contact.js";
import { Method } from "./method.js";
import { Privacy } from "./privacy.js";
import { Sources } from "./sources.js";
import { aboutWords } from "./words.js";

const sections = [
  "sources",
  "method",
  "contradictions",
  "privacy",
  "coConstruction",
  "synthetic",
  "contact",
] as const;
type Section = (typeof sections)[number];

/** Where the figures come from, how they are made, what is hidden and why. */
export const aboutPage: Page = {
  name: "about",
  path: paths.about,
  async show({ language, ask, settings }) {
    const say = aboutWords(language);
    const { data, lost } = await askApart(ask, portalAbout, {});
    const told = (show: (data: PortalAboutQuery) => ComponentChildren): ComponentChildren =>
      data ? show(data) : <LostPart language={language} />;
    const bodies: Readonly<Record<Section, ComponentChildren>> = {
      sources: (
        <>
          <p>{say("sourcesLead")}</p>
          {told(({ sources }) => (
            <Sources of={sources} language={language} />
          ))}
        </>
      ),
      method: told((all) => <Method data={all} language={language} />),
      contradictions: told(({ contradictions }) => (
        <Contradictions of={contradictions} language={language} />
      )),
      privacy: <Privacy of={data?.qualityIndicators ?? null} language={language} />,
      coConstruction: told((all) => <CoConstruction data={all} language={language} />),
      synthetic: <p>{say("syntheticText")}</p>,
      contact: <Contact contact={settings.contact} language={language} />,
    };
    return {
      title: say("title"),
      description: say("description"),
      isPartial: lost.length > 0,
      body: (
        <>
          <p>{say("lead")}</p>
          <Sections names={sections} headings={say} bodies={bodies} label={say("onThisPage")} />
        </>
      ),
    };
  },
};

const Contradictions = ({
  of,
  language,
}: {
  readonly of: PortalAboutQuery["contradictions"];
  readonly language: Language;
}) => {
  const say = aboutWords(language);
  const open = of.filter(({ resolution }) => resolution === "OPEN").length;
  return (
    <>
      <p>{say("contradictionsText", { count: of.length, open })}</p>
      <p>
        <a href={addressOf(language, "contradictions")}>{say("contradictionsLink")}</a>
      </p>
    </>
  );
};
