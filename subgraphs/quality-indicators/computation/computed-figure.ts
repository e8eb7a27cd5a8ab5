import { shareInPercent } from "./rounding.js";

/** Whom a mean is taken of, and how many they are. */
export interface CountedBasis {
  readonly basis: "OFFICES" | "RESPONDENTS";
  readonly count: number;
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
  readonly basis: string | null;
  /** Those who gave a part of a sum: its means are taken of them. */
  readonly bases: readonly CountedBasis[];
  readonly reason: "NO_ANSWER" | "DENOMINATOR_IS_ZERO" | "NO_DEADLINE" | null;
  /**
   * The offices that gave a usable value: the group that a reader would see through the figure. Null where it tells of
   * no office: a fact of the hub's own registers.
   */
  readonly contributors: readonly string[] | null;
}

const nothing: ComputedFigure = {
  category: null,
  value: null,
  low: null,
  high: null,
  numerator: null,
  denominator: null,
  basis: null,
  bases: [],
  reason: null,
  contributors: [],
};

/** A figure with the members given; the others are null. */
export const figure = (members: Partial<ComputedFigure>): ComputedFigure => ({ ...nothing, ...members });

/** A count among a base as a percentage of one decimal; both stay beside it (V28). */
export const shareOf = (
  numerator: number,
  denominator: number,
  members: Partial<ComputedFigure> = {},
): ComputedFigure =>
  denominator === 0
    ? figure({ ...members, reason: "NO_ANSWER" })
    : figure({ ...members, value: shareInPercent(numerator, denominator), numerator, denominator });
