import type { Term } from "../protected-table.js";
import type { Witness } from "./witness.js";

/** How far a sum can deviate from the truth, below and above. */
export interface Reach {
  readonly low: number;
  readonly high: number;
}

/** A reach that was shown, and the insiders whom it may not convince; null where that was not kept. */
export interface ShownReach extends Reach {
  readonly doubting: readonly ReadonlySet<number>[] | null;
}

/** The sum of some unknowns of one component, and what was found of it so far. */
export interface Part {
  readonly terms: readonly Term[];
  low: number;
  high: number;
  isExact: boolean;
  readonly kept: KeptWitness[];
}

interface KeptWitness {
  readonly witness: Witness;
  readonly deviation: number;
  /** The insiders who know that it is not so. */
  readonly doubting: ReadonlySet<number>;
}

/** What the witnesses at hand show to an insider, or to a reader of the table alone (null). */
export function shownBy({ kept }: Part, insider: number | null): ShownReach {
  let [low, high] = [0, 0];
  const used: { low: KeptWitness | null; high: KeptWitness | null } = { low: null, high: null };
  for (const witness of kept) {
    const { deviation, doubting } = witness;
    if ((deviation >= low && deviation <= high) || (insider !== null && doubting.has(insider))) continue;
    if (deviation > high) [high, used.high] = [deviation, witness];
    else [low, used.low] = [deviation, witness];
  }
  return { low, high, doubting: [used.low, used.high].flatMap((witness) => witness?.doubting ?? []) };
}
