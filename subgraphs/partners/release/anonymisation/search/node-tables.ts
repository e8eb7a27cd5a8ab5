import type { CountedTable } from "../counted-table.js";
import type { ClassTable, Node } from "./class-table.js";
import { CodeIndex } from "./code-index.js";
import type { CompiledKey } from "./compiled-hierarchies.js";
import { type RawCombinations, rawCombinations } from "./raw-combinations.js";
import { rollUp, talliesAt } from "./roll-up.js";

// Class tables are kept for coarser nodes to be rolled up from: so many numbers of 4 bytes at most.
const mostNumbersKept = 10_000_000;

/** The class tables of nodes, each rolled up from the smallest table at hand that is finer. */
export class NodeTables {
  readonly raw: RawCombinations;
  /** How many tables were made. */
  made = 0;
  private readonly kept: { readonly node: Node; readonly table: ClassTable }[] = [];
  private readonly index: CodeIndex;
  private numbersKept = 0;

  constructor(
    counted: CountedTable,
    private readonly compiled: readonly CompiledKey[],
  ) {
    this.raw = rawCombinations(counted);
    this.index = new CodeIndex(2 * this.raw.table.size);
  }

  tableOf(node: Node): ClassTable {
    let finest = this.raw.table;
    for (const { node: candidate, table } of this.kept)
      if (table.size < finest.size && isFinerOrEqual(candidate, node)) finest = table;
    const table = rollUp(finest, this.raw, this.compiled, node, this.index);
    this.made += 1;
    // One that is hardly smaller than what it was made of saves nothing.
    if (table.size < finest.size * 0.8) this.keep(node, table);
    return table;
  }

  /** How often each sensitive value occurs in each class of a node's table. */
  talliesOf(node: Node, table: ClassTable): Float64Array {
    return talliesAt(table, this.raw, this.compiled, node, this.index);
  }

  private keep(node: Node, table: ClassTable): void {
    this.kept.push({ node, table });
    this.numbersKept += this.numbersOf(table);
    while (this.numbersKept > mostNumbersKept && this.kept.length > 1) {
      const largest = this.kept.reduce((one, other) => (other.table.size > one.table.size ? other : one));
      this.kept.splice(this.kept.indexOf(largest), 1);
      this.numbersKept -= this.numbersOf(largest.table);
    }
  }

  private numbersOf({ size }: ClassTable): number {
    return size * (this.raw.shape.words + 3);
  }
}

const isFinerOrEqual = (node: Node, other: Node): boolean =>
  node.every((rank, index) => rank <= other[index]!);
