import { operationFromDocument, type Schema } from "@apollo/federation-internals";
import type { QueryPlanner } from "@apollo/query-planner";
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
} from "graphql";
import { namesApart } from "./planning/names-apart.js";
import type { NeededFields } from "./planning/needed-fields.js";
import { documentsByRound, type Rounds } from "./planning/rounds.js";
import type { PlanSurroundings, Step } from "./plan/run.js";
import { stepOf } from "./plan/step.js";
import { conditionVariables } from "./result/inclusion.js";
import { introspectionOf, type Introspect } from "./result/introspection.js";
import { Selection, type SelectionSource } from "./result/selection.js";
import { type WriteObject, writerOf } from "./result/writer.js";
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
  readonly kind: OperationTypeNode;
  /** Null when nothing is fetched. */
  readonly step: Step<Context> | null;
  /** What is asked once more from the root, after the first: of most operations nothing. */
  readonly laterSteps: readonly Step<Context>[];
  /** Names whose values may differ between the two. */
  readonly manyValued: ReadonlySet<string>;
  /** The caller's names, by the name in the tree where it is another. */
  readonly responseNames: ReadonlyMap<string, string>;
  readonly introspect: Introspect | null;
  /** What the answer looks like under these values of the operation's variables. */
  shapeUnder(coerced: Readonly<Record<string, unknown>>): AnswerShape;
}

/** How an answer is made of the tree. */
export interface AnswerShape {
  readonly selection: Selection;
  /** Writes a clean tree as text. */
  readonly write: WriteObject;
}

// Each combination of what is skipped and included has an answer of its own; more than this many are made anew.
const combinationsKept = 32;

/** Plans and compiles one operation of a document; throws a GraphQLError when it cannot be run. */
export function compileOperation<Context>(
  compiler: Compiler<Context>,
  document: DocumentNode,
  operationName: string | undefined,
): CompiledOperation<Context> {
  const { schema, needed, rounds } = compiler;
  const asked = ofOneOperation(document, definitionOf(document, operationName));
  const { document: apart, responseNames } = namesApart(asked, schema, needed.names);
  const definition = definitionOf(apart, undefined);
  const root = schema.getRootType(definition.operation);
  if (!root || definition.operation === "subscription")
    throw new GraphQLError(`The schema has no ${definition.operation} to ask.`, { nodes: definition });
  const fragments = fragmentsOf(apart);
  const shapeUnder = shapesOf(
    { schema, fragments, responseNames },
    root,
    definition,
    conditionVariables(apart),
  );
  const [first, ...later] =
    definition.operation === "query" ? documentsByRound(apart, schema, rounds) : [apart];
  const step = first ? planned(compiler, first) : null;
  if (!step && isAnswerExpected(shapeUnder, root)) throw new GraphQLError("No subgraph can answer this.");
  return {
    definition,
    kind: definition.operation,
    step,
    laterSteps: later.flatMap((round) => planned(compiler, round) ?? []),
    manyValued: needed.manyValued,
    responseNames,
    introspect: introspectionOf(schema, definition, fragments),
    shapeUnder,
  };
}

function planned<Context>(compiler: Compiler<Context>, document: DocumentNode): Step<Context> | null {
  const { apiSchema, planner, conditions, surroundings, onPlanned } = compiler;
  const startedAt = performance.now();
  const plan = planner.buildQueryPlan(operationFromDocument(apiSchema, document));
  onPlanned?.(performance.now() - startedAt);
  return stepOf(plan, conditions, surroundings);
}

/** True when some root field must come of a subgraph, whatever the variables. */
const isAnswerExpected = (shapeUnder: CompiledOperation<never>["shapeUnder"], root: GraphQLCompositeType) =>
  shapeUnder({})
    .selection.shapeOf(root.name)
    ?.fields.some(({ name }) => !name.startsWith("__")) === true;

const ofOneOperation = (document: DocumentNode, operation: OperationDefinitionNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.filter(
    (definition) => definition === operation || definition.kind === Kind.FRAGMENT_DEFINITION,
  ),
});

function shapesOf(
  source: Omit<SelectionSource, "flags">,
  root: GraphQLCompositeType,
  { selectionSet }: OperationDefinitionNode,
  variables: readonly string[],
): CompiledOperation<never>["shapeUnder"] {
  const made = (flags: Readonly<Record<string, boolean>>): AnswerShape => {
    const selection = new Selection({ ...source, flags }, root, [selectionSet]);
    return { selection, write: writerOf(selection) };
  };
  if (variables.length === 0) {
    const only = made({});
    return () => only;
  }
  const kept = new Map<string, AnswerShape>();
  return (coerced) => {
    const key = variables.map((name) => (coerced[name] === true ? "1" : "0")).join("");
    let shape = kept.get(key);
    if (!shape) {
      shape = made(Object.fromEntries(variables.map((name) => [name, coerced[name] === true])));
      if (kept.size < combinationsKept) kept.set(key, shape);
    }
    return shape;
  };
}

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

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
