import type { KeptPartner, SentPartner } from "../roster-row.js";
import type { Finding, RosterIssue, Severity } from "./issue.js";

/** A roster as it is pushed. */
export interface SentRoster {
  readonly rows: readonly SentPartner[];
  readonly withdrawn: readonly string[];
}

/** What a rule knows of the push beside what it holds. */
export interface RosterContext {
  readonly establishment: string;
  /** The establishment that the caller's token is bound to. */
  readonly callerEstablishment: string | null;
  readonly baseRevision: number | null;
  readonly currentRevision: number | null;
  /** The partners of the roster as it stands, by local id. */
  readonly current: ReadonlyMap<string, KeptPartner>;
  /** Those of the local ids of this push that were withdrawn before. */
  readonly withdrawnBefore: ReadonlySet<string>;
  /** The calendar day of the push in America/Toronto. */
  readonly today: string;
}

/** A check of a roster: a pure function with the clause that it implements. */
export interface RosterRule {
  readonly id: string;
  readonly severity: Severity;
  readonly check: (roster: SentRoster, context: RosterContext) => readonly Finding[];
}

/** Every issue of every rule, in the order of the rules: nobody mends a roster one mistake at a time. */
export const issuesOf = (
  rules: readonly RosterRule[],
  roster: SentRoster,
  context: RosterContext,
): RosterIssue[] =>
  rules.flatMap(({ id, severity, check }) =>
    check(roster, context).map((finding) => ({ rule: id, severity, ...finding })),
  );

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The calendar year of a push: nothing begins after it. */
export const thisYear = ({ today }: RosterContext): number => yearOf(today);

/** The year, 1 April to 31 March, that a push is made in, by the calendar year in which it began. */
export const currentYear = ({ today }: RosterContext): number =>
  yearOf(today) - (today.slice(5) < "04-01" ? 1 : 0);
