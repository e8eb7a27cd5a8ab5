import { numberIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { unitNoun } from "../parts/words.js";
import { digitsOf, type ValueClass } from "./equal-classes.js";
import { patternOf } from "./patterns.js";
import type { MapMeasure, TileState, TileValue } from "./region-values.js";
import { mapWords } from "./words.js";

const percent = { fr: "\u00a0%", en: "%" } as const;

/** The bounds of each class, and what the patterns mean. */
export const Legend = ({
  language,
  of,
  patterns = ["masked", "absent"],
}: {
  readonly language: Language;
  readonly of: MapMeasure<TileValue>;
  /** What stands where a value could; none where every region has one. */
  readonly patterns?: readonly ("masked" | "absent")[];
}) => {
  const say = mapWords(language);
  const unit = of.regions.find(({ value }) => value !== null)?.value?.unit ?? null;
  const nounOf = ({ from, to }: ValueClass): string =>
    unit === null
      ? ""
      : unit === "PERCENT"
        ? percent[language]
        : ` ${unitNoun(language, unit, from === to ? to : 2)}`;
  return (
    <div class="legend">
      <h3>{say("legend")}</h3>
      <ul>
        {of.classes.map((one, rank) => (
          <li key={one.to}>
            <Swatch kind={`class-${rank + 1}`} />
            {bounds(one, rank, of.classes, language)}
            {nounOf(one)}
          </li>
        ))}
        {patterns.map((kind) => (
          <li key={kind}>
            <Swatch kind={kind} />
            {say(kind === "masked" ? "maskedName" : "absent")}
          </li>
        ))}
      </ul>
      <p>{of.classes.length > 0 ? say("classes") : say("noClass")}</p>
    </div>
  );
};

const Swatch = ({ kind }: { readonly kind: string }) => (
  <svg class="swatch" aria-hidden="true" viewBox="0 0 36 24">
    <g class={`tile ${kind}`}>
      <rect class="outline" x="1" y="1" width="34" height="22" fill={patternOf(kind as TileState["kind"])} />
    </g>
  </svg>
);

function bounds(
  { from, to }: ValueClass,
  rank: number,
  classes: readonly ValueClass[],
  language: Language,
): string {
  const written = (bound: number) => numberIn(language, bound, digitsOf(classes));
  if (from === to) return written(to);
  return mapWords(language)(rank === 0 ? "classFrom" : "classAbove", {
    from: written(from),
    to: written(to),
  });
}
