import { addressOf, paths } from "../../../addresses.js";
import { numberIn } from "../../../figures/numbers.js";
import type { Language } from "../../../language.js";
import { Scroll } from "../../../parts/scroll.js";
import { SyntheticMark } from "../../../parts/shown-value.js";
import { Text } from "../../../parts/text.js";
import type { WorkspacePage } from "../../workspace-page.js";
import { findRelease, type Release } from "../release/find-release.js";
import { researchCrumbs } from "../release/release.page.js";
import { labelOf } from "../release/risk.js";
import { codeWords, conditionParameter, Conditions, conditionsOf } from "./conditions.js";
import { portalRecordCounts, type PortalRecordCountsQuery } from "./counts.operation.js";
import { readingWords } from "./words.js";

const groupParameter = { fr: "selon", en: "by" } as const;

/** How many records there are of each kind. */
export const countsPage: WorkspacePage = {
  name: "research counts",
  path: paths.researchCounts,
  query: { condition: conditionParameter, by: groupParameter },
  scopes: ["research:read"],
  async show({ language, params, query, ask }) {
    const release = await findRelease(ask, params.code);
    if (release === null) return null;
    const say = readingWords(language);
    const given = query.condition ?? [];
    const columns = release.columns.map(({ column }) => column);
    const groupBy = columns.filter((column) => query.by?.includes(column));
    const counted =
      groupBy.length === 0
        ? null
        : (
            await ask(portalRecordCounts, {
              release: release.code,
              groupBy,
              filter: conditionsOf(release, given),
            })
          ).data.partnerRecordCounts;
    return {
      title: say("countsTitle", { title: release.title }),
      crumbs: researchCrumbs(language, release),
      body: (
        <>
          <form method="get" action={addressOf(language, "researchCounts", { code: release.code })}>
            <fieldset>
              <legend>{say("groupBy")}</legend>
              {release.columns.map(({ column, label }) => (
                <p class="tick" key={column}>
                  <input
                    type="checkbox"
                    id={`by-${column}`}
                    name={groupParameter[language]}
                    value={column}
                    checked={groupBy.includes(column)}
                  />{" "}
                  <label for={`by-${column}`}>
                    <Text of={label} language={language} />
                  </label>
                </p>
              ))}
            </fieldset>
            <Conditions language={language} release={release} given={given} />
            <p>
              <button type="submit">{say("apply")}</button>
            </p>
          </form>
          {counted === null ? (
            <p>{say("chooseGroup")}</p>
          ) : (
            <Counts language={language} release={release} counted={counted} />
          )}
        </>
      ),
    };
  },
};

interface CountsProps {
  readonly language: Language;
  readonly release: Release;
  readonly counted: PortalRecordCountsQuery["partnerRecordCounts"];
}

const Counts = ({ language, release, counted }: CountsProps) => {
  const say = readingWords(language);
  const { columns, groups, totalCount } = counted;
  return (
    <>
      <p class="notice">{say("accounted")}</p>
      {counted.origin === "SYNTHETIC" && (
        <p>
          <SyntheticMark language={language} />
        </p>
      )}
      <Scroll label={say("countsCaption")}>
        <table>
          <caption>{say("countsCaption")}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {labelOf(release, column, language)}
                </th>
              ))}
              <th scope="col" class="number">
                {say("count")}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ values, count }) => (
              <tr key={values.join("|")}>
                {columns.map((column, place) => (
                  <td key={column}>{codeWords(release, column, values[place] ?? null, language)}</td>
                ))}
                <Count language={language} count={count} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={columns.length}>
                {say("sum")}
              </th>
              <Count language={language} count={totalCount} />
            </tr>
          </tfoot>
        </table>
      </Scroll>
    </>
  );
};

const Count = ({ language, count }: { readonly language: Language; readonly count: number }) => (
  <td class="number">
    <data value={String(count)}>{numberIn(language, count)}</data>
  </td>
);
