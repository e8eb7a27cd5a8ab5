import type { GraphQLError, GraphQLFormattedError } from "graphql";
import type { Transport } from "../../transport/transport.js";
import type { Path, Tree } from "../tree.js";

/** One execution of an operation, from its first fetch to its answer. */
export interface Run<Context> {
  /** The caller's own values; subgraphs know the defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: Context;
  readonly data: Tree;
  /** What subgraphs refused and what did not come, each with its place in the answer. */
  readonly errors: GraphQLError[];
  /** Places that stay empty because of an error that is told elsewhere: a key that no entity was found for, say. */
  readonly excused: Path[];
  /** Gives places that stay empty because an object lacks what a subgraph would know it by. */
  readonly unasked: (() => readonly Path[])[];
}

/** What the steps of a plan need of the executor. */
export interface PlanSurroundings<Context> {
  readonly transportOf: (subgraph: string) => Transport<Context>;
  /** What callers are told when no usable answer came. */
  readonly failureOf: (error: unknown, subgraph: string) => GraphQLFormattedError;
  readonly onFetch?: ((subgraph: string, milliseconds: number, ok: boolean) => void) | undefined;
}

/** A node of a query plan, ready to run; `places` are the objects it is about. It never rejects. */
export type Step<Context> = (run: Run<Context>, places: readonly Tree[]) => Promise<void> | undefined;
