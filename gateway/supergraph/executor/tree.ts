/** An object of the answer as it grows, fetch by fetch. */
export type Tree = Record<string, unknown>;

/** A place in the answer. */
export type Path = readonly (string | number)[];

export const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

// A caller's alias may be a name that every object has from its prototype.
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

export const isInherited = (key: string): boolean => inherited.has(key);

/** What an object itself holds under a key; undefined when it holds nothing. */
export const ownValue = (tree: Tree, key: string): unknown =>
  !inherited.has(key) || Object.hasOwn(tree, key) ? tree[key] : undefined;

/** Puts a value under any key, one that a prototype would catch included. */
export function putValue(tree: Tree, key: string, value: unknown): void {
  if (inherited.has(key))
    Object.defineProperty(tree, key, { value, configurable: true, enumerable: true, writable: true });
  else tree[key] = value;
}
