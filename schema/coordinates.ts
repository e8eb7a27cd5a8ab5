import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";

// What the federation and GraphQL itself define is in every schema.
const isOurs = (name: string): boolean => !name.startsWith("__");

/** Every coordinate of a schema: Type, Type.field, Type.field(argument:), Enum.VALUE. */
export function coordinatesOf(sdl: string): string[] {
  const schema = buildSchema(sdl);
  const coordinates: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isOurs(type.name) || isSpecifiedScalarType(type)) continue;
    if (isScalarType(type)) coordinates.push(type.name);
    if (isEnumType(type)) coordinates.push(...type.getValues().map((value) => `${type.name}.${value.name}`));
    if (isInputObjectType(type))
      coordinates.push(...Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        coordinates.push(`${type.name}.${field.name}`);
        coordinates.push(...field.args.map((argument) => `${type.name}.${field.name}(${argument.name}:)`));
      }
    }
  }
  return coordinates.sort();
}

// What may be public, from least to most sensitive; each listed coordinate says which it is.
const disclosureClasses = ["REGISTER", "SOURCE", "DEFINITION", "PUBLISHED_FIGURE", "ARGUMENT"];

/** One problem for each public coordinate that is not listed, listed but gone, or listed without class and reason. */
export function coordinateProblems(publicSdl: string, listed: string): string[] {
  const lines = listed.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const entries = new Map(
    lines.map((line) => {
      const [coordinate = "", disclosure = "", ...reason] = line.split(/\s+/);
      return [coordinate, { disclosure, reason: reason.join(" ") }] as const;
    }),
  );
  const actual = coordinatesOf(publicSdl);
  const present = new Set(actual);
  return [
    ...actual
      .filter((coordinate) => !entries.has(coordinate))
      .map(
        (coordinate) =>
          `schema/public.coordinates: ${coordinate} est public sans y figurer · is public but not listed`,
      ),
    ...[...entries.keys()]
      .filter((coordinate) => !present.has(coordinate))
      .map(
        (coordinate) => `schema/public.coordinates: ${coordinate} n'est plus public · is no longer public`,
      ),
    ...[...entries]
      .filter(([, { disclosure, reason }]) => !disclosureClasses.includes(disclosure) || reason === "")
      .map(
        ([coordinate]) =>
          `schema/public.coordinates: ${coordinate} : attendu « coordonnée CLASSE raison », CLASSE parmi ${disclosureClasses.join(" | ")} · expected “coordinate CLASS reason”`,
      ),
  ];
}
