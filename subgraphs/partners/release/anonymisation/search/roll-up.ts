import { type ClassTable, emptyTable, type Node } from "./class-table.js";
import { type CodeIndex, joinedCodes } from "./code-index.js";
import type { CompiledKey } from "./compiled-hierarchies.js";
import type { RawCombinations } from "./raw-combinations.js";

/** Joins the classes of a finer table that are alike at the given node; `index` is only lent. */
export function rollUp(
  finer: ClassTable,
  raw: RawCombinations,
  compiled: readonly CompiledKey[],
  node: Node,
  index: CodeIndex,
): ClassTable {
  const classOf = classesAt(finer.combinations, raw, compiled, node, index);
  const { words } = raw.shape;
  const table = emptyTable(index.size, words);
  const { counts, marks, combinations } = table;
  for (let from = 0; from < finer.size; from += 1) {
    const to = classOf[from]!;
    combinations[to] = finer.combinations[from]!;
    counts[to] = counts[to]! + finer.counts[from]!;
    for (let word = 0; word < words; word += 1)
      marks[to * words + word] = marks[to * words + word]! | finer.marks[from * words + word]!;
  }
  return table;
}

/** The class of each of the combinations at the given node, in the order of their first appearance. */
function classesAt(
  combinations: Int32Array,
  { codes }: RawCombinations,
  compiled: readonly CompiledKey[],
  node: Node,
  index: CodeIndex,
): Int32Array {
  const joined = joinedCodes(
    combinations,
    compiled.map(({ levels }, key) => {
      const level = levels[node[key]!]!;
      return { codes: codes[key]!, becomes: level.codes, size: level.values.length };
    }),
  );
  index.clear(combinations.length);
  const classOf = new Int32Array(combinations.length);
  for (let from = 0; from < classOf.length; from += 1) classOf[from] = index.placeOf(joined[from]!);
  return classOf;
}

/** How often each sensitive value occurs in each class of a node: `width` numbers a class, column after column. */
export function talliesAt(
  table: ClassTable,
  raw: RawCombinations,
  compiled: readonly CompiledKey[],
  node: Node,
  index: CodeIndex,
): Float64Array {
  // The classes are numbered by their first appearance: those of the table first, then all combinations fall into them.
  const inOrder = Int32Array.from([...table.combinations, ...raw.table.combinations]);
  const classOf = classesAt(inOrder, raw, compiled, node, index).subarray(table.size);
  const { width } = raw.shape;
  const tallies = new Float64Array(table.size * width);
  for (let from = 0; from < classOf.length; from += 1) {
    const [start, at] = [from * width, classOf[from]! * width];
    for (let value = 0; value < width; value += 1)
      tallies[at + value] = tallies[at + value]! + raw.tallies[start + value]!;
  }
  return tallies;
}
