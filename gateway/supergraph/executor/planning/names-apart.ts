import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { argumentsText, type NeededNames } from "./needed-fields.js";

/** A document whose own names cannot be mistaken for what the planner asks by itself. */
export interface ApartDocument {
  readonly document: DocumentNode;
  /** The caller's name for a field, by the name that it has in `document`. */
  readonly responseNames: ReadonlyMap<string, string>;
}

/**
 * Gives a field another name where the caller's would meet that of a key or of what a `@requires` needs while it means
 * something else: another field by that name, or the same with other arguments. The planner (2.14) puts both under one
 * name, and one of the two gets the other's value.
 */
export function namesApart(
  document: DocumentNode,
  schema: GraphQLSchema,
  needed: NeededNames,
): ApartDocument {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  visit(document, { Field: (field) => void taken.add(responseNameOf(field)) });
  const freeName = (responseName: string): string => {
    let number = names.size;
    while (taken.has(`${responseName}__${number}`)) number += 1;
    return `${responseName}__${number}`;
  };
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(field) {
        const parent = typeInfo.getParentType();
        if (parent && !names.has(meaningOf(field)) && meets(field, parent, schema, needed))
          names.set(meaningOf(field), freeName(responseNameOf(field)));
      },
    }),
  );
  if (names.size === 0) return { document, responseNames: new Map() };
  const responseNames = new Map<string, string>();
  // Wherever it is asked: what merges into one field of the answer must keep one name.
  const apart = visit(document, {
    Field(field) {
      const name = names.get(meaningOf(field));
      if (name === undefined) return undefined;
      responseNames.set(name, responseNameOf(field));
      return { ...field, alias: { kind: Kind.NAME, value: name } };
    },
  });
  return { document: apart, responseNames };
}

const responseNameOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

const meaningOf = (field: FieldNode): string =>
  `${responseNameOf(field)}: ${field.name.value}(${argumentsText(field)})`;

function meets(
  field: FieldNode,
  parent: GraphQLNamedType,
  schema: GraphQLSchema,
  needed: NeededNames,
): boolean {
  const responseName = responseNameOf(field);
  const types = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
  return types.some(({ name }) => {
    const neededWith = needed.get(name)?.get(responseName);
    if (!neededWith) return false;
    return field.name.value !== responseName || [...neededWith].some((text) => text !== argumentsText(field));
  });
}
