import type { VariantName } from "../../supergraph/variant-name.js";

/** How large the variables of one request may be. */
export interface VariableLimits {
  /** Values of all kinds: numbers, texts, lists and objects. */
  readonly values: number;
  /** Elements of one list. */
  readonly listLength: number;
  /** Levels of lists and objects; coercion goes down by calling itself. */
  readonly depth: number;
  /** Bytes of one text, in UTF-8. */
  readonly textBytes: number;
}

/**
 * The public door takes codes, words and dates. Behind the authenticated one a whole form or a year of figures comes
 * in: a form of 200 questions has about 6,000 values.
 */
export const variableLimits = {
  public: { values: 1_000, listLength: 500, depth: 16, textBytes: 5_000 },
  authenticated: { values: 50_000, listLength: 10_000, depth: 16, textBytes: 50_000 },
} as const satisfies Record<VariantName, VariableLimits>;

/** A roster comes as a whole: 5,000 partners with five engagements each, in the variables of its mutation alone. */
export const rosterLimits: VariableLimits = {
  values: 500_000,
  listLength: 10_000,
  depth: 16,
  textBytes: 5_000,
};
