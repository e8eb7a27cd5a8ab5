import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  parse,
  validate,
} from "graphql";
import { LRUCache } from "lru-cache";
import { type Clock, systemClock } from "./clock.js";
import type { SubgraphContext } from "./context.js";
import type { SubgraphDatabase } from "./database.js";
import { HubError, isRefusal } from "./errors.js";
import type { SubgraphSchema } from "./federation.js";
import type { Principal } from "./principal.js";

/** One operation sent to a subgraph, by the gateway in process or over HTTP. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly principal: Principal;
  readonly requestId: string;
}

/** A subgraph that answers: schema and database together. */
export interface RunningSubgraph {
  execute(request: SubgraphRequest): Promise<FormattedExecutionResult>;
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/** Told of errors that are ours; the caller only gets a request id. */
export type ErrorLog = (error: unknown, requestId: string) => void;

const documentsKept = 1_000;

/** Makes a subgraph answer; documents are parsed and validated once. */
export function runSubgraph(
  subgraph: SubgraphSchema,
  database: SubgraphDatabase,
  logError: ErrorLog,
  clock: Clock = systemClock,
): RunningSubgraph {
  const documents = new LRUCache<string, DocumentNode | readonly GraphQLError[]>({ max: documentsKept });

  function documentOf(query: string): DocumentNode | readonly GraphQLError[] {
    const known = documents.get(query);
    if (known) return known;
    const read = readDocument(query);
    documents.set(query, read);
    return read;
  }

  function readDocument(query: string): DocumentNode | readonly GraphQLError[] {
    try {
      const document = parse(query);
      const errors = validate(subgraph.schema, document);
      return errors.length > 0 ? errors : document;
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  return {
    async execute({ query, variables, operationName, principal, requestId }) {
      const document = documentOf(query);
      if ("length" in document) return { errors: document.map((error) => error.toJSON()) };
      const extensions: Record<string, unknown> = {};
      const contextValue: SubgraphContext = {
        principal,
        database,
        clock,
        requestId,
        loaders: new Map(),
        extensions,
      };
      const result = await execute({
        schema: subgraph.schema,
        document,
        contextValue,
        variableValues: variables ?? null,
        operationName: operationName ?? null,
      });
      const answer = withSafeErrors(result, requestId, logError);
      return Object.keys(extensions).length > 0 ? { ...answer, extensions } : answer;
    },
    isReady: () => database.isReady(),
    close: () => database.close(),
  };
}

function withSafeErrors(
  result: ExecutionResult,
  requestId: string,
  logError: ErrorLog,
): FormattedExecutionResult {
  if (!result.errors) return result as FormattedExecutionResult;
  const errors = result.errors.map((error) => {
    const cause = error.originalError ?? error;
    // A refusal of ours, or a complaint of graphql-js about the caller's own document or variables.
    if (isRefusal(cause) || !error.originalError) {
      return {
        ...error.toJSON(),
        extensions: { ...error.extensions, ...(isRefusal(cause) ? cause.extensions : {}) },
      };
    }
    logError(cause, requestId);
    const masked = new HubError("INTERNAL");
    return {
      message: masked.message,
      ...(error.path ? { path: error.path } : {}),
      extensions: { ...masked.extensions, requestId },
    };
  });
  return { ...result, errors } as FormattedExecutionResult;
}
