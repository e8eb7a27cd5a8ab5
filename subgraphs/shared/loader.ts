import DataLoader from "dataloader";
import type { SubgraphContext } from "./context.js";

/** Answers many keys in one statement; the values may come in any order. */
export type BatchRead<Key, Value> = (context: SubgraphContext, keys: readonly Key[]) => Promise<Value[]>;

/**
 * Makes a loader of one value a key: keeps the order of the keys, null for what is missing.
 * The loader lives as long as one request.
 */
export function oneByKey<Key extends string, Value>(
  read: BatchRead<Key, Value>,
  keyOf: (value: Value) => Key,
): (context: SubgraphContext) => DataLoader<Key, Value | null> {
  return loaderOf(async (context, keys) => {
    const found = new Map((await read(context, keys)).map((value) => [keyOf(value), value]));
    return keys.map((key) => found.get(key) ?? null);
  });
}

/** Makes a loader of a list a key: keeps the order of the keys, an empty list for what is missing. */
export function manyByKey<Key extends string, Value>(
  read: BatchRead<Key, Value>,
  keyOf: (value: Value) => Key,
): (context: SubgraphContext) => DataLoader<Key, Value[]> {
  return loaderOf(async (context, keys) => {
    const found = new Map<Key, Value[]>(keys.map((key) => [key, []]));
    for (const value of await read(context, keys)) found.get(keyOf(value))?.push(value);
    return keys.map((key) => found.get(key) ?? []);
  });
}

/** The values of the given keys, in the order of the keys; a key without a value is left out. */
export async function loadAll<Key, Value>(
  loader: DataLoader<Key, Value | null>,
  keys: readonly Key[],
): Promise<Value[]> {
  const found = await Promise.all(keys.map((key) => loader.load(key)));
  return found.filter((value) => value !== null);
}

function loaderOf<Key, Value>(
  batch: (context: SubgraphContext, keys: readonly Key[]) => Promise<Value[]>,
): (context: SubgraphContext) => DataLoader<Key, Value> {
  const identity = {};
  return (context) => {
    const existing = context.loaders.get(identity);
    if (existing) return existing as DataLoader<Key, Value>;
    const loader = new DataLoader<Key, Value>((keys) => batch(context, keys));
    context.loaders.set(identity, loader);
    return loader;
  };
}
