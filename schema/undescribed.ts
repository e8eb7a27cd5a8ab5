import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";

interface Described {
  readonly coordinate: string;
  readonly description: string | null | undefined;
}

/** The coordinates of a schema whose description is missing or in one language only: “French · English” is asked. */
export function undescribed(sdl: string): string[] {
  return Object.values(buildSchema(sdl).getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [{ coordinate: type.name, description: type.description }, ...membersOf(type)])
    .filter(({ description }) => !/\S · \S/.test(description ?? ""))
    .map(({ coordinate }) => coordinate)
    .sort();
}

function membersOf(type: GraphQLNamedType): Described[] {
  if (isEnumType(type))
    return type.getValues().map((value) => describedAs(`${type.name}.${value.name}`, value));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => describedAs(`${type.name}.${field.name}`, field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const coordinate = `${type.name}.${field.name}`;
    return [
      describedAs(coordinate, field),
      ...field.args.map((argument) => describedAs(`${coordinate}(${argument.name}:)`, argument)),
    ];
  });
}

const describedAs = (coordinate: string, { description }: Omit<Described, "coordinate">): Described => ({
  coordinate,
  description,
});
