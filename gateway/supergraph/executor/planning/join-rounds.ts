import { isTree, type Path, type Tree } from "../tree.js";

/**
 * Puts what a later round was answered beside what the first was, in place.
 * @param manyValued names that may have another value in each round
 * @returns the places where the two speak of different things, because something changed between them: what the later
 * round was asked for is left out there
 */
export function joinRounds(first: Tree, later: Tree, manyValued: ReadonlySet<string>): Path[] {
  const differing: Path[] = [];
  const joinObjects = (one: Tree, other: Tree, path: Path): void => {
    const shared = Object.keys(other).filter((key) => one[key] !== undefined && !manyValued.has(key));
    if (shared.some((key) => !isAlike(one[key], other[key]))) return void differing.push(path);
    for (const [key, value] of Object.entries(other)) {
      if (one[key] === undefined) one[key] = value;
      else joinValues(one[key], value, [...path, key]);
    }
  };
  const joinValues = (one: unknown, other: unknown, path: Path): void => {
    if (Array.isArray(one) && Array.isArray(other))
      return one.forEach((item, index) => joinValues(item, other[index], [...path, index]));
    if (isTree(one) && isTree(other)) joinObjects(one, other, path);
  };
  joinObjects(first, later, []);
  return differing;
}

/** Of one shape and, where it is a plain value, the same: the names of the hub's and the keys are such values. */
function isAlike(first: unknown, later: unknown): boolean {
  if (Array.isArray(first)) return Array.isArray(later) && first.length === later.length;
  if (isTree(first)) return isTree(later);
  return first === later;
}
