import type { FetchNode, PlanNode, QueryPlan } from "@apollo/query-planner";
import type { Path } from "../tree.js";
import type { TypeConditions } from "../type-conditions.js";
import { entityFetch } from "./entity-fetch.js";
import { compiledFetchOf } from "./fetch.js";
import { flattenPathOf } from "./flatten-path.js";
import { representationOf } from "./representation.js";
import { rootFetch } from "./root-fetch.js";
import type { PlanSurroundings, Step } from "./run.js";

/** Compiles a query plan; null when it fetches nothing. */
export function stepOf<Context>(
  plan: QueryPlan,
  conditions: TypeConditions,
  surroundings: PlanSurroundings<Context>,
): Step<Context> | null {
  const { node } = plan;
  if (!node) return null;
  if (node.kind === "Subscription") throw new Error("subscriptions are not served");
  const paths = fetchPaths(node, []);

  function compile(part: PlanNode, path: Path): Step<Context> {
    switch (part.kind) {
      case "Sequence":
        return inSequence(part.nodes.map((inner) => compile(inner, path)));
      case "Parallel":
        return sideBySide(part.nodes.map((inner) => compile(inner, path)));
      case "Flatten":
        return compileFlatten(part.path, compile(part.node, [...path, ...part.path]));
      case "Condition":
        throw new Error("conditions are decided before an operation is planned");
      case "Fetch":
        return compileFetch(part, path);
      case "Defer":
        throw new Error("@defer is not served");
    }
  }

  function compileFetch(fetch: FetchNode, path: Path): Step<Context> {
    const key = path.join(".");
    const place = {
      path: flattenPathOf(path, conditions),
      mayShare: paths.filter((other) => other === key).length === 1,
    };
    const compiled = compiledFetchOf(fetch, place, conditions, surroundings);
    return fetch.requires
      ? entityFetch(compiled, representationOf(fetch.requires, conditions))
      : rootFetch(compiled);
  }

  function compileFlatten(path: Path, inner: Step<Context>): Step<Context> {
    const { collect } = flattenPathOf(path, conditions);
    return (run, places) => {
      const objects = collect(places);
      return objects.length === 0 ? undefined : inner(run, objects);
    };
  }

  return compile(node, []);
}

const inSequence =
  <Context>(steps: readonly Step<Context>[]): Step<Context> =>
  async (run, places) => {
    for (const step of steps) {
      const pending = step(run, places);
      if (pending) await pending;
    }
  };

const sideBySide =
  <Context>(steps: readonly Step<Context>[]): Step<Context> =>
  async (run, places) => {
    await Promise.all(steps.map((step) => step(run, places)));
  };

/** The paths of all fetches of a plan, one that comes twice twice. */
function fetchPaths(node: PlanNode, path: Path): string[] {
  switch (node.kind) {
    case "Sequence":
    case "Parallel":
      return node.nodes.flatMap((inner) => fetchPaths(inner, path));
    case "Flatten":
      return fetchPaths(node.node, [...path, ...node.path]);
    case "Fetch":
      return [path.join(".")];
    case "Condition":
    case "Defer":
      return [];
  }
}
