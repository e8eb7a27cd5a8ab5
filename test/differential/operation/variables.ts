import {
  type GraphQLInputType,
  isNonNullType,
  Kind,
  parseType,
  type ValueNode,
  type VariableDefinitionNode,
} from "graphql";
import type { Chance } from "./chance.js";
import { drawValue, valueNode } from "./values.js";

/** The variables of one operation, each drawn where it is first used. */
export class Variables {
  readonly definitions: VariableDefinitionNode[] = [];
  readonly values: Record<string, unknown> = {};
  private readonly booleans: { readonly name: string; readonly value: boolean }[] = [];

  constructor(private readonly chance: Chance) {}

  /** A value for an argument: written there, or in a variable, with or without a default, given or not. */
  argument(type: GraphQLInputType, hasDefault: boolean): ValueNode {
    const value = drawValue(this.chance, type);
    if (this.chance.happens(60)) return valueNode(value, type);
    const name = this.newName();
    const isRequired = isNonNullType(type);
    const mayBeLeftOut = !isRequired || hasDefault;
    const bare = isRequired ? type.ofType : type;
    const byDefault = this.chance.happens(40) ? drawValue(this.chance, isRequired ? type : bare) : undefined;
    const isDeclaredNullable = byDefault === undefined ? mayBeLeftOut : byDefault !== null;
    const isGiven = (byDefault === undefined && !mayBeLeftOut) || this.chance.happens(60);
    if (isGiven) this.values[name] = value;
    this.define(name, String(isDeclaredNullable || !isRequired ? bare : type), byDefault, bare);
    return variableNode(name);
  }

  /** A condition of @skip or @include that turns out as said. */
  condition(value: boolean): ValueNode {
    if (this.chance.happens(25)) return { kind: Kind.BOOLEAN, value };
    const known = this.booleans.find((one) => one.value === value);
    if (known && this.chance.happens(60)) return variableNode(known.name);
    const name = this.newName();
    this.booleans.push({ name, value });
    const way = this.chance.whole(0, 3);
    const node: ValueNode = { kind: Kind.BOOLEAN, value: way === 1 ? !value : value };
    if (way !== 2) this.values[name] = value;
    this.definitions.push({
      kind: Kind.VARIABLE_DEFINITION,
      variable: variableNode(name),
      type: parseType(way === 3 ? "Boolean" : "Boolean!"),
      ...(way === 0 ? {} : { defaultValue: node as never }),
    });
    return variableNode(name);
  }

  private newName(): string {
    return `${this.chance.pick(["v", "code", "first", "__v"])}${this.definitions.length}`;
  }

  private define(name: string, type: string, byDefault: unknown, of: GraphQLInputType): void {
    this.definitions.push({
      kind: Kind.VARIABLE_DEFINITION,
      variable: variableNode(name),
      type: parseType(type),
      ...(byDefault === undefined ? {} : { defaultValue: valueNode(byDefault, of) as never }),
    });
  }
}

const variableNode = (name: string) =>
  ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } }) as const;
