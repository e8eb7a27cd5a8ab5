import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Chance } from "./chance.js";
import { introspection } from "./introspection.js";
import type { Variables } from "./variables.js";
import type { Step } from "./way.js";
import type { OperationWishes } from "./wishes.js";

interface Drawing {
  readonly schema: GraphQLSchema;
  readonly chance: Chance;
  readonly variables: Variables;
  readonly wishes: OperationWishes;
  /** True when no two fields may share a name: where names met and did not agree. */
  readonly isEachNamedApart: boolean;
}

// Names that a careless reader of objects would find everywhere.
const hardNames = ["constructor", "toString", "data", "errors", "_entities", "__proto__", "representations"];
const name = (value: string) => ({ kind: Kind.NAME, value }) as const;

/** Draws what an operation selects. */
export class Selections {
  readonly fragments: FragmentDefinitionNode[] = [];
  private left: number;
  private names = 0;

  constructor(private readonly drawing: Drawing) {
    this.left = drawing.wishes.fields;
  }

  /** What is selected of a type, at that many levels at most, the way included. */
  of(type: GraphQLCompositeType, depth: number, way: readonly Step[]): SelectionSetNode {
    const { chance, schema } = this.drawing;
    const selections: SelectionNode[] = [];
    const [step, ...rest] = way;
    if (step) selections.push(...this.wrapped(type, this.onWay(type, step, rest, depth), true));
    const isRoot = type === schema.getQueryType();
    if (isRoot && chance.happens(6)) selections.push(introspection(chance, schema, (this.names += 1)));
    if (chance.happens(isAbstractType(type) ? 45 : 15)) selections.push(this.typename());
    for (let more = chance.whole(step ? 0 : 1, 4); more > 0 && this.left > 0; more -= 1)
      selections.push(...this.some(type, depth));
    if (selections.length === 0) selections.push(...this.some(type, depth));
    if (selections.length === 0) selections.push(this.typename());
    return { kind: Kind.SELECTION_SET, selections };
  }

  private onWay(
    type: GraphQLCompositeType,
    step: Step,
    rest: readonly Step[],
    depth: number,
  ): SelectionNode[] {
    const holder = this.drawing.schema.getType(step.type);
    if (!isObjectType(holder)) throw new Error(`${step.type} holds no fields`);
    const field = this.field(holder.name, holder.getFields()[step.field]!, depth, rest);
    const needsCondition = type !== holder && !(isInterfaceType(type) && step.field in type.getFields());
    return needsCondition ? [this.inline(holder.name, [field])] : [field];
  }

  private some(type: GraphQLCompositeType, depth: number): SelectionNode[] {
    const { chance, schema } = this.drawing;
    if (isAbstractType(type) && (chance.happens(55) || !isInterfaceType(type))) {
      const narrower = chance.pick(this.overlapping(type));
      const inner = this.plain(narrower, depth);
      return inner.length === 0 ? [] : this.wrapped(type, [this.inline(narrower.name, inner)], false);
    }
    const drawn = this.plain(type, depth);
    if (isObjectType(type) && type.getInterfaces().length > 0 && chance.happens(8)) {
      const wider = chance.pick(type.getInterfaces());
      const seenAs = this.plain(schema.getType(wider.name) as GraphQLCompositeType, depth);
      return seenAs.length === 0 ? drawn : [...drawn, this.inline(wider.name, seenAs)];
    }
    return drawn.length === 0 ? [] : this.wrapped(type, drawn, false);
  }

  /** The types that an object of an abstract type may have, and the other abstract ones that may hold it. */
  private overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const { schema, chance } = this.drawing;
    if (!isAbstractType(type)) return [type];
    const possible = schema.getPossibleTypes(type);
    if (chance.happens(75)) return [...possible];
    return Object.values(schema.getTypeMap()).filter(
      (other): other is GraphQLCompositeType =>
        isCompositeType(other) &&
        isAbstractType(other) &&
        schema.getPossibleTypes(other).some((one) => possible.includes(one)),
    );
  }

  private plain(type: GraphQLCompositeType, depth: number): SelectionNode[] {
    const { chance, wishes } = this.drawing;
    if (!("getFields" in type)) return [this.typename()];
    const fields = Object.values(type.getFields()).filter(
      (field) =>
        (depth > 1 || !isCompositeType(getNamedType(field.type))) &&
        !wishes.avoided.has(`${type.name}.${field.name}`),
    );
    if (fields.length === 0) return [];
    const chosen = chance.weighed(fields, (field) => wishes.weightOf(`${type.name}.${field.name}`));
    const drawn = this.field(type.name, chosen, depth, []);
    const isTwice = chance.happens(6) && drawn.selectionSet && this.left > 0;
    if (!isTwice) return [drawn];
    const again = this.of(getNamedType(chosen.type) as GraphQLCompositeType, depth - 1, []);
    return [drawn, { ...drawn, selectionSet: again, directives: [] }];
  }

  private field(
    typeName: string,
    field: GraphQLField<unknown, unknown>,
    depth: number,
    way: readonly Step[],
  ): FieldNode {
    const { chance, variables } = this.drawing;
    this.left -= 1;
    const given = field.args.filter(
      (arg) => (isNonNullType(arg.type) && arg.defaultValue === undefined) || chance.happens(50),
    );
    const held = getNamedType(field.type);
    const alias = this.alias(typeName);
    return {
      kind: Kind.FIELD,
      name: name(field.name),
      ...(alias === null ? {} : { alias: name(alias) }),
      arguments: given.map((arg) => ({
        kind: Kind.ARGUMENT,
        name: name(arg.name),
        value: variables.argument(arg.type, arg.defaultValue !== undefined),
      })),
      ...(isCompositeType(held) ? { selectionSet: this.of(held, depth - 1, way) } : {}),
    };
  }

  private alias(typeName: string): string | null {
    const { chance, schema, isEachNamedApart } = this.drawing;
    if (isEachNamedApart || chance.happens(18)) return `a${(this.names += 1)}`;
    if (chance.happens(1)) return chance.pick(hardNames);
    const type = schema.getType(typeName);
    // The name of another field of the type, such as of its key.
    if (chance.happens(3) && type && "getFields" in type) return chance.pick(Object.keys(type.getFields()));
    return null;
  }

  private typename(): FieldNode {
    const { chance } = this.drawing;
    const alias = chance.happens(25) ? { alias: name(`t${(this.names += 1)}`) } : {};
    return { kind: Kind.FIELD, name: name("__typename"), ...alias };
  }

  private inline(type: string | null, selections: readonly SelectionNode[]): SelectionNode {
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(type === null ? {} : { typeCondition: { kind: Kind.NAMED_TYPE, name: name(type) } }),
      directives: [],
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    };
  }

  /** The same selections, perhaps in a fragment, perhaps under a condition; one that holds, if they must stay. */
  private wrapped(type: GraphQLCompositeType, drawn: SelectionNode[], mustStay: boolean): SelectionNode[] {
    const { chance } = this.drawing;
    const withFragment = this.inFragment(type, drawn);
    if (!chance.happens(22)) return withFragment;
    return withFragment.map((node) => ({ ...node, directives: this.conditions(mustStay) }));
  }

  private inFragment(type: GraphQLCompositeType, drawn: SelectionNode[]): SelectionNode[] {
    const { chance } = this.drawing;
    if (chance.happens(82)) return drawn;
    if (chance.happens(45)) return [this.inline(chance.happens(50) ? type.name : null, drawn)];
    const fragment = `F${this.fragments.length}`;
    this.fragments.push({
      kind: Kind.FRAGMENT_DEFINITION,
      name: name(fragment),
      typeCondition: { kind: Kind.NAMED_TYPE, name: name(type.name) },
      selectionSet: { kind: Kind.SELECTION_SET, selections: drawn },
    });
    return [{ kind: Kind.FRAGMENT_SPREAD, name: name(fragment), directives: [] }];
  }

  private conditions(mustHold: boolean): DirectiveNode[] {
    const { chance, variables } = this.drawing;
    const kinds = chance.happens(15) ? ["skip", "include"] : [chance.pick(["skip", "include"])];
    return kinds.map((kind) => {
      const holds = mustHold || chance.happens(60);
      return {
        kind: Kind.DIRECTIVE,
        name: name(kind),
        arguments: [
          {
            kind: Kind.ARGUMENT,
            name: name("if"),
            value: variables.condition((kind === "include") === holds),
          },
        ],
      };
    });
  }
}
