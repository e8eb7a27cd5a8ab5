import { type GraphQLLeafType, isEnumType } from "graphql";

/** True for a value that a leaf of the API schema may have in an answer; a custom scalar takes whatever came. */
export function isLeafValue(type: GraphQLLeafType, value: unknown): boolean {
  if (isEnumType(type)) return typeof value === "string" && type.getValue(value) !== undefined;
  switch (type.name) {
    case "String":
      return typeof value === "string";
    case "Boolean":
      return typeof value === "boolean";
    case "Int":
      return (
        typeof value === "number" && Number.isInteger(value) && value >= -2147483648 && value <= 2147483647
      );
    case "Float":
      return typeof value === "number" && Number.isFinite(value);
    case "ID":
      return typeof value === "string" || (typeof value === "number" && Number.isInteger(value));
    default:
      return true;
  }
}
