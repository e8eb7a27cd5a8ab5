import type { Answer } from "../../../../../subgraphs/offline.js";
import type { MissingCode } from "../asking/push-figures.operation.js";

/** An answer as it is sent. */
export interface SentAnswer extends Omit<Answer, "missing"> {
  readonly missing?: MissingCode | null;
}
