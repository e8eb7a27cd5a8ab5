import type { Answer } from "../../../../../subgraphs/offline.js";
import type { MissingCode } from "../../../asking/authenticated.types.js";

/** An answer as it is sent. */
export interface SentAnswer extends Omit<Answer, "missing"> {
  readonly missing?: MissingCode | null;
}
