/** How much an issue weighs: E blocks, W needs a comment, I informs. */
export type Severity = "E" | "W" | "I";

/** Something that a rule found, with its place and what was expected; told in both languages. */
export interface Issue {
  /** Code of the rule, V09; FORM for what the form itself does not allow. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, for a program. */
  readonly code: string;
  /** Where, in the input: answers[11].number. */
  readonly path: string;
  /** The answer's row in the file, counted from 1; null for what is not an answer. */
  readonly row: number | null;
  /** The column in the file; null for what is not in it. */
  readonly column: string | null;
  readonly question: string | null;
  readonly messages: { readonly fr: string; readonly en: string };
  readonly observed: string | null;
  readonly expected: string | null;
  readonly relatedPaths: readonly string[];
}

/** What a rule says of an issue beside its own code and severity. */
export type Finding = Omit<Issue, "rule" | "severity">;

interface Words {
  readonly code: string;
  readonly fr: string;
  readonly en: string;
  readonly observed?: string | number | null;
  readonly expected?: string | number | null;
  readonly relatedPaths?: readonly string[];
}

// The file has one column of values, whatever their kind.
const columnOf: Record<string, string> = { number: "value", text: "value", choices: "value" };

const placeColumns: ReadonlySet<string> = new Set(["campaign", "establishment", "office"]);

const spoken = (value: string | number | null | undefined): string | null =>
  value === undefined || value === null ? null : String(value);

const wordsOf = ({ code, fr, en, observed, expected, relatedPaths = [] }: Words) => ({
  code,
  messages: { fr, en },
  observed: spoken(observed),
  expected: spoken(expected),
  relatedPaths,
});

/** An issue of one answer, at the member given, or of the whole answer. */
export const atAnswer = (
  index: number,
  question: string,
  member: "question" | "number" | "text" | "choices" | "missing" | "comment" | null,
  words: Words,
): Finding => ({
  path: `answers[${index}]${member === null ? "" : `.${member}`}`,
  row: index + 1,
  column: member === null ? null : (columnOf[member] ?? member),
  question,
  ...wordsOf(words),
});

/** An issue of the push as a whole. */
export const atInput = (
  member: "campaign" | "establishment" | "office" | "baseRevision" | "reason" | "noticeVersion",
  words: Words,
): Finding => ({
  path: member,
  row: null,
  column: placeColumns.has(member) ? member : null,
  question: null,
  ...wordsOf(words),
});

/** An issue of a question that has no answer. */
export const atQuestion = (question: string, words: Words): Finding => ({
  path: "answers",
  row: null,
  column: null,
  question,
  ...wordsOf(words),
});
