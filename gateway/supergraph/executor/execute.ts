import { getVariableValues } from "graphql/execution/values.js";
import { GraphQLError, type GraphQLSchema } from "graphql";
import type { CompiledOperation, ReadyOperation } from "./compile.js";
import { joinRounds } from "./planning/join-rounds.js";
import type { Run, Step } from "./plan/run.js";
import { project } from "./result/projector.js";
import { bytesOf } from "./result/written-bytes.js";
import { type Path, putValue, type Tree } from "./tree.js";

/** An answer, as graphql-js gives it. */
export interface Answer {
  readonly data?: Tree | null;
  readonly errors?: readonly GraphQLError[];
}

/** An answer without errors whose data is JSON text already, as bytes. */
export interface WrittenAnswer {
  readonly dataBytes: Buffer;
}

/** Runs a compiled operation from its first fetch to its answer. */
export async function executeOperation<Context>(
  schema: GraphQLSchema,
  operation: CompiledOperation<Context>,
  variables: Variables,
  context: Context,
  onPlan?: () => void,
): Promise<Answer> {
  const ran = await runOperation(schema, operation, variables, context, onPlan);
  return "wrong" in ran ? { errors: ran.wrong } : answerOf(ran);
}

/** The same, written as text where the answer is clean. */
export async function writeOperation<Context>(
  schema: GraphQLSchema,
  operation: CompiledOperation<Context>,
  variables: Variables,
  context: Context,
  onPlan?: () => void,
): Promise<Answer | WrittenAnswer> {
  const ran = await runOperation(schema, operation, variables, context, onPlan);
  if ("wrong" in ran) return { errors: ran.wrong };
  const { run, ready } = ran;
  const dataBytes = run.errors.length === 0 ? bytesOf(ready.write, run.data) : null;
  return dataBytes === null ? answerOf(ran) : { dataBytes };
}

/** What was run, and how its answer is made. */
interface Ran<Context> {
  readonly run: Run<Context>;
  readonly ready: ReadyOperation<Context>;
}

function answerOf<Context>({ run, ready }: Ran<Context>): Answer {
  const { data, errors } = project(ready.selection, run.data, run);
  return errors.length > 0 ? { data, errors } : { data };
}

async function runOperation<Context>(
  schema: GraphQLSchema,
  operation: CompiledOperation<Context>,
  given: Variables,
  context: Context,
  onPlan?: () => void,
): Promise<Ran<Context> | { readonly wrong: readonly GraphQLError[] }> {
  const { definition, manyValued, responseNames, introspect } = operation;
  const variables = operation.named(given);
  const { coerced, errors: wrong } = getVariableValuesOf(schema, definition, variables);
  if (wrong) return { wrong };
  const data: Tree = {};
  const run: Run<Context> = { variables, context, data, errors: [], excused: [], unasked: [] };
  onPlan?.();
  const ready = readyOf(operation, coerced);
  if ("wrong" in ready) return ready;
  if (ready.step) await ready.step(run, [data]);
  for (const later of ready.laterSteps) await runLater(run, later, manyValued);
  if (introspect) {
    const introspected = introspect(variables);
    for (const key of Object.keys(introspected.data)) putValue(data, key, introspected.data[key]);
    run.errors.push(...introspected.errors);
  }
  return { run: responseNames.size === 0 ? run : toldByCallersNames(run, responseNames), ready };
}

function readyOf<Context>(
  operation: CompiledOperation<Context>,
  coerced: Variables,
): ReadyOperation<Context> | { readonly wrong: readonly GraphQLError[] } {
  try {
    return operation.readyUnder(coerced);
  } catch (error) {
    if (error instanceof GraphQLError) return { wrong: [error] };
    throw error;
  }
}

/** Asks once more from the root, and puts what comes beside what came before. */
async function runLater<Context>(
  run: Run<Context>,
  step: Step<Context>,
  manyValued: ReadonlySet<string>,
): Promise<void> {
  const errors: GraphQLError[] = [];
  const later: Run<Context> = { ...run, data: {}, errors };
  await step(later, [later.data]);
  const known = new Set(run.errors.map(({ path, message }) => JSON.stringify([path, message])));
  run.errors.push(...errors.filter(({ path, message }) => !known.has(JSON.stringify([path, message]))));
  for (const path of joinRounds(run.data, later.data, manyValued))
    run.errors.push(new GraphQLError("This changed while it was read.", { path }));
}

/** Errors speak of places by the names that the caller gave them. */
function toldByCallersNames<Context>(
  run: Run<Context>,
  responseNames: ReadonlyMap<string, string>,
): Run<Context> {
  const told = (path: Path): Path =>
    path.map((step) => (typeof step === "string" ? (responseNames.get(step) ?? step) : step));
  return {
    ...run,
    errors: run.errors.map(
      ({ message, path, extensions }) =>
        new GraphQLError(message, { path: path ? told(path) : null, extensions }),
    ),
    excused: run.excused.map(told),
    unasked: run.unasked.map((places) => () => places().map(told)),
  };
}

type Variables = Readonly<Record<string, unknown>>;

const noVariables: Readonly<Record<string, unknown>> = Object.freeze({});

function getVariableValuesOf(
  schema: GraphQLSchema,
  { variableDefinitions }: CompiledOperation<never>["definition"],
  variables: Readonly<Record<string, unknown>>,
): { coerced: Readonly<Record<string, unknown>>; errors?: readonly GraphQLError[] } {
  if (!variableDefinitions || variableDefinitions.length === 0) return { coerced: noVariables };
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, variables);
  return errors ? { coerced: noVariables, errors } : { coerced };
}
