import { Supergraph } from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse } from "graphql";
import { AdmissionCache } from "./admission-cache.js";
import { type CompiledOperation, type Compiler, compileOperation } from "./compile.js";
import type { PlanSurroundings } from "./plan/run.js";
import { forPlanning } from "./planning/for-planning.js";
import { neededFields } from "./planning/needed-fields.js";
import { roundsOf } from "./planning/rounds.js";
import { typeConditionsOf } from "./type-conditions.js";

/** An operation as it is asked. */
export interface AskedOperation {
  /** Its document's text, which it is kept under. */
  readonly query: string;
  readonly operationName: string | undefined;
}

/** Ready to run, or why it cannot be. */
export type Prepared<Context> =
  | { readonly operation: CompiledOperation<Context> }
  | { readonly errors: readonly GraphQLError[] }
  /** The planner gave up on a document that follows the schema. */
  | { readonly failure: Error };

/** One supergraph with all that was made of it: its schema, planner and operations never meet those of another. */
export interface Snapshot<Context> {
  /** What callers may ask of. */
  readonly schema: GraphQLSchema;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /** The operation, compiled the first time that it is asked; the document is read only then. */
  prepare(asked: AskedOperation, document: () => DocumentNode | readonly GraphQLError[]): Prepared<Context>;
  /** Keeps an operation for good, whatever else is asked. */
  pin(asked: AskedOperation, document: () => DocumentNode | readonly GraphQLError[]): Prepared<Context>;
  mostUsed(count: number): AskedOperation[];
  readonly kept: { readonly operations: number; readonly weight: number };
}

export interface SnapshotOptions<Context> {
  readonly surroundings: PlanSurroundings<Context>;
  /** How many characters of documents are kept compiled. */
  readonly documentsKept: number;
  readonly onPlanned?: ((milliseconds: number) => void) | undefined;
}

export function openSnapshot<Context>(
  supergraphSdl: string,
  { surroundings, documentsKept, onPlanned }: SnapshotOptions<Context>,
): Snapshot<Context> {
  const document = forPlanning(parse(supergraphSdl, { noLocation: true }));
  const needed = neededFields(document);
  const supergraph = Supergraph.build(document);
  const apiSchema = supergraph.apiSchema();
  const compiler: Compiler<Context> = {
    schema: apiSchema.toGraphQLJSSchema(),
    apiSchema,
    planner: new QueryPlanner(supergraph),
    conditions: typeConditionsOf(supergraph.schema.toGraphQLJSSchema()),
    needed,
    rounds: roundsOf(needed.requiring),
    surroundings,
    onPlanned,
  };
  const cache = new AdmissionCache<Prepared<Context>>({ maxWeight: documentsKept });
  const make: Snapshot<Context>["prepare"] = ({ query, operationName }, documentOf) => {
    const document = documentOf();
    if (isErrors(document)) return { errors: document };
    // Read once more without the places of its words, which would weigh most of what is kept.
    return prepared(compiler, parse(query, { noLocation: true }), operationName);
  };
  return {
    schema: compiler.schema,
    subgraphs: supergraph.subgraphsMetadata(),
    prepare(asked, document) {
      const key = keyOf(asked);
      let known = cache.get(key);
      if (!known) {
        known = make(asked, document);
        cache.set(key, known, key.length);
      }
      return known;
    },
    pin(asked, document) {
      const key = keyOf(asked);
      const known = cache.get(key) ?? make(asked, document);
      if ("operation" in known) cache.pin(key, known);
      return known;
    },
    mostUsed: (count) => cache.mostUsed(count).map(askedOf),
    get kept() {
      return { operations: cache.size, weight: cache.weight };
    },
  };
}

function prepared<Context>(
  compiler: Compiler<Context>,
  document: DocumentNode,
  operationName: string | undefined,
): Prepared<Context> {
  try {
    return { operation: compileOperation(compiler, document, operationName) };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    return { failure: error instanceof Error ? error : new Error(String(error)) };
  }
}

const isErrors = (value: DocumentNode | readonly GraphQLError[]): value is readonly GraphQLError[] =>
  Array.isArray(value);

// A name of GraphQL holds no line break.
const keyOf = ({ query, operationName }: AskedOperation): string => `${operationName ?? ""}\n${query}`;

function askedOf(key: string): AskedOperation {
  const end = key.indexOf("\n");
  return { query: key.slice(end + 1), operationName: end === 0 ? undefined : key.slice(0, end) };
}
