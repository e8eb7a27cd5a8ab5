import { canonicalJson } from "../../shared/canonical-json.js";
import type { CampaignAnswers } from "../computation/campaign-answers.js";
import type { CountedUnit } from "../computation/counted-unit.js";
import { numberGiven, officesOf, unitsOf } from "../computation/units-of.js";
import { type Filter, holds, questionFiltersIn } from "../computation/filter.js";
import type { Measure } from "../computation/measure.js";
import type { Units } from "../computation/office-answers.js";
import type { ApprovedAnswers } from "./publication-input.js";

/** What one office put into a magnitude. */
export interface Part {
  readonly numbers: string;
  readonly isReal: boolean;
}

/** What a published magnitude tells: who put what into it. */
export interface ToldMagnitude {
  /** The question and the way of adding up: only magnitudes of the same can be added and subtracted. */
  readonly of: string;
  /** Of whom, where that alone makes two magnitudes worth comparing; null where they always are. */
  readonly among: string | null;
  /** The questions that a share is about: two on none in common are not compared, however they are worded. */
  readonly reads: readonly string[];
  readonly parts: ReadonlyMap<string, Part>;
}

/** Answers, and which of them are real. */
export interface Answered {
  readonly answers: CampaignAnswers;
  readonly realOffices: ReadonlySet<string>;
}

/** The answers that some offices gave, and which of them are real. */
export const answered = (answers: CampaignAnswers, submissions: readonly ApprovedAnswers[]): Answered => ({
  answers,
  realOffices: new Set(submissions.filter(({ synthetic }) => !synthetic).map(({ office }) => office)),
});

/**
 * What a measure tells of the answers behind it, derived from its questions and its filter: each of its sums, its
 * count, or its range. A share of everybody tells what offices are, and is compared only with a share of others.
 */
export function magnitudesOf(measure: Measure, { answers, realOffices }: Answered): ToldMagnitude[] {
  const where = "where" in measure ? (measure.where ?? null) : null;
  const told = (of: string, units: readonly CountedUnit[], put: Put) => ({
    of,
    among: null,
    reads: [],
    parts: partsOf(units, put, realOffices),
  });
  const share = (of: Filter, units: readonly CountedUnit[]): ToldMagnitude => ({
    ...told("share", units, (unit) => String(holds(of, unit))),
    among: canonicalJson(where),
    reads: questionFiltersIn(of).map(({ question }) => question),
  });
  const units = (sort: SortOfUnits): readonly CountedUnit[] =>
    unitsOf(answers, { units: sort ?? null, where });
  switch (measure.kind) {
    case "COVERAGE":
    case "REGISTER_SHARE":
    case "REGISTER_BY_STATUS":
      return [];
    case "COUNT":
      return [told("count", units(measure.units), () => "1")];
    case "SHARE":
      return [share(measure.of, units(measure.units))];
    case "SHARE_BY_CHOICE":
      return answers
        .choicesOf(measure.question)
        .map((choice) => share({ question: measure.question, choice }, units(measure.units)));
    case "DISTRIBUTION":
      return [told(`range ${measure.question}`, units(measure.units), given(measure.question))];
    case "SUM":
    case "MEAN":
      return [told(`sum ${measure.question}`, units(measure.units), given(measure.question))];
    case "RATE":
      return sumsOf([measure.numerator, measure.denominator], units, told);
    case "COMPOSITION":
      return sumsOf(
        measure.parts.map(({ question }) => ({ question, units: measure.units })),
        units,
        told,
      );
  }
}

type Put = (unit: CountedUnit) => string | null;
type SortOfUnits = Units | null | undefined;

const given =
  (question: string): Put =>
  (unit) =>
    numberGiven(unit, question)?.toString() ?? null;

/** The sums of several questions over the offices that answered all of them. */
function sumsOf(
  terms: readonly { readonly question: string; readonly units?: SortOfUnits }[],
  units: (sort: SortOfUnits) => readonly CountedUnit[],
  told: (of: string, units: readonly CountedUnit[], put: Put) => ToldMagnitude,
): ToldMagnitude[] {
  const givers = terms
    .map((term) => officesOf(units(term.units).filter((unit) => numberGiven(unit, term.question) !== null)))
    .map((offices) => new Set(offices));
  return terms.map((term) =>
    told(
      `sum ${term.question}`,
      units(term.units).filter(({ office }) => givers.every((offices) => offices.has(office))),
      given(term.question),
    ),
  );
}

function partsOf(
  units: readonly CountedUnit[],
  put: Put,
  realOffices: ReadonlySet<string>,
): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const unit of units) {
    const number = put(unit);
    if (number === null) continue;
    const before = parts.get(unit.office);
    const numbers = before ? `${before.numbers} ${number}` : number;
    parts.set(unit.office, { numbers, isReal: realOffices.has(unit.office) });
  }
  return parts;
}
