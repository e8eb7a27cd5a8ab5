import type { Filter } from "./filter.js";
import type { Units } from "./office-answers.js";

/**
 * The grammar of measures: how an indicator is computed, kept as data with it. An indicator has a list of measures;
 * several where a fact has two bases, or stands on two axes that are never crossed.
 *
 *   COUNT            how many units there are                             { units, where }
 *   SHARE            the units for which a filter holds, in percent       { of, units, where }
 *   SHARE_BY_CHOICE  one share a choice of a question                     { question, units, where }
 *   SUM MEAN         the numbers given for a question                     { question, units, where }
 *   DISTRIBUTION     their median, smallest and largest                   { question, units, where }
 *   RATE             one sum over another, times a scale                  { numerator, denominator, scale, where }
 *   COMPOSITION      one sum a question, all of them parts of one total   { parts, units, where }
 *   COVERAGE         who answered among those expected, in percent        { of, universe, onTime }
 *   REGISTER_SHARE, REGISTER_BY_STATUS   the hub's own registers          { register, … }
 *
 * `where` keeps the units for which a filter holds (all of them where it is absent). `category` names the figure
 * among those of its indicator; measures that give one figure a choice, part or status name theirs themselves.
 */
export type Measure =
  | CountMeasure
  | ShareMeasure
  | ShareByChoiceMeasure
  | NumberMeasure
  | RateMeasure
  | CompositionMeasure
  | CoverageMeasure
  | RegisterShareMeasure
  | RegisterByStatusMeasure;

interface OfUnits {
  readonly category?: string | null;
  /** Absent: those of whom the campaign's shares are shares. */
  readonly units?: Units | null;
  readonly where?: Filter | null;
}

export interface CountMeasure extends OfUnits {
  readonly kind: "COUNT";
}

export interface ShareMeasure extends OfUnits {
  readonly kind: "SHARE";
  readonly of: Filter;
}

export interface ShareByChoiceMeasure extends Omit<OfUnits, "category"> {
  readonly kind: "SHARE_BY_CHOICE";
  readonly question: string;
}

export interface NumberMeasure extends OfUnits {
  readonly kind: "SUM" | "MEAN" | "DISTRIBUTION";
  readonly question: string;
}

/** A sum of a rate: the numbers given for a question, by those of whom it is asked. */
export interface Term {
  readonly question: string;
  readonly units?: Units | null;
}

export interface RateMeasure {
  readonly kind: "RATE";
  readonly category?: string | null;
  readonly numerator: Term;
  readonly denominator: Term;
  readonly scale: number;
  readonly where?: Filter | null;
}

export interface CompositionMeasure extends Omit<OfUnits, "category"> {
  readonly kind: "COMPOSITION";
  readonly parts: readonly { readonly category: string; readonly question: string }[];
}

/** The universe of establishments that a coverage speaks of: the 35 of the lists, or the 32 of the questionnaire. */
export type Universe = "32" | "35";

export interface CoverageMeasure {
  readonly kind: "COVERAGE";
  readonly category?: string | null;
  readonly of: "OFFICES" | "ESTABLISHMENTS" | "HEALTH_REGIONS";
  readonly universe: Universe;
  /** True: only who answered before the campaign's deadline. */
  readonly onTime?: boolean | null;
}

export interface RegisterShareMeasure {
  readonly kind: "REGISTER_SHARE";
  readonly category?: string | null;
  readonly register: "CO_CONSTRUCTION";
  /** The lowest degree of engagement that counts. */
  readonly atLeast: string;
}

export interface RegisterByStatusMeasure {
  readonly kind: "REGISTER_BY_STATUS";
  readonly register: "RECOMMENDATIONS";
  /** The states, in the order in which they are shown. */
  readonly statuses: readonly string[];
}
