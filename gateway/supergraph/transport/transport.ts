import type { GraphQLFormattedError } from "graphql";

/** One fetch of a query plan, on its way to a subgraph. */
export interface SubgraphOperation {
  /** The document's text; the same text for every run of one compiled operation. */
  readonly query: string;
  readonly operationName: string | undefined;
  readonly kind: "query" | "mutation";
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
  /** Rejects when no answer came: what a subgraph refuses is an answer with errors. */
  send(operation: SubgraphOperation, context: Context): Promise<SubgraphAnswer>;
  close(): Promise<void>;
}
