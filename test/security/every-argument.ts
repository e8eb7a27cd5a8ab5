import {
  getNamedType,
  getNullableType,
  type GraphQLObjectType,
  isLeafType,
  isRequiredArgument,
  isScalarType,
} from "graphql";
import { authenticatedSchema } from "./matrix/access-table.js";

/** One argument of the authenticated schema in a stranger's hand; the others of its field are harmless. */
export interface ArgumentInHand {
  /** Type, field and argument. */
  readonly coordinate: string;
  /** Takes what the stranger writes as `$value`. */
  readonly query: string;
}

// Where the fields of a type that takes arguments are reached from.
const wayTo: Readonly<Record<string, (field: string) => string>> = {
  Query: (field) => field,
  Establishment: (field) => `establishment(code: "chum") { ${field} }`,
  HealthRegion: (field) => `healthRegions { ${field} }`,
  QualityIndicator: (field) => `qualityIndicator(code: "IQP-06") { ${field} }`,
};

/** Every argument of the given names of scalars, among those that queries reach. */
export function argumentsOf(scalars: readonly string[]): ArgumentInHand[] {
  return Object.entries(wayTo).flatMap(([name, from]) =>
    Object.values((authenticatedSchema.getType(name) as GraphQLObjectType).getFields()).flatMap((field) =>
      field.args
        .filter(
          ({ type }) => isScalarType(getNullableType(type)) && scalars.includes(getNamedType(type).name),
        )
        .map((argument) => {
          const others = field.args
            .filter((other) => other !== argument && isRequiredArgument(other))
            .map((other) => `, ${other.name}: "2024"`)
            .join("");
          const rest = isLeafType(getNamedType(field.type)) ? "" : " { __typename }";
          return {
            coordinate: `${name}.${field.name}(${argument.name})`,
            query: `query ($value: ${getNamedType(argument.type).name}!) { ${from(`${field.name}(${argument.name}: $value${others})${rest}`)} }`,
          };
        }),
    ),
  );
}
