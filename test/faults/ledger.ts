import type { TestOffice } from "../harness/test-campaign.js";

/** One push as it is sent, as often as it takes. */
export interface Push extends TestOffice {
  readonly key: string;
  readonly base: number | null;
  /** A text that no other push has, and that its answers carry. */
  readonly value: string;
  readonly mode: "DRAFT" | "SUBMIT";
  readonly token: () => Promise<string>;
  /** An answer beside the usual ones that makes the push refusable. */
  readonly flaw?: "UNKNOWN_QUESTION";
}

/** A push that was acknowledged, with the very bytes of its answer. */
export interface Acknowledged {
  readonly push: Push;
  readonly revision: number;
  readonly data: string;
}

/** A push that was refused: by its result, or as a whole. */
export interface Refused {
  readonly push: Push;
  readonly how: string;
}

/** What the writers were told. */
export class Ledger {
  readonly acknowledged: Acknowledged[] = [];
  readonly refused: Refused[] = [];
  /** What no writer should ever have been told. */
  readonly oddities: string[] = [];
  /** Attempts that ended without an answer, each repeated with its key. */
  uncertain = 0;
  /** Pushes whose answer came at a repeated attempt, from the result that was kept. */
  replayed = 0;

  /** What was told so far, as a ledger of its own. */
  copy(): Ledger {
    const copy = new Ledger();
    copy.acknowledged.push(...this.acknowledged);
    copy.refused.push(...this.refused);
    return copy;
  }
}
