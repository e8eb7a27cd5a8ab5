import { type GraphQLEnumType, type GraphQLOutputType, isEnumType, isListType, isNonNullType } from "graphql";
import { isInherited } from "../tree.js";
import { quoted } from "./quoted.js";
import type { FieldShape, ObjectShape, Selection } from "./selection.js";
import { unclean, type WriteObject } from "./write-object.js";

/**
 * Generates the code that writes objects of one shape: keys are joined into constant texts beforehand, a leaf is tested
 * for what its type allows as it is written, and anything else ends the writing. Nothing of a caller's but response
 * keys, which are names of GraphQL, gets into the code.
 */
export function generatedWriter(
  shape: ObjectShape,
  writerOf: (selection: Selection) => WriteObject,
): WriteObject {
  const code = new Code(writerOf);
  const lines = shape.fields.flatMap((field, index) => code.field(field, shape, index === 0 ? "{" : ","));
  const body = ["let s = '', x;", ...lines, `return s + ${shape.fields.length === 0 ? "'{}'" : "'}'"};`];
  const make = new Function(
    "k",
    `"use strict"; const ${code.constantNames()}; return (v, take) => { ${body.join("\n")} };`,
  );
  return make({ quoted, unclean, values: code.constants }) as WriteObject;
}

// Below it, taking a text costs more than what it spares.
const longEnough = 8_192;

class Code {
  readonly constants: unknown[] = [];
  private depth = 0;

  constructor(private readonly writerOf: (selection: Selection) => WriteObject) {}

  constantNames(): string {
    return [
      "q = k.quoted",
      "U = k.unclean",
      ...this.constants.map((_, index) => `c${index} = k.values[${index}]`),
    ].join(", ");
  }

  field(field: FieldShape, shape: ObjectShape, before: string): string[] {
    const key = `${before}${JSON.stringify(field.responseName)}:`;
    if (field.type !== null) {
      const name = JSON.stringify(field.key);
      const read = isInherited(field.key)
        ? `Object.hasOwn(v, ${name}) ? v[${name}] : undefined`
        : `v[${name}]`;
      return [`x = ${read};`, ...this.value(field.type, field, "x", key)];
    }
    if (field.name === "__typename") return [`s += ${text(`${key}${JSON.stringify(shape.typeName)}`)};`];
    // What introspection answered.
    return [`s += ${text(key)} + (JSON.stringify(v[${JSON.stringify(field.key)}]) ?? "null");`];
  }

  /** Adds a value to the text, after what comes before it. */
  private value(type: GraphQLOutputType, field: FieldShape, value: string, before: string): string[] {
    const isNonNull = isNonNullType(type);
    const inner = isNonNull ? type.ofType : type;
    const otherwise = isNonNull
      ? "else throw U;"
      : `else if (${value} === null || ${value} === undefined) s += ${text(`${before}null`)}; else throw U;`;
    if (isListType(inner)) return [...this.list(inner.ofType, field, value, before), otherwise];
    if (field.selection) {
      const write = this.constant(this.writerOf(field.selection));
      const isObject = `typeof ${value} === "object" && ${value} !== null && !Array.isArray(${value})`;
      return [`if (${isObject}) s += ${text(before)} + ${write}(${value});`, otherwise];
    }
    return [...this.leaf(inner, value, before), otherwise];
  }

  private list(type: GraphQLOutputType, field: FieldShape, value: string, before: string): string[] {
    const level = (this.depth += 1);
    const [list, index, item] = [`a${level}`, `i${level}`, `x${level}`];
    const items = this.value(type, field, item, "");
    this.depth -= 1;
    return [
      `if (Array.isArray(${value})) {`,
      `const ${list} = ${value}; s += ${text(`${before}[`)};`,
      `for (let ${index} = 0; ${index} < ${list}.length; ${index} += 1) {`,
      `const ${item} = ${list}[${index}]; if (${index} > 0) s += ",";`,
      ...items,
      `if (take !== undefined && s.length > ${longEnough}) { take(s); s = ""; }`,
      `} s += "]"; }`,
    ];
  }

  private leaf(type: GraphQLOutputType, value: string, before: string): string[] {
    const key = text(before);
    if (isEnumType(type)) {
      const texts = this.constant(textsOf(type));
      return [`if (${texts}.has(${value})) s += ${key} + ${texts}.get(${value});`];
    }
    const string = `if (typeof ${value} === "string") s += ${key} + q(${value});`;
    const boolean = `if (typeof ${value} === "boolean") s += ${value} ? ${text(`${before}true`)} : ${text(`${before}false`)};`;
    const integer = `if (Number.isInteger(${value}) && ${value} >= -2147483648 && ${value} <= 2147483647) s += ${key} + ${value};`;
    const number = `if (typeof ${value} === "number" && ${value} - ${value} === 0) s += ${key} + ${value};`;
    switch (String(type)) {
      case "String":
        return [string];
      case "Boolean":
        return [boolean];
      case "Int":
        return [integer];
      case "Float":
        return [number];
      case "ID":
        return [string, `else if (Number.isInteger(${value})) s += ${key} + JSON.stringify(${value});`];
      default:
        return [
          string,
          `else if (typeof ${value} === "object" && ${value} !== null) s += ${key} + JSON.stringify(${value});`,
          `else ${boolean}`,
          `else ${number}`,
        ];
    }
  }

  private constant(value: unknown): string {
    this.constants.push(value);
    return `c${this.constants.length - 1}`;
  }
}

const text = (constant: string): string => JSON.stringify(constant);

const textsOf = (type: GraphQLEnumType): ReadonlyMap<unknown, string> =>
  new Map(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
