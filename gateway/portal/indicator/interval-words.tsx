import type { Language } from "../language.js";
import { Placed, slot } from "../parts/placed.js";
import { Amount } from "../parts/shown-value.js";
import type { ProvinceValue } from "./values-shown.js";
import { indicatorWords } from "./words.js";

/** Both ends of an interval; nothing where there is none. */
export const IntervalWords = ({
  of,
  language,
}: {
  readonly of: Pick<ProvinceValue, "interval" | "unit">;
  readonly language: Language;
}) => {
  if (!of.interval) return null;
  const ends = [of.interval.low, of.interval.high].map((end) => (
    <Amount amount={end} of={of} language={language} />
  ));
  return (
    <Placed text={indicatorWords(language)("intervalOf", { low: slot(0), high: slot(1) })} nodes={ends} />
  );
};
