import { type FieldNode, type GraphQLFormattedError, Kind, parse, type SelectionSetNode } from "graphql";
import { HubError } from "../../subgraphs/index.js";

/** The errors that stand for a fetch nobody answered: one for each place that stays empty, none that tells an address. */
export function unavailableErrors(
  query: string,
  variables: Readonly<Record<string, unknown>> | null | undefined,
  why = new HubError("SUBGRAPH_UNAVAILABLE"),
): GraphQLFormattedError[] {
  const refusal = why.toJSON();
  return emptyPlaces(query, variables).map((path) => ({ ...refusal, path }));
}

function emptyPlaces(
  query: string,
  variables: Readonly<Record<string, unknown>> | null | undefined,
): (string | number)[][] {
  const operation = parse(query).definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) return [];
  const roots = fieldsOf(operation.selectionSet);
  const representations = variables?.representations;
  if (!Array.isArray(representations)) return roots.map((field) => [responseName(field)]);
  const fields = roots.flatMap(({ selectionSet }) => (selectionSet ? fieldsOf(selectionSet) : []));
  return representations.flatMap((_, index) =>
    fields.map((field) => ["_entities", index, responseName(field)]),
  );
}

const responseName = (field: FieldNode): string => field.alias?.value ?? field.name.value;

/** The fields of a selection, those of inline fragments included; named fragments never stand alone in a fetch. */
const fieldsOf = ({ selections }: SelectionSetNode): FieldNode[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === "__typename" ? [] : [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? fieldsOf(selection.selectionSet) : [];
  });
