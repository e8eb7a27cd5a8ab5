import type { Path, Tree } from "../tree.js";
import { isTree, ownValue } from "../tree.js";
import type { TypeConditions } from "../type-conditions.js";

/** One step of the way from an object to those that a fetch is about. */
interface Segment {
  /** The field to follow; `@` for each item of a list; null to stay. */
  readonly key: string | null;
  /** The types to go on with; null for any. */
  readonly types: readonly string[] | null;
}

/** The way of a flatten node: field names, `@` for lists, `|[A,B]` behind either for types. */
export interface FlattenPath {
  /** The objects at the end, in the order of the answer; one may come several times. */
  collect(from: readonly Tree[]): Tree[];
  /** Where each of them is, from one object that is at `base`. */
  locate(from: Tree, base: Path, found: Map<Tree, Path[]>): void;
}

export function flattenPathOf(path: Path, conditions: TypeConditions): FlattenPath {
  const segments = path.map((element) => segmentOf(String(element)));
  const isOf = (value: unknown, types: readonly string[] | null): boolean =>
    types === null ||
    (isTree(value) && types.some((type) => conditions(type, String(value["__typename"] ?? type))));

  function collect(from: readonly Tree[]): Tree[] {
    let values: unknown[] = from as Tree[];
    for (const { key, types } of segments) {
      const next: unknown[] = [];
      for (const value of values) {
        if (key === "@") {
          if (Array.isArray(value)) for (const item of value) if (item !== null) next.push(item);
        } else {
          const followed = key === null ? value : isTree(value) ? ownValue(value, key) : null;
          if (followed !== null && followed !== undefined) next.push(followed);
        }
      }
      values = types === null ? next : next.filter((value) => isOf(value, types));
    }
    return values.filter(isTree);
  }

  function visit(value: unknown, depth: number, at: (string | number)[], found: Map<Tree, Path[]>): void {
    const segment = segments[depth];
    if (!segment) {
      if (isTree(value)) found.set(value, [...(found.get(value) ?? []), [...at]]);
      return;
    }
    const { key, types } = segment;
    const follow = (next: unknown, step: string | number | null): void => {
      if (next === null || next === undefined || !isOf(next, types)) return;
      if (step !== null) at.push(step);
      visit(next, depth + 1, at, found);
      if (step !== null) at.pop();
    };
    if (key === null) follow(value, null);
    else if (key !== "@") follow(isTree(value) ? ownValue(value, key) : null, key);
    else if (Array.isArray(value)) value.forEach(follow);
  }

  return { collect, locate: (from, base, found) => visit(from, 0, [...base], found) };
}

function segmentOf(element: string): Segment {
  const at = element.indexOf("|[");
  if (at < 0) return { key: element, types: null };
  const types = element.slice(at + 2, -1).split(",");
  return { key: at === 0 ? null : element.slice(0, at), types: types.map((type) => type.trim()) };
}
