import type { GraphQLFormattedError } from "graphql";
import type { Wait } from "./wait.js";

/** One fetch of a query plan, on its way to a subgraph. */
export interface SubgraphOperation {
  /** The document's text; the same text for every run of one compiled operation. */
  readonly query: string;
  readonly operationName: string | undefined;
  readonly kind: "query" | "mutation";
  /** Not changed any more once they are sent. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a subgraph answered. It belongs to who receives it, who may change its data in place. */
export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The way to one subgraph. */
export interface Transport<Context = unknown> {
  /**
   * Rejects when no answer came: what a subgraph refuses is an answer with errors.
   * @param wait ends when nobody waits for the answer any more; the parts of a way tell it to each other
   */
  send(operation: SubgraphOperation, context: Context, wait?: Wait): Promise<SubgraphAnswer>;
  close(): Promise<void>;
}
