import type { GraphQLFormattedError } from "graphql";
import { isTree, type Path, type Tree } from "../tree.js";
import {
  type CompiledFetch,
  type Fetched,
  sendFetch,
  tellAt,
  toldErrors,
  toldPath,
  variablesOf,
  Whereabouts,
} from "./fetch.js";
import { copyOf, mergeInto } from "./merge.js";
import type { Represent } from "./representation.js";
import type { Run, Step } from "./run.js";
import { subgraphError } from "./subgraph-error.js";

/** The objects of one fetch, those that a subgraph cannot tell apart asked for once. */
interface Asked {
  readonly representations: Tree[];
  /** The objects behind each representation. */
  readonly places: Tree[][];
}

/** A fetch of entities by their keys, from the objects that the answer has by now. */
export const entityFetch =
  <Context>(fetch: CompiledFetch<Context>, represent: Represent): Step<Context> =>
  (run, places) => {
    const asked = askedOf(fetch, run, represent, places);
    return asked.representations.length === 0 ? undefined : ask(fetch, run, asked);
  };

function askedOf<Context>(
  fetch: CompiledFetch<Context>,
  run: Run<Context>,
  represent: Represent,
  objects: readonly Tree[],
): Asked {
  const asked: Asked = { representations: [], places: [] };
  const unasked: Tree[] = [];
  const indexes = new Map<string, number>();
  // One object may stand at several places, since what a subgraph could not tell apart is shared: it is asked for once.
  for (const object of new Set(objects)) {
    const representation = represent(object);
    if (representation === null) {
      unasked.push(object);
      continue;
    }
    fetch.rewriteInput?.(representation);
    const key = keyOf(representation);
    const known = indexes.get(key);
    if (known !== undefined) asked.places[known]!.push(object);
    else {
      indexes.set(key, asked.representations.length);
      asked.representations.push(representation);
      asked.places.push([object]);
    }
  }
  if (unasked.length > 0) run.unasked.push(() => emptyPlacesOf(fetch, new Whereabouts(fetch, run), unasked));
  return asked;
}

/** What tells a representation from the others of a fetch. Most hold texts alone, which need no escapes beside their lengths. */
function keyOf(representation: Tree): string {
  let key = "";
  for (const name of Object.keys(representation)) {
    const value = representation[name];
    if (typeof value !== "string") return JSON.stringify(representation);
    key += `${name}:${value.length}:${value}`;
  }
  return key;
}

async function ask<Context>(fetch: CompiledFetch<Context>, run: Run<Context>, asked: Asked): Promise<void> {
  const variables = variablesOf(fetch, run);
  variables["representations"] = asked.representations;
  settle(fetch, run, asked, await sendFetch(fetch, run, variables));
}

function settle<Context>(
  fetch: CompiledFetch<Context>,
  run: Run<Context>,
  asked: Asked,
  fetched: Fetched,
): void {
  const { surroundings, subgraph } = fetch;
  const whereabouts = new Whereabouts(fetch, run);
  const emptyPlaces = (index: number): Path[] => emptyPlacesOf(fetch, whereabouts, asked.places[index] ?? []);
  const fail = (failure: unknown, index: number): void =>
    tellAt(fetch, run, surroundings.failureOf(failure, subgraph), emptyPlaces(index));

  if ("failure" in fetched) {
    asked.places.forEach((_, index) => fail(fetched.failure, index));
    return;
  }
  const errors = toldErrors(fetched.answer.errors);
  const erring = new Set(errors.map((error) => entityOf(error, asked)));
  const entities = fetched.answer.data?.["_entities"];
  if (Array.isArray(entities) && entities.length === asked.places.length) {
    for (const [index, places] of asked.places.entries()) {
      const entity: unknown = entities[index];
      // An error that names no entity may be about any of them, another entity's is not about this one.
      const isExcused = erring.has(index) || erring.has(null);
      if (isTree(entity)) {
        merge(fetch, places, entity);
        if (erring.has(null)) for (const place of places) whereabouts.excuse(place, entity);
      } else if (entity !== null && entity !== undefined)
        fail(new Error(`${subgraph} answered an entity that is no object`), index);
      else if (isExcused) run.excused.push(...emptyPlaces(index));
    }
  } else if (errors.length > 0) asked.places.forEach((_, index) => run.excused.push(...emptyPlaces(index)));
  else {
    const failure = new Error(`${subgraph} answered no list of ${asked.places.length} entities`);
    asked.places.forEach((_, index) => fail(failure, index));
  }
  for (const error of errors) tellError(fetch, run, error, asked, whereabouts);
}

/** What a fetch would have filled in some objects. */
const emptyPlacesOf = <Context>(
  { keys }: CompiledFetch<Context>,
  whereabouts: Whereabouts<Context>,
  objects: readonly Tree[],
): Path[] =>
  objects.flatMap((object) => {
    const filled = keys.ofEntity(String(object["__typename"]));
    return whereabouts.of(object).flatMap((path) => filled.map((key) => [...path, key]));
  });

function merge<Context>(
  { rewriteOutput, conditions, place: { mayShare } }: CompiledFetch<Context>,
  places: readonly Tree[],
  entity: Tree,
): void {
  if (rewriteOutput) {
    // What is to be rewritten may depend on the type, which is asked for only where it was not known.
    entity["__typename"] ??= places[0]?.["__typename"];
    rewriteOutput(entity);
  }
  for (let index = 0; index < places.length; index += 1)
    mergeInto(places[index]!, index === 0 || mayShare ? entity : (copyOf(entity) as Tree), conditions);
}

function tellError<Context>(
  fetch: CompiledFetch<Context>,
  run: Run<Context>,
  error: GraphQLFormattedError,
  asked: Asked,
  whereabouts: Whereabouts<Context>,
): void {
  const index = entityOf(error, asked);
  if (index === null) {
    run.errors.push(subgraphError(error, fetch.subgraph, null));
    return;
  }
  const steps = fetch.toldSteps((toldPath(error) ?? []).slice(2));
  const paths = asked.places[index]!.flatMap((place) =>
    whereabouts.of(place).map((base) => [...base, ...steps]),
  );
  tellAt(fetch, run, error, paths);
}

/** The entity that an error is about, by its place among those asked for; null when it names none. */
function entityOf(error: GraphQLFormattedError, { places }: Asked): number | null {
  const index = toldPath(error)?.[1];
  return typeof index === "number" && places[index] ? index : null;
}
