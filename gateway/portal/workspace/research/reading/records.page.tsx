import { addressOf, paths } from "../../../addresses.js";
import type { Language } from "../../../language.js";
import { Scroll } from "../../../parts/scroll.js";
import { SyntheticMark } from "../../../parts/shown-value.js";
import { wordsOf } from "../../../parts/text.js";
import type { WorkspacePage } from "../../workspace-page.js";
import { findRelease, type Release } from "../release/find-release.js";
import { researchCrumbs } from "../release/release.page.js";
import { codeWords, conditionParameter, Conditions, conditionsOf } from "./conditions.js";
import { portalRecords, type PortalRecordsQuery } from "./records.operation.js";
import { readingWords } from "./words.js";

const afterParameter = { fr: "apres", en: "after" } as const;

/** The records of a release, page by page; never a raw one. */
export const recordsPage: WorkspacePage = {
  name: "research records",
  path: paths.researchRecords,
  query: { condition: conditionParameter, after: afterParameter },
  scopes: ["research:read"],
  async show({ language, params, query, ask }) {
    const release = await findRelease(ask, params.code);
    if (release === null) return null;
    const say = readingWords(language);
    const given = query.condition ?? [];
    const [after = null] = query.after ?? [];
    const { data } = await ask(portalRecords, {
      release: release.code,
      after,
      filter: conditionsOf(release, given),
    });
    const { edges, pageInfo, totalCount, origin } = data.partnerRecords;
    const here = (more: readonly (readonly [string, string])[]): string =>
      addressOf(language, "researchRecords", { code: release.code }, [
        ...given.map((value) => [conditionParameter[language], value] as const),
        ...more,
      ]);
    return {
      title: say("recordsTitle", { title: release.title }),
      crumbs: researchCrumbs(language, release),
      body: (
        <>
          <p class="notice">{say("accounted")}</p>
          <form method="get" action={addressOf(language, "researchRecords", { code: release.code })}>
            <Conditions language={language} release={release} given={given} />
            <p>
              <button type="submit">{say("apply")}</button>
            </p>
          </form>
          <p>
            {say("total", { count: totalCount })}{" "}
            {origin === "SYNTHETIC" && <SyntheticMark language={language} />}
          </p>
          {edges.length > 0 && <Records language={language} release={release} edges={edges} />}
          <p>
            {after !== null && <a href={here([])}>{say("restart")}</a>}{" "}
            {pageInfo.hasNextPage && pageInfo.endCursor && (
              <a href={here([[afterParameter[language], pageInfo.endCursor]])}>{say("next")}</a>
            )}
          </p>
        </>
      ),
    };
  },
};

type Edge = PortalRecordsQuery["partnerRecords"]["edges"][number];

const Records = ({
  language,
  release,
  edges,
}: {
  readonly language: Language;
  readonly release: Release;
  readonly edges: readonly Edge[];
}) => {
  const say = readingWords(language);
  return (
    <Scroll label={say("caption", { shown: edges.length })}>
      <table>
        <caption>{say("caption", { shown: edges.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("rowId")}</th>
            {release.columns.map(({ column, label }) => (
              <th scope="col" key={column}>
                {wordsOf(label, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {edges.map(({ node }) => (
            <tr key={node.rowId}>
              <th scope="row">
                <code>{node.rowId}</code>
              </th>
              {release.columns.map(({ column }) => (
                <td key={column}>
                  {codeWords(release, column, node[column as keyof typeof node], language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
