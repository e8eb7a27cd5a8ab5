import {
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { getMetadataStorage } from "type-graphql";

/** The fields that an operation names, by type; whether they stand under @skip or in a fragment is not looked at. */
export type AskedFields = ReadonlyMap<string, ReadonlySet<string>>;

/** Collects the fields that a valid document names. */
export function askedFieldsOf(schema: GraphQLSchema, document: DocumentNode): AskedFields {
  const asked = new Map<string, Set<string>>();
  const types = new TypeInfo(schema);
  const ask = (type: string, field: string): void => {
    const known = asked.get(type);
    if (known) known.add(field);
    else asked.set(type, new Set([field]));
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        if (isObjectType(parent)) ask(parent.name, name.value);
        else if (isAbstractType(parent))
          for (const possible of schema.getPossibleTypes(parent)) ask(possible.name, name.value);
      },
    }),
  );
  return asked;
}

const onlyWhenAsked = new WeakMap<object, Set<string>>();

/**
 * Marks a column that nothing but its own field reads: it is left out of what PostgreSQL sends when an operation does
 * not name the field. Reading it all the same throws.
 */
export const ReadWhenAsked = (): PropertyDecorator => (prototype, property) => {
  const marked = onlyWhenAsked.get(prototype) ?? new Set();
  onlyWhenAsked.set(prototype, marked.add(String(property)));
};

/** The properties of a class that are marked so. */
export const readWhenAsked = ({ prototype }: { readonly prototype: object }): ReadonlySet<string> =>
  onlyWhenAsked.get(prototype) ?? new Set();

/** The name of the type that a class stands for. */
export function typeNameOf(entity: object): string {
  const type = getMetadataStorage().objectTypes.find(({ target }) => target === entity);
  if (!type) throw new Error(`${String(entity)}: expected a class with @ObjectType`);
  return type.name;
}
