import { addressOf, paths } from "../../../addresses.js";
import { dayIn, numberIn } from "../../../figures/numbers.js";
import type { Language } from "../../../language.js";
import type { Crumb } from "../../../page/page.js";
import { SyntheticMark } from "../../../parts/shown-value.js";
import { Text } from "../../../parts/text.js";
import { workspaceWords } from "../../words.js";
import type { WorkspacePage } from "../../workspace-page.js";
import { researchWords } from "../words.js";
import { Dictionary } from "./dictionary.js";
import { findRelease, type Release } from "./find-release.js";
import { Risk } from "./risk.js";
import { releaseWords } from "./words.js";

/** One release: what it holds, what its risk is, and the ways to read it. */
export const releasePage: WorkspacePage = {
  name: "research release",
  path: paths.researchRelease,
  scopes: ["research:read"],
  async show({ language, params, ask }) {
    const release = await findRelease(ask, params.code);
    if (release === null) return null;
    const say = releaseWords(language);
    return {
      title: release.title,
      crumbs: researchCrumbs(language),
      body: (
        <>
          {release.origin === "SYNTHETIC" && (
            <p>
              <SyntheticMark language={language} />
            </p>
          )}
          <Facts language={language} release={release} />
          {release.status === "APPROVED" && <Ways language={language} code={release.code} />}
          <h2>{say("riskTitle")}</h2>
          <Risk language={language} release={release} />
          <h2>{say("dictionaryTitle")}</h2>
          <Dictionary language={language} release={release} />
        </>
      ),
    };
  },
};

/** The way to a page of the research room. */
export const researchCrumbs = (language: Language, release?: Pick<Release, "code" | "title">): Crumb[] => [
  { label: workspaceWords(language)("workspace"), href: addressOf(language, "workspace") },
  { label: researchWords(language)("title"), href: addressOf(language, "research") },
  ...(release
    ? [{ label: release.title, href: addressOf(language, "researchRelease", { code: release.code }) }]
    : []),
];

interface ReleaseProps {
  readonly language: Language;
  readonly release: Release;
}

const Facts = ({ language, release }: ReleaseProps) => {
  const say = releaseWords(language);
  const { purpose, licence, method, citation, reassessOn, approvedAt } = release;
  const texts = [
    ["purpose", purpose],
    ["licence", licence],
    ["citation", citation],
    ["method", method],
  ] as const;
  return (
    <dl class="told-facts">
      <dt>{say("version")}</dt>
      <dd>
        {release.version} <code>{release.code}</code>
      </dd>
      <dt>{say("state")}</dt>
      <dd>{say(release.status, { day: approvedAt ? dayIn(language, approvedAt) : "" })}</dd>
      <dt>{say("built")}</dt>
      <dd>{dayIn(language, release.createdAt)}</dd>
      {reassessOn && (
        <>
          <dt>{say("reassess")}</dt>
          <dd>{dayIn(language, reassessOn)}</dd>
        </>
      )}
      {texts.map(
        ([name, text]) =>
          text && (
            <>
              <dt>{say(name)}</dt>
              <dd>
                <Text of={text} language={language} />
              </dd>
            </>
          ),
      )}
      <Changes language={language} release={release} />
    </dl>
  );
};

const Changes = ({ language, release: { previous, changes } }: ReleaseProps) => {
  if (previous === null || changes === null) return null;
  const say = releaseWords(language);
  const { columnsAdded: added, columnsRemoved: removed } = changes;
  return (
    <>
      <dt>{say("previous")}</dt>
      <dd>
        <code>{previous}</code>{" "}
        {say("changes", {
          before: numberIn(language, changes.recordsBefore),
          after: numberIn(language, changes.records),
          kBefore: changes.kBefore,
          k: changes.k,
        })}
        {added.length > 0 && ` ${say("changesAdded", { columns: added.join(", ") })}`}
        {removed.length > 0 && ` ${say("changesRemoved", { columns: removed.join(", ") })}`}
      </dd>
    </>
  );
};

const Ways = ({ language, code }: { readonly language: Language; readonly code: string }) => {
  const say = releaseWords(language);
  const file = (ending: string): string =>
    addressOf(language, "researchFile", { code, file: `${code}.${ending}` });
  return (
    <>
      <h2>{say("readTitle")}</h2>
      <p class="notice">{researchWords(language)("accounted")}</p>
      <ul>
        <li>
          <a href={addressOf(language, "researchCounts", { code })}>{say("counts")}</a>
        </li>
        <li>
          <a href={addressOf(language, "researchRecords", { code })}>{say("records")}</a>
        </li>
      </ul>
      <h3>{say("filesTitle")}</h3>
      <p>{say("filesLead")}</p>
      <ul>
        {(["csv", "ndjson", "parquet"] as const).map((ending) => (
          <li key={ending}>
            <a href={file(ending)} download>
              {say(ending)}
            </a>
          </li>
        ))}
        <li>
          <a href={file("dictionary.json")} download>
            {say("dictionary")}
          </a>
        </li>
      </ul>
    </>
  );
};
