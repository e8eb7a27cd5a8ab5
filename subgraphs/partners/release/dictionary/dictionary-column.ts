/** A text of the dictionary; its English is the hub's proposal. */
export interface DictionaryText {
  readonly fr: string;
  readonly en: string;
  readonly status: "PROPOSED";
}

/** What a column is for the risk analysis; a column that is neither has no place in a release. */
export type ColumnPart = "KEY" | "SENSITIVE";

export interface DictionaryCode {
  readonly code: string;
  readonly label: DictionaryText;
}

/** One column of a release, as its data dictionary tells it. */
export interface DictionaryColumn {
  readonly column: string;
  readonly part: ColumnPart;
  readonly label: DictionaryText;
  /** Every code that may occur. */
  readonly codes: readonly DictionaryCode[];
}

const text = (fr: string, en: string): DictionaryText => ({ fr, en, status: "PROPOSED" });

/** A column from its label and its codes, each in French and in English. */
export const columnOf = (
  part: ColumnPart,
  column: string,
  [fr, en]: readonly [string, string],
  codes: Record<string, readonly [string, string]>,
): DictionaryColumn => ({
  column,
  part,
  label: text(fr, en),
  codes: Object.entries(codes).map(([code, [french, english]]) => ({ code, label: text(french, english) })),
});
