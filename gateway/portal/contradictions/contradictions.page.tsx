import { addressOf, paths } from "../addresses.js";
import type { Language } from "../language.js";
import type { Page } from "../page/page.js";
import { Contradiction } from "../parts/contradictions.js";
import { Text } from "../parts/text.js";
import { wordFor } from "../parts/words.js";
import { type PortalContradictionsQuery, portalContradictions } from "./contradictions.operation.js";
import { contradictionsWords } from "./words.js";

type Told = PortalContradictionsQuery["contradictions"][number];
type Indicator = NonNullable<PortalContradictionsQuery["publishedFigures"][number]["qualityIndicator"]>;

/** Every contradiction of the sources, each under an anchor of its own: /contradictions#K2. */
export const contradictionsPage: Page = {
  name: "contradictions",
  path: paths.contradictions,
  async show({ language, ask }) {
    const say = contradictionsWords(language);
    const { data, lost } = await ask(portalContradictions, {});
    const all = [...data.contradictions].sort((one, other) => numberOf(one) - numberOf(other));
    const indicatorOf = new Map(
      data.publishedFigures.map((figure) => [figure.code, figure.qualityIndicator]),
    );
    const resolved = (resolution: Told["resolution"]): number =>
      all.filter((told) => told.resolution === resolution).length;
    return {
      title: say("title"),
      description: say("description"),
      isPartial: lost.length > 0,
      body: (
        <>
          <p>{say("lead")}</p>
          <p>
            {all.length === 0
              ? say("none")
              : say("count", {
                  count: all.length,
                  open: resolved("OPEN"),
                  explained: resolved("EXPLAINED"),
                  corrected: resolved("CORRECTED"),
                })}{" "}
            {say("openMeans")} {say("deduced")}
          </p>
          <h2>{say("list")}</h2>
          <ul class="contradiction-list">
            {all.map((told) => (
              <li key={told.id}>
                <a href={`#${told.id}`}>
                  {told.id} · <Text of={told.title} language={language} />
                </a>{" "}
                <span class="mark">{shortResolution(language, told.resolution)}</span>
              </li>
            ))}
          </ul>
          <h2>{say("details")}</h2>
          {all.map((told) => (
            <div key={told.id}>
              <Contradiction of={told} language={language} documents={data.sources} level={3} />
              <Indicators of={indicatorsOf(told, indicatorOf)} language={language} />
            </div>
          ))}
        </>
      ),
    };
  },
};

const numberOf = ({ id }: Told): number => Number(/\d+/.exec(id)?.[0] ?? 0);

// The first word: what it means is said above the list.
const shortResolution = (language: Language, resolution: Told["resolution"]): string =>
  /^\p{L}+/u.exec(wordFor(language, "ContradictionResolution", resolution))?.[0] ?? resolution;

function indicatorsOf(
  { sides }: Told,
  indicatorOf: ReadonlyMap<string, Indicator | null>,
): readonly Indicator[] {
  const byCode = new Map<string, Indicator>();
  for (const { figure } of sides) {
    const indicator = figure === null ? null : indicatorOf.get(figure);
    if (indicator) byCode.set(indicator.code, indicator);
  }
  return [...byCode.values()];
}

const Indicators = ({ of, language }: { readonly of: readonly Indicator[]; readonly language: Language }) =>
  of.length === 0 ? null : (
    <p>
      {contradictionsWords(language)("about")}{" "}
      {of.map(({ code, name }, rank) => (
        <span key={code}>
          {rank > 0 && ", "}
          <a href={addressOf(language, "indicator", { code })}>
            <Text of={name} language={language} />
          </a>
        </span>
      ))}
    </p>
  );
