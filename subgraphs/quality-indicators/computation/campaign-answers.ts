import type { ExpectedOffice } from "../campaign-window/expected-office.js";
import { type Answer, choicesFor } from "../submission/answer.js";

/** What one office answered: one response, or several up to 2024. */
export interface OfficeAnswers {
  readonly office: string;
  readonly responses: readonly (readonly Answer[])[];
}

/** Everything that a computation may read: who was expected, who answered what, and whom shares are shares of. */
export interface CampaignAnswers {
  readonly frame: readonly ExpectedOffice[];
  readonly offices: readonly OfficeAnswers[];
  readonly base: "RESPONDENTS" | "OFFICES";
  /** The choice codes of each question, in the order of the form. */
  readonly choicesOf: (question: string) => readonly string[];
}

/** One figure before anybody decides whether it may be published. */
export interface ComputedFigure {
  readonly category: string | null;
  /** Null when it cannot be calculated; the reason then says why. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Whom the figure speaks of, where that is not the indicator's own basis. */
  readonly basis: "RESPONDENTS" | "OFFICES" | null;
  readonly reason: "NO_ANSWER" | "DENOMINATOR_IS_ZERO" | null;
  /** The offices that gave a usable value: the group that a reader would see through the figure. */
  readonly contributors: readonly string[];
}

const nothing = {
  category: null,
  value: null,
  low: null,
  high: null,
  numerator: null,
  denominator: null,
  basis: null,
  reason: null,
  contributors: [],
};

/** A figure with the members given; the others are null. */
export const figure = (members: Partial<ComputedFigure>): ComputedFigure => ({ ...nothing, ...members });

/** Those whom shares count: each respondent with its response, or each office with all of its responses. */
export const unitsOf = ({ offices, base }: CampaignAnswers): (readonly Answer[])[] =>
  base === "RESPONDENTS"
    ? offices.flatMap(({ responses }) => responses)
    : offices.map(({ responses }) => responses.flat());

// V02: the pool and the active partners are asked of the office once, however many of its people answer.
const askedOncePerOffice = new Set(["B6", "B7"]);

/** The numbers that an office gave for a question: one a response, or one where it is asked of the office. */
export function numbersGiven({ responses }: OfficeAnswers, question: string): number[] {
  const given = responses
    .flat()
    .filter((answer) => answer.question === question)
    .flatMap(({ number }) => (typeof number === "number" ? [number] : []));
  return askedOncePerOffice.has(question) ? given.slice(0, 1) : given;
}

/** The offices that gave a number for each of the questions. */
export const givingNumbers = <Office extends OfficeAnswers>(
  offices: readonly Office[],
  ...questions: readonly string[]
): Office[] =>
  offices.filter((office) => questions.every((question) => numbersGiven(office, question).length > 0));

/** The offices that ticked a choice for a question. */
export const tickingAny = (offices: readonly OfficeAnswers[], question: string): OfficeAnswers[] =>
  offices.filter(({ responses }) => choicesFor(responses.flat(), question).length > 0);

/** Their codes, as the contributors of a figure. */
export const codesOf = (offices: readonly OfficeAnswers[]): string[] => offices.map(({ office }) => office);

/** Adds numbers of at most two decimals exactly. */
export const sumOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + Math.round(number * 100), 0) / 100;

/** Rounds to one decimal, a half away from zero. */
export const toOneDecimal = (value: number): number => Math.round((value + Number.EPSILON) * 10) / 10;

/** A count among a base as a percentage of one decimal; both stay beside it (V28). */
export const shareOf = (
  numerator: number,
  denominator: number,
  members: Partial<ComputedFigure> = {},
): ComputedFigure =>
  denominator === 0
    ? figure({ ...members, reason: "NO_ANSWER" })
    : figure({ ...members, value: toOneDecimal((100 * numerator) / denominator), numerator, denominator });
