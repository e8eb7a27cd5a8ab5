import type { CampaignAnswers } from "./campaign-answers.js";
import type { CountedUnit } from "./counted-unit.js";
import { type Filter, holds } from "./filter.js";
import type { Units } from "./office-answers.js";

/** The units that a measure counts: of the sort that it names, or the campaign's own, for which its filter holds. */
export const unitsOf = (
  { units, base }: CampaignAnswers,
  { units: named, where }: { readonly units?: Units | null; readonly where?: Filter | null },
): readonly CountedUnit[] => {
  const every = units[named ?? base];
  return where ? every.filter((unit) => holds(where, unit)) : every;
};

/** The number that a unit gave for a question, or null; of several the first one counts. */
export const numberGiven = (unit: CountedUnit, question: string): number | null =>
  unit.answersTo(question).find(({ number }) => typeof number === "number")?.number ?? null;

/** The units that gave a number for a question, with it. */
export const numbersGiven = (
  units: readonly CountedUnit[],
  question: string,
): { readonly office: string; readonly number: number }[] =>
  units.flatMap((unit) => {
    const number = numberGiven(unit, question);
    return number === null ? [] : [{ office: unit.office, number }];
  });

/** The offices of some units, each once. */
export const officesOf = (units: readonly { readonly office: string }[]): string[] => [
  ...new Set(units.map(({ office }) => office)),
];
