import {
  getNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type OperationTypeNode,
} from "graphql";

/** One field on the way down to a coordinate. */
export interface Step {
  readonly type: string;
  readonly field: string;
}

/** A way from the root of an operation to a coordinate. */
export interface Way {
  readonly kind: OperationTypeNode;
  readonly steps: readonly Step[];
}

/** Knows short ways to every field of a schema. */
export class Ways {
  private readonly firstSteps = new Map<string, Way[]>();

  constructor(private readonly schema: GraphQLSchema) {
    this.explore("query" as OperationTypeNode, schema.getQueryType()?.name);
    this.explore("mutation" as OperationTypeNode, schema.getMutationType()?.name);
  }

  /** The ways that lead to objects of a type; one of no step for a root. */
  to(type: string): readonly Way[] {
    return this.firstSteps.get(type) ?? [];
  }

  private explore(kind: OperationTypeNode, root: string | undefined): void {
    if (root === undefined) return;
    this.firstSteps.set(root, [{ kind, steps: [] }]);
    const waiting: { type: string; steps: readonly Step[] }[] = [{ type: root, steps: [] }];
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const type = this.schema.getType(next.type);
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const steps = [...next.steps, { type: type.name, field: field.name }];
        for (const held of this.objectsOf(getNamedType(field.type).name)) {
          const known = this.firstSteps.get(held) ?? [];
          if (known.length === 0 || (known.length < 6 && steps.length < 5))
            this.firstSteps.set(held, [...known, { kind, steps }]);
          if (known.length === 0) waiting.push({ type: held, steps });
        }
      }
    }
  }

  /** The object types that a field of that type may hold. */
  objectsOf(name: string): string[] {
    const type = this.schema.getType(name);
    if (!isCompositeType(type)) return [];
    return isAbstractType(type) ? this.schema.getPossibleTypes(type).map((one) => one.name) : [type.name];
  }
}
