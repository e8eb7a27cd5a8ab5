import type { RosterIssueCode } from "./issue-code.js";

/** How much an issue weighs: E blocks, W is to be looked at, I informs. */
export type Severity = "E" | "W" | "I";

/**
 * Something that a rule found in a roster, with its place. It never repeats what stood there unless that is a code of the
 * roster or a year: whatever else was written may say who somebody is.
 */
export interface RosterIssue {
  /** Code of the rule, P06. */
  readonly rule: string;
  readonly severity: Severity;
  readonly code: RosterIssueCode;
  /** Where, in the input: rows[3].engagements[0].degree. */
  readonly path: string;
  /** The partner's place among the rows, counted from 1; null for what is in none. */
  readonly row: number | null;
  readonly column: string | null;
  readonly messages: { readonly fr: string; readonly en: string };
  readonly observed: string | null;
  readonly expected: string | null;
  readonly relatedPaths: readonly string[];
}

/** What a rule says of an issue beside its own code and severity. */
export type Finding = Omit<RosterIssue, "rule" | "severity">;

interface Words {
  readonly code: RosterIssueCode;
  readonly fr: string;
  readonly en: string;
  readonly observed?: string | number | null;
  readonly expected?: string | number | null;
  readonly relatedPaths?: readonly string[];
}

const spoken = (value: string | number | null | undefined): string | null =>
  value === undefined || value === null ? null : String(value);

const wordsOf = ({ code, fr, en, observed, expected, relatedPaths = [] }: Words) => ({
  code,
  messages: { fr, en },
  observed: spoken(observed),
  expected: spoken(expected),
  relatedPaths,
});

/** The place of a partner, or of a part of it: rows[3], rows[3].engagements[0].degree. */
export const placeOf = (row: number, column: string | null, engagement: number | null = null): string =>
  `rows[${row}]${engagement === null ? "" : `.engagements[${engagement}]`}${column === null ? "" : `.${column}`}`;

/** An issue of one partner, at a column of it or of one of its engagements. */
export const atPartner = (
  row: number,
  column: string | null,
  words: Words,
  engagement: number | null = null,
): Finding => ({ path: placeOf(row, column, engagement), row: row + 1, column, ...wordsOf(words) });

/** An issue of one withdrawal. */
export const atWithdrawal = (index: number, words: Words): Finding => ({
  path: `withdrawn[${index}]`,
  row: null,
  column: null,
  ...wordsOf(words),
});

/** An issue of the push as a whole. */
export const atInput = (member: "establishment" | "baseRevision" | "rows", words: Words): Finding => ({
  path: member,
  row: null,
  column: null,
  ...wordsOf(words),
});
