/** Something to mend before a campaign can open, at its place in the input. */
export interface OpeningIssue {
  /** What is wrong, for a program. */
  readonly code: string;
  /** Where, in the input: form.questions[3].condition.choice. */
  readonly path: string;
  readonly messages: { readonly fr: string; readonly en: string };
  readonly observed: string | null;
  readonly expected: string | null;
}

interface Words {
  readonly fr: string;
  readonly en: string;
  readonly observed?: string | number | null | undefined;
  readonly expected?: string | number | null | undefined;
}

const spoken = (value: string | number | null | undefined): string | null =>
  value === undefined || value === null ? null : String(value);

/** An issue of the opening, in the words of both languages. */
export const openingIssue = (
  code: string,
  path: string,
  { fr, en, observed, expected }: Words,
): OpeningIssue => ({
  code,
  path,
  messages: { fr, en },
  observed: spoken(observed),
  expected: spoken(expected),
});
