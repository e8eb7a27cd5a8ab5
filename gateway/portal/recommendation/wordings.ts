/** A text as it is printed, and where. */
export interface Printed {
  readonly text: string;
  readonly provenance: { readonly document: string; readonly section: string };
}

/** One wording and every place that prints it. */
export interface Wording {
  readonly text: string;
  readonly printed: readonly Printed[];
}

/**
 * The wordings that differ, in the order of the document: a number before the text and the mark at its end are the place's,
 * not the wording's.
 */
export function differentWordings(all: readonly Printed[]): Wording[] {
  const byWords = new Map<string, Printed[]>();
  for (const one of all) {
    const words = bare(one.text).toLocaleLowerCase("fr-CA");
    byWords.set(words, [...(byWords.get(words) ?? []), one]);
  }
  return [...byWords.values()].flatMap((printed) =>
    printed[0] ? [{ text: bare(printed[0].text), printed }] : [],
  );
}

/** Whether a place prints more than the wording itself, but for the mark at its end. */
export const printsMore = (printed: string, wording: string): boolean => withoutMark(printed) !== wording;

const withoutMark = (text: string): string => text.replace(/[\s;.]+$/, "");
const bare = (text: string): string => withoutMark(text).replace(/^\d+\.\s*/, "");
