import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  validate,
} from "graphql";
import { plainHttpTransport } from "../transport/plain-http.js";
import type { Transport } from "../transport/transport.js";
import { type Answer, executeOperation, writeOperation, type WrittenAnswer } from "./execute.js";
import { type CompiledOperation, PlanningFailure } from "./compile.js";
import { type AskedOperation, openSnapshot, type Prepared, type Snapshot } from "./snapshot.js";

export type { Answer, WrittenAnswer } from "./execute.js";
export type { AskedOperation } from "./snapshot.js";

export interface ExecutorOptions<Context> {
  /** The way to each subgraph; over HTTP to the address in the supergraph unless given. */
  readonly transportOf?: (name: string, url: string) => Transport<Context>;
  /** How many characters of documents are kept compiled. */
  readonly documentsKept?: number;
  /** What callers are told where a subgraph gave no usable answer. */
  readonly failureOf?: (error: unknown, subgraph: string) => GraphQLFormattedError;
  /** Told each time an operation comes as far as the planner, whether or not its plan was kept. */
  readonly onPlan?: () => void;
  /** Told how long each plan took to make. */
  readonly onPlanned?: (milliseconds: number) => void;
  /** Told of each fetch as it ends. */
  readonly onFetch?: (subgraph: string, milliseconds: number, ok: boolean) => void;
}

/** One request. */
export interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
}

/** A request whose document was read and validated over the schema of a snapshot. */
export interface Validated extends Asked {
  readonly document: DocumentNode;
  /** The schema that the document was validated over; the newest unless given. */
  readonly schema?: GraphQLSchema | undefined;
}

/** Answers the operations of a supergraph, whichever its subgraphs. */
export interface Executor<Context> {
  /** What callers may ask of; another object after each reload. */
  readonly schema: GraphQLSchema;
  readonly kept: Snapshot<Context>["kept"];
  execute(asked: Asked, context?: Context): Promise<Answer>;
  /**
   * The same for a caller who has validated the document already, as text where the answer is clean; rejects when the
   * planner gives up on the document.
   */
  write(asked: Validated, context: Context): Promise<Answer | WrittenAnswer>;
  /** Goes over to another supergraph; operations in flight end on the one they began with. */
  reload(supergraphSdl: string): void;
  /** Makes another supergraph ready beside the one that serves; throws when it cannot be built. */
  beside(supergraphSdl: string): Beside;
  /** Compiles operations before they are asked, and keeps them for good when `pinned`. */
  warmUp(operations: readonly AskedOperation[], options?: { readonly pinned?: boolean }): void;
  /** The operations asked most. */
  mostUsed(count: number): AskedOperation[];
  close(): Promise<void>;
}

/** A supergraph that is ready and answers nobody yet. */
export interface Beside {
  readonly schema: GraphQLSchema;
  /** The names of its subgraphs. */
  readonly subgraphs: readonly string[];
  /** Compiles an operation before it is asked, and keeps it for good when `pinned`. */
  warmUp(operation: AskedOperation, options?: { readonly pinned?: boolean }): void;
  /** Answers from now on; operations in flight end on the one they began with. */
  takeOver(): void;
}

// A compiled operation holds some 170 bytes for each character of its document.
const charactersKept = 256 * 1024;

const unavailable = (_error: unknown, subgraph: string): GraphQLFormattedError => ({
  message: `Subgraph "${subgraph}" gave no answer`,
  extensions: { code: "SUBGRAPH_UNAVAILABLE" },
});

/** Makes the executor of a Federation 2 supergraph. */
export function createExecutor<Context = unknown>(
  supergraphSdl: string,
  options: ExecutorOptions<Context> = {},
): Executor<Context> {
  const transports = new Map<string, Transport<Context>>();
  const bySchema = new WeakMap<GraphQLSchema, Snapshot<Context>>();
  let snapshot = open(supergraphSdl);

  function open(sdl: string): Snapshot<Context> {
    const opened: Snapshot<Context> = openSnapshot(sdl, {
      surroundings: {
        transportOf: (name) => transportTo(name, opened.subgraphs),
        failureOf: options.failureOf ?? unavailable,
        onFetch: options.onFetch,
      },
      documentsKept: options.documentsKept ?? charactersKept,
      onPlanned: options.onPlanned,
    });
    bySchema.set(opened.schema, opened);
    return opened;
  }

  // A reload that leaves a subgraph where it is leaves its connections alone.
  function transportTo(name: string, subgraphs: Snapshot<Context>["subgraphs"]): Transport<Context> {
    const url = subgraphs.find((subgraph) => subgraph.name === name)?.url ?? "";
    const key = `${name} ${url}`;
    let transport = transports.get(key);
    if (!transport)
      transports.set(key, (transport = options.transportOf?.(name, url) ?? plainHttpTransport(url)));
    return transport;
  }

  const validDocument =
    (schema: GraphQLSchema, query: string): (() => DocumentNode | readonly GraphQLError[]) =>
    () => {
      try {
        const document = parse(query);
        const errors = validate(schema, document);
        return errors.length > 0 ? errors : document;
      } catch (error) {
        if (error instanceof GraphQLError) return [error];
        throw error;
      }
    };

  function operationOf(prepared: Prepared<Context>): CompiledOperation<Context> | Answer {
    if ("failure" in prepared) throw prepared.failure;
    return "errors" in prepared ? { errors: prepared.errors } : prepared.operation;
  }

  function warmUp(
    on: Snapshot<Context>,
    asked: AskedOperation,
    { pinned = false }: { readonly pinned?: boolean } = {},
  ): void {
    const document = validDocument(on.schema, asked.query);
    const prepared = pinned ? on.pin(asked, document) : on.prepare(asked, document);
    if (!("operation" in prepared) || prepared.operation.hasConditions) return;
    try {
      prepared.operation.readyUnder({});
    } catch {
      // Whoever asks it is told.
    }
  }

  return {
    get schema() {
      return snapshot.schema;
    },
    get kept() {
      return snapshot.kept;
    },
    async execute(asked, context) {
      const on = snapshot;
      const { query } = asked;
      const prepared = on.prepare(
        { query, operationName: asked.operationName ?? undefined },
        validDocument(on.schema, query),
      );
      try {
        const operation = operationOf(prepared);
        return "definition" in operation
          ? await executeOperation(
              on.schema,
              operation,
              asked.variables ?? {},
              context as Context,
              options.onPlan,
            )
          : operation;
      } catch (error) {
        if (!(error instanceof PlanningFailure)) throw error;
        return { errors: [new GraphQLError("No plan was found.", { originalError: error })] };
      }
    },
    async write(asked, context) {
      const on = (asked.schema && bySchema.get(asked.schema)) ?? snapshot;
      const { query, document } = asked;
      const operationName = asked.operationName ?? undefined;
      const operation = operationOf(on.prepare({ query, operationName }, () => document));
      return "definition" in operation
        ? writeOperation(on.schema, operation, asked.variables ?? {}, context, options.onPlan)
        : operation;
    },
    reload(sdl) {
      snapshot = open(sdl);
    },
    beside(sdl) {
      const next = open(sdl);
      return {
        schema: next.schema,
        subgraphs: next.subgraphs.map(({ name }) => name),
        warmUp: (asked, options) => warmUp(next, asked, options),
        takeOver: () => void (snapshot = next),
      };
    },
    warmUp(operations, options) {
      for (const asked of operations) warmUp(snapshot, asked, options);
    },
    mostUsed: (count) => snapshot.mostUsed(count),
    async close() {
      await Promise.all([...transports.values()].map((transport) => transport.close()));
    },
  };
}
