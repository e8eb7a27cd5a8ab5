import type { CountedTable } from "../counted-table.js";
import { BrokenHierarchy, type Generalisation, UnknownHierarchyValue } from "../generalisation.js";

/** What each raw value of a key becomes at one level, as numbers. */
export interface CompiledLevel {
  readonly code: string;
  readonly loss: number;
  /** By the code of the raw value. */
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

/** One key with its levels; the last one, past those of the hierarchy, joins everything. */
export interface CompiledKey {
  readonly key: string;
  /** How many levels may be chosen. */
  readonly degrees: number;
  readonly levels: readonly CompiledLevel[];
}

/** Checks that the hierarchies fit the table, each level joining what the one before it joins, and numbers their values. */
export function compileHierarchies(
  { keys }: Pick<CountedTable, "keys">,
  hierarchies: readonly Generalisation[],
): CompiledKey[] {
  const [expected, got] = [keys.map(({ column }) => column), hierarchies.map(({ key }) => key)];
  if (expected.join() !== got.join() || hierarchies.some(({ levels }) => levels.length === 0))
    throw new RangeError(`hierarchies: expected levels for ${expected.join(", ")}, got ${got.join(", ")}`);
  return hierarchies.map(({ key, levels }, index) => {
    const raw = keys[index]!.values;
    const compiled = levels.map((level): CompiledLevel => {
      const places = new Map<string, number>();
      const codes = Int32Array.from(raw, (value) => {
        if (!Object.hasOwn(level.generalised, value)) throw new UnknownHierarchyValue(key, level.code, value);
        const generalised = level.generalised[value]!;
        if (!places.has(generalised)) places.set(generalised, places.size);
        return places.get(generalised)!;
      });
      return { code: level.code, loss: level.loss, codes, values: [...places.keys()] };
    });
    compiled.forEach((level, rank) => {
      const finer = compiled[rank - 1];
      if (finer && !(joins(level, finer) && level.loss >= finer.loss))
        throw new BrokenHierarchy(key, level.code);
    });
    const everything = { code: "", loss: 1, codes: new Int32Array(raw.length), values: [""] };
    return { key, degrees: levels.length, levels: [...compiled, everything] };
  });
}

/** True when what the finer level joins, the coarser one joins too. */
function joins(coarser: CompiledLevel, finer: CompiledLevel): boolean {
  const becomes = new Map<number, number>();
  return finer.codes.every((code, raw) => {
    const known = becomes.get(code);
    if (known === undefined) becomes.set(code, coarser.codes[raw]!);
    return known === undefined || known === coarser.codes[raw];
  });
}
