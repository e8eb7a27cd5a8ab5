import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import type { Tree } from "../tree.js";

/** Answers what an operation asks of the schema itself; null when it asks nothing. */
export type Introspect = (variables: Readonly<Record<string, unknown>>) => {
  readonly data: Tree;
  readonly errors: readonly GraphQLError[];
};

const isAboutSchema = ({ name }: FieldNode): boolean => name.value === "__schema" || name.value === "__type";

/** Takes an operation's questions about the schema out of it; graphql-js answers them over the API schema. */
export function introspectionOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Introspect | null {
  const questions = questionsIn(operation.selectionSet, fragments, new Set());
  if (!questions) return null;
  const document = documentOf(operation, questions, fragments);
  return (variableValues) => {
    const { data, errors } = executeSync({ schema, document, rootValue: {}, variableValues });
    return { data: data ?? {}, errors: errors ?? [] };
  };
}

/** The selection with nothing but questions about the schema, directives kept, fragments written out. */
function questionsIn(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  within: ReadonlySet<string>,
): SelectionSetNode | null {
  const selections = set.selections.flatMap((selection): SelectionSetNode["selections"][number][] => {
    if (selection.kind === Kind.FIELD) return isAboutSchema(selection) ? [selection] : [];
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
    if (isSpread && within.has(selection.name.value)) return [];
    const fragment = isSpread ? fragments.get(selection.name.value) : selection;
    const inner = fragment
      ? questionsIn(
          fragment.selectionSet,
          fragments,
          isSpread ? new Set([...within, selection.name.value]) : within,
        )
      : null;
    return inner
      ? [{ kind: Kind.INLINE_FRAGMENT, directives: selection.directives ?? [], selectionSet: inner }]
      : [];
  });
  return selections.length === 0 ? null : { kind: Kind.SELECTION_SET, selections };
}

function documentOf(
  operation: OperationDefinitionNode,
  selectionSet: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const definitions = [...fragments.values()];
  const used = new Set<string>();
  for (const node of [selectionSet, ...definitions])
    visit(node, { Variable: ({ name }) => void used.add(name.value) });
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: operation.operation,
        variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) =>
          used.has(variable.name.value),
        ),
        selectionSet,
      },
      ...definitions,
    ],
  };
}
