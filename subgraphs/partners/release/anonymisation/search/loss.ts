import type { CompiledKey } from "./compiled-hierarchies.js";
import type { Node } from "./class-table.js";

/** Mean loss of the keys of a kept record. */
export const lossOfKept = (compiled: readonly CompiledKey[], node: Node): number =>
  compiled.reduce((sum, { levels }, index) => sum + levels[node[index]!]!.loss, 0) / compiled.length;

/**
 * Share of the detail given up: the mean loss of the keys for a kept record, all of it for a suppressed one. That is
 * the general loss metric LM of V. Iyengar (Transforming data to satisfy privacy constraints, KDD 2002), a suppressed
 * cell counting 1.
 */
export const informationLoss = (keptLoss: number, kept: number, records: number): number =>
  (kept * keptLoss + (records - kept)) / records;
