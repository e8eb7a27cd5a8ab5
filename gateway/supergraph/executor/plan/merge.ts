import { isTree, ownValue, putValue, type Tree } from "../tree.js";
import type { TypeConditions } from "../type-conditions.js";

/**
 * Brings an answer into an object of the tree, in place. What was empty takes the answer's own value over; objects,
 * and lists of one length, are merged; anything else is replaced, by a null too: the last answer counts. But a subgraph
 * that knows an object only by its interface (@interfaceObject) does not take its type's name away.
 */
export function mergeInto(target: Tree, source: Tree, conditions: TypeConditions = isSame): void {
  for (const key in source) {
    const value = source[key];
    if (value === undefined) continue;
    const present = ownValue(target, key);
    if (key === "__typename" && isWider(value, present, conditions)) continue;
    if (present === undefined || present === null || typeof value !== "object" || value === null)
      putValue(target, key, value);
    else if (present !== value) putValue(target, key, merged(present, value, conditions));
  }
}

const isSame: TypeConditions = (condition, typename) => condition === typename;

const isWider = (name: unknown, known: unknown, conditions: TypeConditions): boolean =>
  typeof name === "string" && typeof known === "string" && name !== known && conditions(name, known);

function merged(present: unknown, value: object, conditions: TypeConditions): unknown {
  if (isTree(value)) {
    if (!isTree(present)) return value;
    mergeInto(present, value, conditions);
    return present;
  }
  const list = value as unknown[];
  if (!Array.isArray(present) || present.length !== list.length) return list;
  for (const [index, item] of list.entries()) {
    const there: unknown = present[index];
    present[index] =
      typeof item === "object" &&
      item !== null &&
      typeof there === "object" &&
      there !== null &&
      item !== there
        ? merged(there, item, conditions)
        : item;
  }
  return present;
}

/** A copy that shares no object with what it was made of. */
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isTree(value)) return value;
  const copy: Tree = {};
  for (const key in value) putValue(copy, key, copyOf(value[key]));
  return copy;
}
