import {
  coerceInputValue,
  type DocumentNode,
  type GraphQLSchema,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  type TypeNode,
  visit,
} from "graphql";
import { HubError } from "../../subgraphs/index.js";
import type { Variables } from "./estimate-cost.js";

/*
 * Who pushes a roster by mistake with names, e-mails or birth dates in it is told the place, never the value: what
 * graphql-js and the planner say of a wrong value repeats it. Its values come in a variable: a document is kept.
 */
const confidentialType = "PartnerRosterInput";
const confidentialField = "pushPartnerRoster";

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
const isConfidential = (type: TypeNode): boolean => nameOf(type) === confidentialType;

/** True for an operation that takes a roster in a variable. */
export const takesRoster = ({ variableDefinitions = [] }: OperationDefinitionNode): boolean =>
  variableDefinitions.some(({ type }) => isConfidential(type));

/** The refusal of a document that holds values of a roster itself; null for any other. */
export function refusalOfWrittenRoster(document: DocumentNode): HubError | null {
  let isWritten = false;
  visit(document, {
    Field(field) {
      if (field.name.value !== confidentialField) return;
      isWritten ||= field.arguments?.some(({ value }) => value.kind !== Kind.VARIABLE) ?? false;
    },
    VariableDefinition({ type, defaultValue }) {
      isWritten ||= defaultValue !== undefined && isConfidential(type);
    },
  });
  return isWritten
    ? new HubError(
        "BAD_REQUEST",
        {
          reason: {
            fr: `donnez « input » de ${confidentialField} dans une variable, pas dans le document`,
            en: `give “input” of ${confidentialField} in a variable, not in the document`,
          },
        },
        "input",
      )
    : null;
}

/** The refusal of a roster whose shape is not the schema's, with its first place; null when it is. */
export function refusalOfRosterShape(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): HubError | null {
  for (const { variable, type: node } of variableDefinitions) {
    if (!isConfidential(node)) continue;
    const name = variable.name.value;
    const type = typeFromAST(schema, node as TypeNode & { kind: Kind.NAMED_TYPE });
    if (!type || !isInputType(type)) continue;
    const wrong: string[] = [];
    coerceInputValue(variables[name], type, (path) => {
      if (wrong.length === 0) wrong.push(placeOf(name, path));
    });
    if (wrong[0] !== undefined) return wrongShape(wrong[0]);
  }
  return null;
}

const placeOf = (variable: string, path: readonly (string | number)[]): string =>
  path.reduce<string>(
    (place, part) => place + (typeof part === "number" ? `[${part}]` : `.${part}`),
    variable,
  );

const wrongShape = (place: string): HubError =>
  new HubError(
    "BAD_REQUEST",
    {
      reason: {
        fr: `${place} n'a pas la forme attendue, ou a un champ que le registre n'a pas : rien qui identifie une personne n'y entre`,
        en: `${place} is not as expected, or has a field that a roster does not have: nothing that identifies a person goes in`,
      },
    },
    place,
  );
