import type { FetchNode } from "@apollo/query-planner";
import type { SubgraphAnswer, SubgraphOperation, Transport } from "../../transport/transport.js";
import type { Path, Tree } from "../tree.js";
import type { TypeConditions } from "../type-conditions.js";
import { emptyPlacesIn, fetchedKeysOf, type FetchedKeys } from "./empty-places.js";
import type { FlattenPath } from "./flatten-path.js";
import { type Rewrite, renamedKeys, rewriteOf } from "./rewrites.js";
import type { PlanSurroundings, Run } from "./run.js";
import { subgraphError, toldErrors, toldPath } from "./subgraph-error.js";

/** Where in the plan a fetch stands. */
export interface FetchPlace {
  /** From the root of the answer to the objects that the fetch is about. */
  readonly path: FlattenPath;
  /** No other fetch writes into the same objects: several may share what came once. */
  readonly mayShare: boolean;
}

/** What every fetch has, compiled once. */
export interface CompiledFetch<Context> {
  readonly subgraph: string;
  readonly transport: Transport<Context>;
  readonly operation: Omit<SubgraphOperation, "variables">;
  readonly variableUsages: readonly string[];
  readonly rewriteInput: Rewrite | null;
  readonly rewriteOutput: Rewrite | null;
  readonly keys: FetchedKeys;
  /** A path of the subgraph, with the names that the caller knows. */
  toldSteps(path: Path): Path;
  readonly place: FetchPlace;
  readonly conditions: TypeConditions;
  readonly surroundings: PlanSurroundings<Context>;
}

export function compiledFetchOf<Context>(
  node: FetchNode,
  place: FetchPlace,
  conditions: TypeConditions,
  surroundings: PlanSurroundings<Context>,
): CompiledFetch<Context> {
  if (node.operationKind === "subscription") throw new Error("subscriptions are not served");
  const renamed = renamedKeys(node.outputRewrites);
  return {
    subgraph: node.serviceName,
    transport: surroundings.transportOf(node.serviceName),
    operation: { query: node.operation, operationName: node.operationName, kind: node.operationKind },
    variableUsages: node.variableUsages ?? [],
    rewriteInput: rewriteOf(node.inputRewrites, conditions),
    rewriteOutput: rewriteOf(node.outputRewrites, conditions),
    keys: fetchedKeysOf(node.operation, renamed, conditions),
    toldSteps: (path) =>
      renamed.size === 0
        ? path
        : path.map((step) => (typeof step === "string" ? (renamed.get(step) ?? step) : step)),
    place,
    conditions,
    surroundings,
  };
}

/** The caller's values that a fetch uses. */
export function variablesOf<Context>(fetch: CompiledFetch<Context>, run: Run<Context>): Tree {
  const variables: Tree = Object.create(null) as Tree;
  for (const name of fetch.variableUsages)
    if (Object.hasOwn(run.variables, name) && run.variables[name] !== undefined)
      variables[name] = run.variables[name];
  return variables;
}

/** An answer, or why there is none. */
export type Fetched = { readonly answer: SubgraphAnswer } | { readonly failure: unknown };

export async function sendFetch<Context>(
  fetch: CompiledFetch<Context>,
  run: Run<Context>,
  variables: Tree,
): Promise<Fetched> {
  const { subgraph, transport, surroundings } = fetch;
  const { query, operationName, kind } = fetch.operation;
  const startedAt = surroundings.onFetch ? performance.now() : 0;
  let fetched: Fetched;
  try {
    const answer = await transport.send({ query, operationName, kind, variables }, run.context);
    fetched =
      typeof answer === "object" && answer !== null
        ? { answer }
        : { failure: new Error(`${subgraph} answered no GraphQL response`) };
  } catch (failure) {
    fetched = { failure };
  }
  surroundings.onFetch?.(subgraph, performance.now() - startedAt, "answer" in fetched);
  return fetched;
}

/** Where the objects of a fetch are; looked for only once something is to be told about them. */
export class Whereabouts<Context> {
  private found: Map<Tree, Path[]> | null = null;

  constructor(
    private readonly fetch: CompiledFetch<Context>,
    private readonly run: Run<Context>,
  ) {}

  of(place: Tree): readonly Path[] {
    if (!this.found) {
      this.found = new Map();
      this.fetch.place.path.locate(this.run.data, [], this.found);
    }
    return this.found.get(place) ?? [];
  }

  /** Of what was answered about an object, what is empty is so because of an error that names no place. */
  excuse(place: Tree, answered: Tree): void {
    for (const base of this.of(place))
      for (const steps of emptyPlacesIn(answered)) this.run.excused.push([...base, ...steps]);
  }
}

/** Tells an error at each of some places. */
export function tellAt<Context>(
  fetch: CompiledFetch<Context>,
  run: Run<Context>,
  told: Parameters<typeof subgraphError>[0],
  paths: readonly Path[],
): void {
  for (const path of paths) run.errors.push(subgraphError(told, fetch.subgraph, path));
}

export { toldErrors, toldPath };
