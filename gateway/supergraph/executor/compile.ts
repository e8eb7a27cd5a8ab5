import { operationFromDocument, type Schema } from "@apollo/federation-internals";
import type { QueryPlan, QueryPlanner } from "@apollo/query-planner";
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { LRUCache } from "lru-cache";
import { decided } from "./planning/decided.js";
import { fragmentsOf } from "./planning/fragments.js";
import { kindsApart } from "./planning/kinds-apart.js";
import { namesApart } from "./planning/names-apart.js";
import type { NeededFields } from "./planning/needed-fields.js";
import { documentsByRound, type Rounds } from "./planning/rounds.js";
import { type VariablesApart, variablesApart } from "./planning/variables-apart.js";
import type { PlanSurroundings, Step } from "./plan/run.js";
import { stepOf } from "./plan/step.js";
import { conditionVariables } from "./result/inclusion.js";
import { introspectionOf, type Introspect } from "./result/introspection.js";
import { Selection } from "./result/selection.js";
import type { WriteObject } from "./result/write-object.js";
import { writerOf } from "./result/writer.js";
import type { TypeConditions } from "./type-conditions.js";

/** What compiling takes of a snapshot. */
export interface Compiler<Context> {
  readonly schema: GraphQLSchema;
  readonly apiSchema: Schema;
  readonly planner: QueryPlanner;
  readonly conditions: TypeConditions;
  /** What the planner asks for by itself. */
  readonly needed: NeededFields;
  readonly rounds: Rounds;
  readonly surroundings: PlanSurroundings<Context>;
  /** Told how long the planner took. */
  readonly onPlanned?: ((milliseconds: number) => void) | undefined;
}

/** An operation that is ready to run as often as it is asked. */
export interface CompiledOperation<Context> {
  readonly definition: OperationDefinitionNode;
  /** The caller's values, by the names that `definition` gives the variables. */
  readonly named: VariablesApart["named"];
  /** Names whose values may differ between one asking from the root and the next. */
  readonly manyValued: ReadonlySet<string>;
  /** The caller's names, by the name in the tree where it is another. */
  readonly responseNames: ReadonlyMap<string, string>;
  readonly introspect: Introspect | null;
  /** What is done depends on the values of its variables. */
  readonly hasConditions: boolean;
  /**
   * What is done under these values of the operation's variables: each combination of what is skipped and included has
   * a plan and an answer of its own, made when it is asked first. Throws a GraphQLError for what no subgraph can answer, a PlanningFailure where the
   * planner gives up.
   */
  readyUnder(coerced: Readonly<Record<string, unknown>>): ReadyOperation<Context>;
}

/** One combination of an operation's conditions. */
export interface ReadyOperation<Context> {
  /** Null when nothing is fetched. */
  readonly step: Step<Context> | null;
  /** What is asked once more from the root, after the first: of most operations nothing. */
  readonly laterSteps: readonly Step<Context>[];
  readonly selection: Selection;
  /** Writes a clean tree as text. */
  readonly write: WriteObject;
}

/** The planner gave up on a document that follows the schema. */
export class PlanningFailure extends Error {}

// Of one operation; what was asked least lately is made anew.
const combinationsKept = 8;

/** Plans and compiles one operation of a document; throws a GraphQLError when it cannot be run. */
export function compileOperation<Context>(
  compiler: Compiler<Context>,
  document: DocumentNode,
  operationName: string | undefined,
): CompiledOperation<Context> {
  const { schema, needed } = compiler;
  const asked = ofOneOperation(document, definitionOf(document, operationName));
  const { document: unmistaken, named } = variablesApart(asked);
  const { document: apart, responseNames } = namesApart(unmistaken, schema, needed.names);
  const definition = definitionOf(apart, undefined);
  const root = schema.getRootType(definition.operation);
  if (!root || definition.operation === "subscription")
    throw new GraphQLError(`The schema has no ${definition.operation} to ask.`, { nodes: definition });
  const fragments = fragmentsOf(apart);
  const variables = conditionVariables(apart);
  const made = (flags: Readonly<Record<string, boolean>>): ReadyOperation<Context> => {
    const selection = new Selection({ schema, fragments, responseNames, flags }, root, [
      definition.selectionSet,
    ]);
    const [step = null, ...laterSteps] = stepsOf(compiler, decided(apart, flags));
    if (!step && isAnswerExpected(selection)) throw new GraphQLError("No subgraph can answer this.");
    return { step, laterSteps, selection, write: writerOf(selection) };
  };
  const kept = new LRUCache<string, ReadyOperation<Context>>({ max: combinationsKept });
  return {
    definition,
    named,
    manyValued: needed.manyValued,
    responseNames,
    introspect: introspectionOf(schema, definition, fragments),
    hasConditions: variables.length > 0,
    readyUnder(coerced) {
      const key = variables.map((name) => (coerced[name] === true ? "1" : "0")).join("");
      let ready = kept.get(key);
      if (!ready) {
        ready = made(Object.fromEntries(variables.map((name) => [name, coerced[name] === true])));
        kept.set(key, ready);
      }
      return ready;
    },
  };
}

/** The steps of each time that an operation is asked from the root. */
function stepsOf<Context>(compiler: Compiler<Context>, document: DocumentNode): Step<Context>[] {
  const { schema, rounds, conditions, surroundings } = compiler;
  const isQuery = definitionOf(document, undefined).operation === "query";
  const documents = isQuery ? documentsByRound(document, schema, rounds) : [document];
  return documents.flatMap((asked) => stepOf(planOf(compiler, asked), conditions, surroundings) ?? []);
}

function planOf<Context>(
  { schema, apiSchema, planner, onPlanned }: Compiler<Context>,
  document: DocumentNode,
): QueryPlan {
  const startedAt = performance.now();
  const plan = (asked: DocumentNode): QueryPlan =>
    planner.buildQueryPlan(operationFromDocument(apiSchema, asked));
  try {
    return planned(() => plan(document)) ?? plan(kindsApart(document, schema));
  } catch (cause) {
    if (cause instanceof GraphQLError) throw cause;
    throw new PlanningFailure("the planner gave up", { cause });
  } finally {
    onPlanned?.(performance.now() - startedAt);
  }
}

function planned(plan: () => QueryPlan): QueryPlan | null {
  try {
    return plan();
  } catch {
    return null;
  }
}

/** True when some root field must come of a subgraph. */
const isAnswerExpected = (selection: Selection): boolean =>
  selection.shapeOf(selection.declared.name)?.fields.some(({ name }) => !name.startsWith("__")) === true;

const ofOneOperation = (document: DocumentNode, operation: OperationDefinitionNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  ),
});

// https://spec.graphql.org/October2021/#GetOperation()
function definitionOf(document: DocumentNode, operationName: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operationName !== undefined) {
    const named = operations.find(({ name }) => name?.value === operationName);
    if (!named) throw new GraphQLError(`Unknown operation named "${operationName}".`);
    return named;
  }
  const [only, ...others] = operations;
  if (!only) throw new GraphQLError("Must provide an operation.");
  if (others.length > 0)
    throw new GraphQLError("Must provide operation name if query contains multiple operations.");
  return only;
}
