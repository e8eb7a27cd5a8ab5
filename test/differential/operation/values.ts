import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  type ValueNode,
} from "graphql";
import type { Chance } from "./chance.js";

const words = ["a", "", "RSS-05", 'dit « oui » et "non"', "2024", "é\n漢"];

/** A value that an argument of that type takes; undefined for a field of an input object that is left out. */
export function drawValue(chance: Chance, type: GraphQLInputType, depth = 0): unknown {
  if (isNonNullType(type)) return drawPresent(chance, type.ofType, depth);
  return chance.happens(12) ? null : drawPresent(chance, type, depth);
}

function drawPresent(chance: Chance, type: GraphQLInputType, depth: number): unknown {
  if (isListType(type)) {
    const length = depth > 2 ? 0 : chance.whole(0, 2);
    return Array.from({ length }, () => drawValue(chance, type.ofType, depth + 1));
  }
  if (isEnumType(type)) return chance.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const drawn: Record<string, unknown> = {};
    for (const field of Object.values(type.getFields())) {
      const isRequired = isNonNullType(field.type) && field.defaultValue === undefined;
      if (!isRequired && (depth > 2 || chance.happens(50))) continue;
      drawn[field.name] = drawValue(chance, field.type, depth + 1);
    }
    return drawn;
  }
  if (!isScalarType(type)) throw new Error(`no value of ${String(type)}`);
  switch (type.name) {
    case "Int":
      return chance.whole(-3, 40);
    case "Float":
      return chance.pick([0.5, -2, 1e21, 3]);
    case "Boolean":
      return chance.happens(50);
    case "ID":
      return `id-${chance.whole(0, 9)}`;
    case "String":
      return chance.pick(words);
    default:
      return chance.pick(["2026-07-01", "2027-01-31"]);
  }
}

/** The same value, written in a document. */
export function valueNode(value: unknown, type: GraphQLInputType): ValueNode {
  if (value === null || value === undefined) return { kind: Kind.NULL };
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) {
    const values = (value as unknown[]).map((one) => valueNode(one, bare.ofType));
    return { kind: Kind.LIST, values };
  }
  if (isEnumType(bare)) return { kind: Kind.ENUM, value: String(value) };
  if (isInputObjectType(bare))
    return {
      kind: Kind.OBJECT,
      fields: Object.entries(value).map(([name, held]) => ({
        kind: Kind.OBJECT_FIELD,
        name: { kind: Kind.NAME, value: name },
        value: valueNode(held, bare.getFields()[name]!.type),
      })),
    };
  if (typeof value === "boolean") return { kind: Kind.BOOLEAN, value };
  if (typeof value === "string") return { kind: Kind.STRING, value };
  return Number.isInteger(value) && Math.abs(Number(value)) < 1e9
    ? { kind: Kind.INT, value: String(value) }
    : { kind: Kind.FLOAT, value: Number(value).toExponential() };
}
