import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { isIncluded } from "./inclusion.js";

/** A field of an answer's object, all that was asked of it under one name taken together. */
export interface FieldShape {
  /** Its name in the tree. */
  readonly key: string;
  /** Its name in the answer. */
  readonly responseName: string;
  readonly name: string;
  /** Null for `__typename`, `__schema` and `__type`. */
  readonly type: GraphQLOutputType | null;
  /** What was asked of the objects in it; null for leaves. */
  readonly selection: Selection | null;
}

/** What an object of one type looks like in the answer, in the order of the specification. */
export interface ObjectShape {
  readonly typeName: string;
  /** False for an interface: the object's own type is not known. */
  readonly isConcrete: boolean;
  readonly fields: readonly FieldShape[];
}

/** What the selections of one run are read from. */
export interface SelectionSource {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The values of the variables of `@skip` and `@include`. */
  readonly flags: Readonly<Record<string, boolean>>;
  /** The caller's names, by the name in the tree where it is another. */
  readonly responseNames: ReadonlyMap<string, string>;
}

/** What was asked of a field's objects; their shapes are made type by type, when one is met. */
export class Selection {
  private readonly shapes = new Map<string, ObjectShape | null>();
  private isByKind: boolean | undefined;

  constructor(
    private readonly source: SelectionSource,
    readonly declared: GraphQLCompositeType,
    private readonly sets: readonly SelectionSetNode[],
  ) {}

  /** True when what is asked of an object depends on its type. */
  get dependsOnKind(): boolean {
    return (this.isByKind ??= this.sets.some((set) => this.asksKind(set)));
  }

  private asksKind({ selections }: SelectionSetNode): boolean {
    const { schema, fragments, flags } = this.source;
    return selections.some((selection) => {
      if (!isIncluded(selection.directives, flags)) return false;
      if (selection.kind === Kind.FIELD) return selection.name.value === "__typename";
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const condition = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : null;
      const isWhole = !condition || condition === this.declared || this.isWithin(condition);
      return fragment !== undefined && (!isWhole || this.asksKind(fragment.selectionSet));
    });
  }

  /** Each object of this selection is of that type, too. */
  private isWithin(type: GraphQLNamedType): boolean {
    const { declared } = this;
    return isAbstractType(type) && !isUnionType(declared) && this.source.schema.isSubType(type, declared);
  }

  /** The shape of an object by the type it says it is of; null when the field cannot hold one. */
  shapeOf(typename: string): ObjectShape | null {
    let shape = this.shapes.get(typename);
    if (shape === undefined) {
      shape = this.makeShape(typename);
      // A subgraph's nonsense is not kept.
      if (shape) this.shapes.set(typename, shape);
    }
    return shape;
  }

  /** The types that the field's objects may be of. */
  possibleTypes(): readonly string[] {
    const { declared } = this;
    return isAbstractType(declared)
      ? this.source.schema.getPossibleTypes(declared).map(({ name }) => name)
      : [declared.name];
  }

  private makeShape(typename: string): ObjectShape | null {
    const { schema } = this.source;
    const type = schema.getType(typename);
    if (!isCompositeType(type) || isUnionType(type) || !this.mayHold(type)) return null;
    const collected = new Map<string, FieldNode[]>();
    const seen = new Set<string>();
    for (const set of this.sets) this.collect(set, type, collected, seen);
    return {
      typeName: type.name,
      isConcrete: isObjectType(type),
      fields: [...collected].map(([key, nodes]) => this.fieldOf(key, nodes, type)),
    };
  }

  private mayHold(type: GraphQLCompositeType): boolean {
    const { declared } = this;
    if (type === declared) return true;
    const { schema } = this.source;
    if (isAbstractType(declared) && (isObjectType(type) || isInterfaceType(type)))
      return schema.isSubType(declared, type);
    // A subgraph that knows an interface as an object (@interfaceObject) names the interface.
    return isInterfaceType(type) && isObjectType(declared) && schema.isSubType(type, declared);
  }

  // https://spec.graphql.org/October2021/#CollectFields()
  private collect(
    set: SelectionSetNode,
    type: GraphQLCompositeType,
    collected: Map<string, FieldNode[]>,
    seen: Set<string>,
  ): void {
    const { schema, fragments, flags } = this.source;
    for (const selection of set.selections) {
      if (!isIncluded(selection.directives, flags)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const known = collected.get(key);
        if (known) known.push(selection);
        else collected.set(key, [selection]);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (seen.has(selection.name.value)) continue;
        seen.add(selection.name.value);
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const condition = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
      if (!fragment || !condition) continue;
      const applies =
        condition === type ||
        (isAbstractType(condition) &&
          (isObjectType(type) || isInterfaceType(type)) &&
          schema.isSubType(condition, type));
      if (applies) this.collect(fragment.selectionSet, type, collected, seen);
    }
  }

  private fieldOf(key: string, nodes: readonly FieldNode[], type: GraphQLCompositeType): FieldShape {
    const name = nodes[0]!.name.value;
    const responseName = this.source.responseNames.get(key) ?? key;
    const field = name.startsWith("__") || isUnionType(type) ? undefined : type.getFields()[name];
    if (!field) return { key, responseName, name, type: null, selection: null };
    const named = getNamedType(field.type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const selection = isCompositeType(named) ? new Selection(this.source, named, sets) : null;
    return { key, responseName, name, type: field.type, selection };
  }
}
