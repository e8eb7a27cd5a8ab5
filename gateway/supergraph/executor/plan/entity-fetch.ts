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
    const asked = askedOf(fetch, represent, places);
    return asked.representations.length === 0 ? undefined : ask(fetch, run, asked);
  };

function askedOf<Context>(
  { rewriteInput }: CompiledFetch<Context>,
  represent: Represent,
  objects: readonly Tree[],
): Asked {
  const asked: Asked = { representations: [], places: [] };
  const indexes = new Map<string, number>();
  // One object may stand at several places, since what a subgraph could not tell apart is shared: it is asked for once.
  for (const object of new Set(objects)) {
    const representation = represent(object);
    if (representation === null) continue;
    rewriteInput?.(representation);
    const key = JSON.stringify(representation);
    const known = indexes.get(key);
    if (known !== undefined) asked.places[known]!.push(object);
    else {
      indexes.set(key, asked.representations.length);
      asked.representations.push(representation);
      asked.places.push([object]);
    }
  }
  return asked;
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
  const emptyPlaces = (index: number): Path[] => {
    const typename = String(asked.places[index]?.[0]?.["__typename"]);
    const keys = fetch.keys.ofEntity(typename);
    return (asked.places[index] ?? []).flatMap((place) =>
      whereabouts.of(place).flatMap((path) => keys.map((key) => [...path, key])),
    );
  };
  const fail = (failure: unknown, index: number): void =>
    tellAt(fetch, run, surroundings.failureOf(failure, subgraph), emptyPlaces(index));

  if ("failure" in fetched) {
    asked.places.forEach((_, index) => fail(fetched.failure, index));
    return;
  }
  const errors = toldErrors(fetched.answer.errors);
  const entities = fetched.answer.data?.["_entities"];
  if (Array.isArray(entities) && entities.length === asked.places.length) {
    for (const [index, places] of asked.places.entries()) {
      const entity: unknown = entities[index];
      if (isTree(entity)) merge(fetch, places, entity);
      else if (entity !== null && entity !== undefined)
        fail(new Error(`${subgraph} answered an entity that is no object`), index);
      else if (errors.length > 0) run.excused.push(...emptyPlaces(index));
    }
  } else if (errors.length > 0) asked.places.forEach((_, index) => run.excused.push(...emptyPlaces(index)));
  else {
    const failure = new Error(`${subgraph} answered no list of ${asked.places.length} entities`);
    asked.places.forEach((_, index) => fail(failure, index));
  }
  for (const error of errors) tellError(fetch, run, error, asked, whereabouts);
}

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
  const path = toldPath(error);
  const index = path?.[1];
  const places = typeof index === "number" ? asked.places[index] : undefined;
  if (path === null || !places) {
    run.errors.push(subgraphError(error, fetch.subgraph, null));
    return;
  }
  const steps = fetch.toldSteps(path.slice(2));
  const paths = places.flatMap((place) => whereabouts.of(place).map((base) => [...base, ...steps]));
  tellAt(fetch, run, error, paths);
}
