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
import type { Run, Step } from "./run.js";
import { subgraphError } from "./subgraph-error.js";

/** A fetch that needs nothing of what came before: of the root fields, as a rule. */
export const rootFetch =
  <Context>(fetch: CompiledFetch<Context>): Step<Context> =>
  async (run, places) =>
    settle(fetch, run, places, await sendFetch(fetch, run, variablesOf(fetch, run)));

function settle<Context>(
  fetch: CompiledFetch<Context>,
  run: Run<Context>,
  places: readonly Tree[],
  fetched: Fetched,
): void {
  const { surroundings, subgraph, rewriteOutput, keys, conditions } = fetch;
  const whereabouts = new Whereabouts(fetch, run);
  const emptyPlaces = (): Path[] =>
    places.flatMap((place) =>
      whereabouts.of(place).flatMap((path) => keys.ofRoot().map((key) => [...path, key])),
    );
  if ("failure" in fetched)
    return tellAt(fetch, run, surroundings.failureOf(fetched.failure, subgraph), emptyPlaces());
  const errors = toldErrors(fetched.answer.errors);
  const { data } = fetched.answer;
  if (isTree(data)) {
    rewriteOutput?.(data);
    if (errors.some((error) => placeOf(error) === null))
      for (const place of places) whereabouts.excuse(place, data);
    places.forEach((place, index) =>
      mergeInto(place, index === 0 ? data : (copyOf(data) as Tree), conditions),
    );
  } else if (errors.length > 0) run.excused.push(...emptyPlaces());
  else {
    const failure = new Error(`${subgraph} answered neither data nor errors`);
    tellAt(fetch, run, surroundings.failureOf(failure, subgraph), emptyPlaces());
  }
  for (const error of errors) tellError(fetch, run, error, places, whereabouts);
}

function tellError<Context>(
  fetch: CompiledFetch<Context>,
  run: Run<Context>,
  error: GraphQLFormattedError,
  places: readonly Tree[],
  whereabouts: Whereabouts<Context>,
): void {
  const path = placeOf(error);
  if (path === null) {
    run.errors.push(subgraphError(error, fetch.subgraph, null));
    return;
  }
  const steps = fetch.toldSteps(path);
  const paths = places.flatMap((place) => whereabouts.of(place).map((base) => [...base, ...steps]));
  tellAt(fetch, run, error, paths);
}

/** The place that an error is about; null when it names none. */
function placeOf(error: GraphQLFormattedError): Path | null {
  const path = toldPath(error);
  return path !== null && path.length > 0 ? path : null;
}
