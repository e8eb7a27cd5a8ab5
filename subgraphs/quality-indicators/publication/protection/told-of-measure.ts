import { canonicalJson } from "../../../shared/canonical-json.js";
import type { CampaignAnswers } from "../../computation/campaign-answers.js";
import type { CountedUnit } from "../../computation/counted-unit.js";
import { type Filter, questionFiltersIn } from "../../computation/filter.js";
import type { Measure, Term } from "../../computation/measure.js";
import type { Units } from "../../computation/office-answers.js";
import { numberGiven, officesOf, unitsOf } from "../../computation/units-of.js";
import { type UnitNames, unitNames } from "./counted-unit-names.js";
import { type Polynomial, polynomialOf } from "./filter-polynomial.js";
import type { Told, ToldOfQuestion, ToldPart } from "./told-part.js";

/** The answers that figures are told of, and which numbers of theirs are known beside each office's name. */
export interface ToldAnswers {
  readonly answers: CampaignAnswers;
  readonly names: UnitNames;
  readonly isKnownByOffice: (question: string) => boolean;
  readonly sameTotals: readonly SameTotal[];
}

/** Numbers of a form that must add up to the same total. */
export interface SameTotal {
  readonly questions: readonly string[];
  readonly other: readonly string[];
}

/** The answers as figures tell them. */
export const toldAnswers = (
  answers: CampaignAnswers,
  isKnownByOffice: (question: string) => boolean,
  sameTotals: readonly SameTotal[],
): ToldAnswers => ({ answers, names: unitNames(answers), isKnownByOffice, sameTotals });

/** What the figure of a measure that has a category tells of the answers behind it. */
export function toldOf(measure: Measure, category: string | null, of: ToldAnswers): Told {
  const where = "where" in measure ? (measure.where ?? null) : null;
  const told = (...parts: (readonly ToldOfQuestion[] | null)[]): Told =>
    parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
  switch (measure.kind) {
    case "REGISTER_SHARE":
    case "REGISTER_BY_STATUS":
      return [];
    case "COVERAGE":
      return measure.onTime ? [toldOfPunctuality(of)] : [];
    case "COUNT":
      return told([headCountOf(of, measure.units, where)], countOf(of, measure.units, where));
    case "SHARE":
      return told(
        countOf(of, measure.units, where),
        countOf(of, measure.units, where ? { all: [where, measure.of] } : measure.of),
      );
    case "SHARE_BY_CHOICE": {
      const { question } = measure;
      const ticked: Filter =
        category === "DOES_NOT_KNOW" ? { question, missing: category } : { question, choice: category ?? "" };
      return told(
        countOf(of, measure.units, where),
        countOf(of, measure.units, where ? { all: [where, ticked] } : ticked),
      );
    }
    case "SUM":
    case "MEAN":
      return numbersOf(of, [measure], where, "SUM");
    case "DISTRIBUTION":
      return numbersOf(of, [measure], where, "RANGE");
    case "RATE":
      return numbersOf(of, [measure.numerator, measure.denominator], where, "SUM");
    case "COMPOSITION":
      return numbersOf(
        of,
        measure.parts.map(({ question }) => ({ question, units: measure.units ?? null })),
        where,
        "SUM",
      );
  }
}

/** Adds what a unit put into a figure to what its office put in. */
function put(parts: Map<string, ToldPart[]>, office: string, part: ToldPart): void {
  const known = parts.get(office);
  if (known) known.push(part);
  else parts.set(office, [part]);
}

const questionsIn = (filter: Filter | null): string[] => [
  ...new Set(questionFiltersIn(filter).map(({ question }) => question)),
];

/** What a count of the units for which a condition holds tells, each with a weight. */
function countOf(
  of: ToldAnswers,
  units: Units | null | undefined,
  filter: Filter | null,
  weights: { readonly of: (unit: CountedUnit) => number | null; readonly areKnown: boolean } | null = null,
): Told {
  const questions: ToldOfQuestion[] = [];
  for (const question of questionsIn(filter)) {
    const parts = new Map<string, ToldPart[]>();
    for (const unit of unitsOf(of.answers, { units: units ?? null })) {
      const weight = weights === null ? 1 : weights.of(unit);
      if (weight === null || weight === 0) continue;
      const polynomial = polynomialOf(filter, unit, question);
      if (polynomial === null) return null;
      for (const part of partsOf(polynomial, unit, question, of, weight)) put(parts, unit.office, part);
    }
    questions.push({ question, reading: "CONDITIONS", parts, isWeighed: weights?.areKnown ?? false });
  }
  return questions;
}

// How many there are tells, set against another count, of those whom only one of the two counts.
function headCountOf(of: ToldAnswers, units: Units | null | undefined, where: Filter | null): ToldOfQuestion {
  const parts = new Map<string, ToldPart[]>();
  for (const unit of unitsOf(of.answers, { units: units ?? null, where }))
    put(parts, unit.office, { unknown: of.names.nameOf(unit), kind: "unit", times: 1, number: null });
  return { question: "", reading: "UNITS", parts, isWeighed: false };
}

function partsOf(
  polynomial: Polynomial,
  unit: CountedUnit,
  question: string,
  { names }: ToldAnswers,
  weight: number,
): ToldPart[] {
  const content = contentOf(unit, question);
  return [...polynomial]
    .filter(([product]) => product !== "")
    .map(([product, times]) => ({
      unknown: `${question}\u0000${product}\u0000${names.nameOf(unit)}\u0000${content}`,
      kind: `${question} ${product}`,
      times: times * weight,
      number: null,
    }));
}

// A comment beside an answer is no part of it.
const contentOf = (unit: CountedUnit, question: string): string =>
  canonicalJson(
    unit
      .answersTo(question)
      .map(({ number, choices, missing, text }) => [
        number ?? null,
        choices ? [...choices].sort() : null,
        missing ?? null,
        text ?? null,
      ]),
  );

/** What sums, or ranges, of several numbers tell, over the offices that gave all of them. */
function numbersOf(
  of: ToldAnswers,
  terms: readonly Term[],
  where: Filter | null,
  reading: "SUM" | "RANGE",
): Told {
  const given = terms.map(({ question, units }) =>
    unitsOf(of.answers, { units: units ?? null, where }).flatMap((unit) => {
      const number = numberGiven(unit, question);
      return number === null ? [] : [{ unit, number, office: unit.office }];
    }),
  );
  const givers = given.map((units) => new Set(officesOf(units)));
  const isGiver = (office: string): boolean => givers.every((offices) => offices.has(office));
  const told: ToldOfQuestion[] = [];
  for (const [index, { question, units }] of terms.entries()) {
    const parts = new Map<string, ToldPart[]>();
    for (const { unit, office } of given[index] ?? []) {
      if (!isGiver(office)) continue;
      for (const part of numberParts(of, unit, question, reading)) put(parts, office, part);
    }
    told.push({ question, reading, parts, isWeighed: false });
    const conditions = countOf(of, units, where, {
      of: (unit) => (isGiver(unit.office) ? numberGiven(unit, question) : null),
      areKnown: of.isKnownByOffice(question),
    });
    if (conditions === null) return null;
    told.push(...conditions.filter((condition) => condition.question !== question));
  }
  return told;
}

/** The name of a number that an office gave: the same number, of the same response, is the same unknown. */
export const numberName = (question: string, reading: string, giver: string, number: number | null): string =>
  [question, reading, giver, number].join("\u0000");

function numberParts(of: ToldAnswers, unit: CountedUnit, question: string, reading: string): ToldPart[] {
  const partOf = (code: string, times: number): ToldPart => {
    const number = numberGiven(unit, code);
    const unknown = numberName(code, reading, of.names.giverOf(unit, code), number);
    return { unknown, kind: `${code} ${reading}`, times, number };
  };
  const total = of.sameTotals.find(({ other }) => other.at(-1) === question);
  if (!total || reading !== "SUM") return [partOf(question, 1)];
  const gaveAll = [...total.questions, ...total.other].every((code) => numberGiven(unit, code) !== null);
  if (!gaveAll) return [partOf(question, 1)];
  // Two totals that must be the same: the last part of the one is the other less the rest.
  return [
    ...total.questions.map((code) => partOf(code, 1)),
    ...total.other.slice(0, -1).map((code) => partOf(code, -1)),
  ];
}

function toldOfPunctuality({ answers }: ToldAnswers): ToldOfQuestion {
  const parts = answers.offices.map(
    ({ office }) => [office, [{ unknown: "on time", kind: "on time", times: 1, number: null }]] as const,
  );
  return { question: "", reading: "CONDITIONS", parts: new Map(parts), isWeighed: false };
}
