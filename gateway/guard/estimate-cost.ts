import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { fieldCosts, mutationCost } from "./field-costs.js";
import { listSizes, longestPage, usualListSize } from "./list-sizes.js";

/** What an operation is expected to cost, in fields of its answer. */
export interface CostEstimate {
  readonly estimate: number;
  /** The length of a page comes from a variable: other variables, another cost. */
  readonly dependsOnVariables: boolean;
}

export type Variables = Readonly<Record<string, unknown>>;

/**
 * Estimates an operation by the schema: each field of each element counts once, what takes long work counts more; a list has the length that its page
 * argument says, or the one that the hub's own data lets expect. For documents whose fields were counted before.
 */
export function estimateCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): CostEstimate {
  const root = schema.getRootType(operation.operation);
  const estimate = new Estimate(schema, document, operation, variables);
  return {
    estimate: root ? estimate.selection(operation.selectionSet, root, null) : 0,
    dependsOnVariables: estimate.dependsOnVariables,
  };
}

class Estimate {
  dependsOnVariables = false;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  /** @param page the length asked of the connection that this is a selection of; null elsewhere. */
  selection({ selections }: SelectionSetNode, type: GraphQLCompositeType, page: number | null): number {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) cost += this.field(selection, type, page);
      else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
        if (fragment) cost += this.selection(fragment.selectionSet, this.narrowed(fragment, type), page);
      }
    }
    return cost;
  }

  private narrowed(
    { typeCondition }: Pick<FragmentDefinitionNode, "typeCondition"> | { typeCondition?: undefined },
    type: GraphQLCompositeType,
  ): GraphQLCompositeType {
    const named = typeCondition ? this.schema.getType(typeCondition.name.value) : type;
    return isCompositeType(named) ? named : type;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType, page: number | null): number {
    const field =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    // Introspection and unknown fields: one each, they have limits and refusals of their own.
    if (!field) return 1;
    const type = getNamedType(field.type);
    const asked = this.pageOf(node, field);
    const isList = isListType(getNullableType(field.type));
    const times = isList ? (page ?? asked ?? sizeOf(`${parent.name}.${field.name}`)) : 1;
    const own = parent === this.schema.getMutationType() ? mutationCost : workOf(parent, field);
    if (!isCompositeType(type) || !node.selectionSet) return own;
    return own + times * this.selection(node.selectionSet, type, isList ? null : asked);
  }

  /** The length of the page that a field is asked for; null when it has no page argument. */
  private pageOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    const argument = field.args.find(({ name }) => name === "first");
    if (!argument) return null;
    const given = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
    if (given?.kind === Kind.INT) return pageLength(Number(given.value));
    if (given?.kind === Kind.VARIABLE)
      return pageLength(this.variable(given.name.value) ?? argument.defaultValue);
    return pageLength(argument.defaultValue);
  }

  private variable(name: string): unknown {
    this.dependsOnVariables = true;
    if (Object.hasOwn(this.variables, name)) return this.variables[name];
    const definition = this.operation.variableDefinitions?.find(
      ({ variable }) => variable.name.value === name,
    );
    return definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : undefined;
  }
}

const workOf = ({ name }: GraphQLCompositeType, field: GraphQLField<unknown, unknown>): number =>
  fieldCosts[`${name}.${field.name}`] ?? 1;

const sizeOf = (coordinate: string): number => listSizes[coordinate] ?? usualListSize;

// Whatever is not a length is expected to be the longest page: it is refused later, or it is not.
const pageLength = (asked: unknown): number =>
  typeof asked === "number" && asked >= 0 ? Math.min(asked, longestPage) : longestPage;
