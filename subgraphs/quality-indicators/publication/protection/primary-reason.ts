import { numberGiven } from "../../computation/units-of.js";
import type { CandidateRow } from "../candidate-row.js";
import type { DisclosurePolicy } from "../../disclosure/disclosure-policy.js";
import { judgeCount, judgeMagnitude } from "../../disclosure/primary-rules.js";
import { isSensitive, partsOfWholes } from "./counted-persons.js";
import type { Line } from "./few-offices.js";
import type { ToldRow, ToldRows } from "./told-row.js";

/** The numbers that the offices of a line put into it, each office's added up. */
export function amountsOf({ told, offices }: Line): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const [office, parts] of told.parts) {
    if (offices !== null && !offices.has(office)) continue;
    amounts.set(
      office,
      parts.reduce((sum, { number, times }) => sum + times * (number ?? 0), 0),
    );
  }
  return amounts;
}

const totalOf = (amounts: ReadonlyMap<string, number>): number =>
  [...amounts.values()].reduce((sum, amount) => sum + amount, 0);

/**
 * Why a row is withheld whatever else is shown; null where it may be shown. The reason is the same as that of a row
 * withheld to protect another: which of the two it is would narrow what a contributor can compute.
 */
export function primaryReason(
  { row, measure }: CandidateRow,
  told: ToldRow,
  rows: ToldRows,
  policy: DisclosurePolicy,
): string | null {
  if (told.isOpen) return "PROTECTED";
  for (const line of told.ofPersons) {
    const value = totalOf(amountsOf(line));
    if (judgeCount({ value, isSensitive: isSensitive(line.told.question) }, policy)) return "PROTECTED";
  }
  if (row.level === "ESTABLISHMENT" && hasSmallComplement(told, rows, policy)) return "PROTECTED";
  if (measure.kind === "DISTRIBUTION" && rows.countsPersons(measure.question)) {
    // The smallest one is a count of one office.
    const isSmall = rows.of.answers.units.OFFICES.some((unit) => {
      const value = numberGiven(unit, measure.question);
      return value !== null && judgeCount({ value, isSensitive: isSensitive(measure.question) }, policy);
    });
    if (isSmall) return "PROTECTED";
  }
  return told.ofOffices.some((line) => isDominated(line, policy)) ? "PROTECTED" : null;
}

/** True when one office puts so much into a sum that the next largest one can guess it. */
export function isDominated(line: Line, policy: DisclosurePolicy): boolean {
  if (line.told.reading !== "SUM") return false;
  const amounts = [...amountsOf(line).values()];
  const value = amounts.reduce((sum, amount) => sum + amount, 0);
  return judgeMagnitude({ value, contributors: amounts }, policy) !== null;
}

// A count beside an establishment's name tells its complement as soon as both are known.
function hasSmallComplement({ ofPersons }: ToldRow, { of }: ToldRows, policy: DisclosurePolicy): boolean {
  return partsOfWholes.some(({ part, whole }) => {
    const read = ofPersons.filter(({ told }) => told.question === part || told.question === whole);
    const offices = new Set(read.flatMap((line) => [...amountsOf(line).keys()]));
    const units = of.answers.units.OFFICES.filter(({ office }) => offices.has(office));
    const sum = (question: string): number[] => units.flatMap((unit) => numberGiven(unit, question) ?? []);
    const [parts, wholes] = [sum(part), sum(whole)];
    if (parts.length === 0 || wholes.length === 0) return false;
    const total = (numbers: readonly number[]): number => numbers.reduce((left, right) => left + right, 0);
    return [total(parts), total(wholes), total(wholes) - total(parts)].some(
      (value) => value >= 0 && judgeCount({ value }, policy) !== null,
    );
  });
}
