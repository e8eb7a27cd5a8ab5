import {
  execute,
  type ExecutionResult,
  type FormattedExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLEnumType,
  type GraphQLSchema,
  isEnumType,
  parse,
  validate,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import { endApart } from "./apart.js";
import { type AskedFields, askedFieldsOf } from "./asked-fields.js";
import { type Clock, systemClock } from "./clock.js";
import type { SubgraphContext } from "./context.js";
import { cursorKeyOf } from "./cursor.js";
import { refusalOfDatabase } from "./database-refusal.js";
import type { SubgraphDatabase } from "./database.js";
import { HubError, isRefusal } from "./errors.js";
import type { SubgraphSchema } from "./federation.js";
import { askPeerOf, noPeers, type PeerTransport } from "./peer.js";
import type { Principal } from "./principal.js";
import { takesRecursiveInput } from "./recursive-input.js";
import { refusalOfDepth } from "./variable-depth.js";
import type { Wait } from "./wait.js";

/** One operation sent to a subgraph, by the gateway in process or over HTTP. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly principal: Principal;
  readonly requestId: string;
  /** The wait for the answer: a query stops where nobody waits any more, a mutation that was begun goes on. */
  readonly wait?: Wait | undefined;
}

/** A subgraph that answers: schema and database together. */
export interface RunningSubgraph {
  execute(request: SubgraphRequest): Promise<FormattedExecutionResult>;
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/** Told of errors that are ours; the caller only gets a request id. */
export type ErrorLog = (error: unknown, requestId: string) => void;

const operationsKept = 1_000;
const silent: ErrorLog = () => undefined;

/** An operation ready to run, or why it cannot be. */
type Prepared =
  | (Pick<CompiledQuery, "query"> & { readonly asked: AskedFields; readonly isChange: boolean })
  | { readonly errors: readonly GraphQLError[] };

/** Makes a subgraph answer; each operation is parsed, validated and compiled once. */
export function runSubgraph(
  subgraph: SubgraphSchema,
  database: SubgraphDatabase,
  logError: ErrorLog,
  clock: Clock = systemClock,
  peers: PeerTransport = noPeers,
): RunningSubgraph {
  const operations = new LRUCache<string, Prepared>({ max: operationsKept });

  function operationOf(query: string, operationName: string | null | undefined): Prepared {
    const key = `${operationName ?? ""}\n${query}`;
    const known = operations.get(key);
    if (known) return known;
    const prepared = prepare(subgraph, query, operationName ?? undefined);
    operations.set(key, prepared);
    return prepared;
  }

  return {
    async execute({ query, variables, operationName, principal, requestId, wait }) {
      const operation = operationOf(query, operationName);
      if ("errors" in operation) return { errors: operation.errors.map((error) => error.toJSON()) };
      const tooDeep = refusalOfDepth(variables ?? {});
      if (tooDeep) return { errors: [tooDeep.toJSON()] };
      const extensions: Record<string, unknown> = {};
      const context: SubgraphContext = {
        principal,
        database,
        clock,
        requestId,
        // Not a getter: V8 holds the function of each object's getter, and with it all of the request, for minutes.
        cursorKey: () => cursorKeyOf(database.address.roleSecret),
        asked: operation.asked,
        loaders: new Map(),
        extensions,
        wait: operation.isChange ? undefined : wait,
        ask: askPeerOf(peers, requestId, logError),
      };
      const result = await operation.query(undefined, context, variables ?? {});
      // What fails because nobody waits is no failure.
      const answer = withSafeErrors(result, requestId, context.wait?.reason ? silent : logError);
      return Object.keys(extensions).length > 0 ? { ...answer, extensions } : answer;
    },
    isReady: () => database.isReady(),
    // Whoever waits for work apart is told first, while there is still a database to tell it to.
    close: () => endApart().finally(() => database.close()),
  };
}

// PostgreSQL's words for text that it cannot hold (a NUL, a lone surrogate) and for a number beyond its range.
const unstorableCodes = new Set(["22021", "22P05", "22P02", "22003"]);
const isUnstorable = (cause: unknown): boolean =>
  unstorableCodes.has(String((cause as { code?: unknown }).code));

const unstorable = (path: readonly (string | number)[]): HubError =>
  new HubError(
    "INVALID_ARGUMENT",
    {
      argument: path.join("."),
      observed: "…",
      expected:
        "texte sans caractère nul, nombre dans ses bornes · text without NUL, number within its bounds",
    },
    path.join("."),
  );

function prepare({ schema }: SubgraphSchema, query: string, operationName: string | undefined): Prepared {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    const asked = askedFieldsOf(schema, document);
    const isChange = getOperationAST(document, operationName)?.operation !== "query";
    // graphql-jit writes out the code of every input type: of one that holds itself it would never end.
    if (takesRecursiveInput(schema, document))
      return {
        asked,
        isChange,
        query: (rootValue, contextValue, variableValues) =>
          execute({ schema, document, rootValue, contextValue, variableValues, operationName }),
      };
    const compiled = compileQuery(schema, document, operationName, {
      customSerializers: enumSerializersOf(schema),
    });
    return isCompiledQuery(compiled)
      ? { query: compiled.query, asked, isChange }
      : { errors: compiled.errors ?? [] };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}

/** Enums are written as they are where their values are their names; graphql-js looks each up in every answer. */
function enumSerializersOf(schema: GraphQLSchema): Record<string, (value: unknown) => unknown> {
  let known = enumSerializers.get(schema);
  if (!known) {
    const enums = Object.values(schema.getTypeMap()).filter(isEnumType);
    known = Object.fromEntries(enums.map((type) => [type.name, serializerOf(type)]));
    enumSerializers.set(schema, known);
  }
  return known;
}

const enumSerializers = new WeakMap<GraphQLSchema, Record<string, (value: unknown) => unknown>>();

function serializerOf(type: GraphQLEnumType): (value: unknown) => unknown {
  const names = new Set<unknown>(
    type
      .getValues()
      .filter(({ name, value }) => name === value)
      .map(({ name }) => name),
  );
  return (value) => (names.has(value) ? value : type.serialize(value));
}

function withSafeErrors(
  result: ExecutionResult,
  requestId: string,
  logError: ErrorLog,
): FormattedExecutionResult {
  if (!result.errors) return result as FormattedExecutionResult;
  const errors = result.errors.map((error) => {
    const cause = error.originalError ?? error;
    const path = error.path ? { path: error.path } : {};
    if (isRefusal(cause)) return { ...cause.toJSON(), ...path };
    // Without a place in the answer it is a complaint about the caller's own variables.
    if (!error.path) return { message: error.message, extensions: error.extensions ?? {} };
    if (isUnstorable(cause)) return { ...unstorable(error.path).toJSON(), ...path };
    logError(cause, requestId);
    const masked = new HubError(refusalOfDatabase(cause) ?? "INTERNAL").toJSON();
    return { ...masked, ...path, extensions: { ...masked.extensions, requestId } };
  });
  return { ...result, errors } as FormattedExecutionResult;
}
