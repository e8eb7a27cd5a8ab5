/** What kind of refusal it is, for programs that treat kinds alike. */
export type Family =
  "INVALID_INPUT" | "NOT_FOUND" | "NOT_ALLOWED" | "CONFLICT" | "TOO_COSTLY" | "UNAVAILABLE" | "INTERNAL";

/** What a refused caller is told; `{name}` is replaced by the given value. */
export interface Refusal {
  readonly family: Family;
  readonly fr: string;
  readonly en: string;
}
