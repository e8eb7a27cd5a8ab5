import { type ConstDirectiveNode, type FieldNode, Kind, parse, type SelectionSetNode } from "graphql";

interface Directed {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** The directives of that name on a type or a field of a subgraph. */
export const applied = ({ astNode }: Directed, name: string): ConstDirectiveNode[] =>
  (astNode?.directives ?? []).filter((directive) => directive.name.value === name);

/** The text of an argument of a directive; null when it is not given. */
export function wordsOf(directive: ConstDirectiveNode, argument: string): string | null {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}

/** The fields that a key, @requires or @provides names. */
export function fieldSet(directive: ConstDirectiveNode | undefined): SelectionSetNode | null {
  const fields = directive ? wordsOf(directive, "fields") : null;
  if (fields === null) return null;
  const [operation] = parse(`{ ${fields} }`).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : null;
}

/** The plain fields of a set. */
export const fieldsOf = ({ selections }: SelectionSetNode): FieldNode[] =>
  selections.filter((selection) => selection.kind === Kind.FIELD);
