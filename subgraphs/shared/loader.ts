import DataLoader from "dataloader";
import type { SubgraphContext } from "./context.js";

/** Answers many keys in one statement, of the latest or as of a day; the values may come in any order. */
export type BatchRead<Key, Value> = (
  context: SubgraphContext,
  keys: readonly Key[],
  asOf?: string,
) => Promise<Value[]>;

/** Gives the loader of a request; one day asked about, one loader. */
export type LoaderOf<Key, Value> = (context: SubgraphContext, asOf?: string) => DataLoader<Key, Value>;

/**
 * Makes a loader of one value a key: keeps the order of the keys, null for what is missing.
 * The loader lives as long as one request.
 */
export function oneByKey<Key extends string, Value>(
  read: BatchRead<Key, Value>,
  keyOf: (value: Value) => Key,
): LoaderOf<Key, Value | null> {
  return loaderOf(async (context, keys, asOf) => {
    const found = new Map((await read(context, keys, asOf)).map((value) => [keyOf(value), value]));
    return keys.map((key) => found.get(key) ?? null);
  });
}

/** Makes a loader of a list a key: keeps the order of the keys, an empty list for what is missing. */
export function manyByKey<Key extends string, Value>(
  read: BatchRead<Key, Value>,
  keyOf: (value: Value) => Key,
): LoaderOf<Key, Value[]> {
  return loaderOf(async (context, keys, asOf) => {
    const found = new Map<Key, Value[]>(keys.map((key) => [key, []]));
    for (const value of await read(context, keys, asOf)) found.get(keyOf(value))?.push(value);
    return keys.map((key) => found.get(key) ?? []);
  });
}

/** What is made of some words, once a request; whoever asks meanwhile waits for the same. */
export const once = <Words extends readonly (string | undefined)[], Value>(
  context: SubgraphContext,
  make: (context: SubgraphContext, words: Words) => Promise<Value>,
  words: Words,
): Promise<Value> => {
  const made = kept(context.loaders, make, () => new Map<string, Promise<Value>>());
  return kept(made, JSON.stringify(words), () => make(context, words));
};

/** The values of the given keys, in the order of the keys; a key without a value is left out. */
export async function loadAll<Key, Value>(
  loader: DataLoader<Key, Value | null>,
  keys: readonly Key[],
): Promise<Value[]> {
  const found = await Promise.all(keys.map((key) => loader.load(key)));
  return found.filter((value) => value !== null);
}

function loaderOf<Key, Value>(batch: BatchRead<Key, Value>): LoaderOf<Key, Value> {
  const latest = {};
  const dated = {};
  return (context, asOf) => {
    if (asOf === undefined)
      return kept(context.loaders, latest, () => new DataLoader((keys) => batch(context, keys)));
    const byDay = kept(context.loaders, dated, () => new Map<string, DataLoader<Key, Value>>());
    return kept(byDay, asOf, () => new DataLoader((keys) => batch(context, keys, asOf)));
  };
}

/** What a map holds under a key, made at its first reading. */
function kept<Key, Held>(map: Map<Key, unknown>, key: Key, make: () => Held): Held {
  const existing = map.get(key);
  if (existing !== undefined) return existing as Held;
  const made = make();
  map.set(key, made);
  return made;
}
