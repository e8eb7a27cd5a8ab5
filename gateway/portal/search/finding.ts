import type { StoredText } from "../parts/text.js";

/** What can be found, in the order in which it is shown. */
export const searchedKinds = [
  "indicators",
  "establishments",
  "regions",
  "glossary",
  "sharedResources",
  "recommendations",
  "pages",
] as const;
export type SearchedKind = (typeof searchedKinds)[number];

/** One thing that was found. */
export interface Finding {
  readonly kind: SearchedKind;
  readonly code: string;
  readonly title: StoredText;
  /** Its other name, such as the technical one. */
  readonly alsoNamed: StoredText | null;
  readonly summary: StoredText | null;
}

/** A finding; what is not told of it is null. */
export const finding = (
  kind: SearchedKind,
  code: string,
  title: StoredText,
  more: Partial<Pick<Finding, "alsoNamed" | "summary">> = {},
): Finding => ({ kind, code, title, alsoNamed: null, summary: null, ...more });
