import type { RefusalCode } from "../refusal.js";
import type { DocumentShape } from "../document-shape.js";

/** One limit of a document: what is counted, how much of it is allowed, and the refusal above that. */
export interface Limit {
  readonly code: RefusalCode;
  readonly most: number;
  readonly of: (shape: DocumentShape) => number;
}
