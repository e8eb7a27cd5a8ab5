import { type GraphQLEnumType, type GraphQLOutputType, isEnumType, isListType, isNonNullType } from "graphql";
import { isInherited } from "../tree.js";
import { writeAscii, writeText } from "./page.js";
import { writeQuoted } from "./quoted.js";
import type { FieldShape, ObjectShape, Selection } from "./selection.js";
import { unclean, type WriteObject } from "./write-object.js";

/**
 * Generates the code that writes objects of one shape: keys are joined into constant texts beforehand, a leaf is tested
 * for what its type allows as it is written, and anything else ends the writing. Nothing of a caller's but response
 * keys, which are names of GraphQL, gets into the code.
 *
 *   v  the object      P  the page      e  where it ends so far
 *   x  a value of it   p  its bytes     d  the same, four at a time      t  the text of an enum's value
 */
export function generatedWriter(
  shape: ObjectShape,
  writerOf: (selection: Selection) => WriteObject,
): WriteObject {
  const code = new Code(writerOf);
  const lines = shape.fields.flatMap((field, index) => code.field(field, shape, index === 0 ? "{" : ","));
  const end = code.text(shape.fields.length === 0 ? "{}" : "}");
  const body = ["let p, d, x, t;", code.room(), ...lines, end, "return e;"];
  const make = new Function(
    "k",
    `"use strict"; const ${code.constantNames()}; return (v, P, e) => { ${body.join("\n")} };`,
  );
  return make({ writeAscii, writeQuoted, writeText, unclean, values: code.constants }) as WriteObject;
}

// -1.2345678901234567e-300
const longestNumber = 24;

class Code {
  readonly constants: unknown[] = [];
  private depth = 0;
  /** The most that an object takes, but for its texts, its lists and the objects in it. */
  private most = 0;

  constructor(private readonly writerOf: (selection: Selection) => WriteObject) {}

  constantNames(): string {
    return [
      "A = k.writeAscii",
      "Q = k.writeQuoted",
      "T = k.writeText",
      "U = k.unclean",
      `M = ${this.most}`,
      ...this.constants.map((_, index) => `c${index} = k.values[${index}]`),
    ].join(", ");
  }

  field(field: FieldShape, shape: ObjectShape, before: string): string[] {
    const key = this.text(`${before}${JSON.stringify(field.responseName)}:`);
    if (field.type !== null) {
      const name = JSON.stringify(field.key);
      const read = isInherited(field.key)
        ? `Object.hasOwn(v, ${name}) ? v[${name}] : undefined`
        : `v[${name}]`;
      return [`x = ${read};`, key, ...this.value(field.type, field, "x")];
    }
    if (field.name === "__typename") return [key, this.text(JSON.stringify(shape.typeName))];
    // What introspection answered.
    return [key, this.json(`v[${JSON.stringify(field.key)}]`)];
  }

  /** Has room again for all that is no text, no list and no object: after each of them. */
  room(): string {
    return "P.makeRoom(e, M); p = P.bytes; d = P.view;";
  }

  /** Writes a constant text of ASCII, four letters at a time. */
  text(constant: string): string {
    this.most += constant.length;
    const codes = [...constant].map((letter) => letter.charCodeAt(0));
    const whole = codes.length - (codes.length % 4);
    const stores = [];
    for (let at = 0; at < whole; at += 4) {
      const [one, two, three, four] = codes.slice(at, at + 4) as [number, number, number, number];
      stores.push(`d.setInt32(e + ${at}, ${(one << 24) | (two << 16) | (three << 8) | four});`);
    }
    for (let at = whole; at < codes.length; at += 1) stores.push(`p[e + ${at}] = ${codes[at]};`);
    return `${stores.join(" ")} e += ${codes.length};`;
  }

  /** Writes a value. */
  private value(type: GraphQLOutputType, field: FieldShape, value: string): string[] {
    const isNonNull = isNonNullType(type);
    const inner = isNonNull ? type.ofType : type;
    const otherwise = isNonNull
      ? "else throw U;"
      : `else if (${value} === null || ${value} === undefined) { ${this.text("null")} } else throw U;`;
    if (isListType(inner)) return [...this.list(inner.ofType, field, value), otherwise];
    if (field.selection) {
      const write = this.constant(this.writerOf(field.selection));
      const isObject = `typeof ${value} === "object" && ${value} !== null && !Array.isArray(${value})`;
      return [`if (${isObject}) { e = ${write}(${value}, P, e); ${this.room()} }`, otherwise];
    }
    return [...this.leaf(inner, value), otherwise];
  }

  private list(type: GraphQLOutputType, field: FieldShape, value: string): string[] {
    const level = (this.depth += 1);
    const [list, index, item] = [`a${level}`, `i${level}`, `x${level}`];
    const items = this.value(type, field, item);
    this.depth -= 1;
    return [
      `if (Array.isArray(${value})) {`,
      `const ${list} = ${value}; ${this.text("[")}`,
      `for (let ${index} = 0; ${index} < ${list}.length; ${index} += 1) {`,
      `const ${item} = ${list}[${index}]; if (${index} > 0) { ${this.text(",")} }`,
      ...items,
      `${this.room()} } ${this.text("]")} }`,
    ];
  }

  private leaf(type: GraphQLOutputType, value: string): string[] {
    if (isEnumType(type)) {
      const texts = this.constant(this.textsOf(type));
      return [`if ((t = ${texts}.get(${value})) !== undefined) e = A(p, e, t);`];
    }
    this.most += longestNumber;
    const string = `if (typeof ${value} === "string") { e = Q(P, e, ${value}); ${this.room()} }`;
    const boolean = `if (typeof ${value} === "boolean") e = A(p, e, ${value} ? "true" : "false");`;
    const integer = `if (Number.isInteger(${value}) && ${value} >= -2147483648 && ${value} <= 2147483647) e = A(p, e, "" + ${value});`;
    const number = `if (typeof ${value} === "number" && ${value} - ${value} === 0) e = A(p, e, "" + ${value});`;
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
        return [string, `else if (Number.isInteger(${value})) { ${this.json(value)} }`];
      default:
        return [
          string,
          `else if (typeof ${value} === "object" && ${value} !== null) { ${this.json(value)} }`,
          `else ${boolean}`,
          `else ${number}`,
        ];
    }
  }

  /** Writes what has no type of its own. */
  private json(value: string): string {
    return `e = T(P, e, JSON.stringify(${value}) ?? "null"); ${this.room()}`;
  }

  private textsOf(type: GraphQLEnumType): ReadonlyMap<unknown, string> {
    const names = type.getValues().map(({ name }) => name);
    this.most += 2 + Math.max(...names.map(({ length }) => length));
    return new Map(names.map((name) => [name, JSON.stringify(name)]));
  }

  private constant(value: unknown): string {
    this.constants.push(value);
    return `c${this.constants.length - 1}`;
  }
}
