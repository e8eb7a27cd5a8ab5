import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { Need } from "./changes/known-changes.js";
import type { ToldFrom } from "./told-from.js";

/** What an operation reads, whatever is answered: by its fields, against the schema. */
export interface OperationReads {
  /** The tables, given the values of the operation's variables; empty: nothing that a subgraph publishes by name. */
  readonly needsWith: (variables: Readonly<Record<string, unknown>>) => readonly Need[];
  /** The same for all values of the variables. */
  readonly isFixed: boolean;
  /** False when a field of the root is told from no table that is known: then anything may matter. */
  readonly isKnown: boolean;
}

/** A table that is read for one campaign: the one of a variable. */
interface VariableNeed {
  readonly schema: string;
  readonly table: string;
  readonly variable: string;
}

const campaignArgument = "campaign";

/** Finds out what an operation reads. For documents within the guard's limits. */
export function readsOf(
  schema: GraphQLSchema,
  toldFrom: ToldFrom,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationReads {
  const root = schema.getRootType(operation.operation);
  const walk = new Walk(schema, toldFrom, document);
  const isKnown = root ? walk.roots(operation.selectionSet, root) : false;
  const fixed = [...walk.fixed.values()];
  const open = [...walk.open.values()];
  return {
    isKnown,
    isFixed: open.length === 0,
    needsWith: (variables) =>
      open.length === 0
        ? fixed
        : [
            ...fixed,
            ...open.map(({ schema: place, table, variable }) => ({
              schema: place,
              table,
              campaign: campaignIn(variables[variable]),
            })),
          ],
  };
}

const campaignIn = (value: unknown): string | null => (typeof value === "string" ? value : null);

class Walk {
  readonly fixed = new Map<string, Need>();
  readonly open = new Map<string, VariableNeed>();
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly walked = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly toldFrom: ToldFrom,
    document: DocumentNode,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  /** Walks each field of the root by itself; true when each is told from a table that is known. */
  roots({ selections }: SelectionSetNode, root: GraphQLCompositeType): boolean {
    let isKnown = true;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const isTold = this.field(selection, root);
        if (!isTold && !selection.name.value.startsWith("__")) isKnown = false;
        continue;
      }
      const fragment = this.fragmentOf(selection);
      if (fragment && !this.roots(fragment.selectionSet, root)) isKnown = false;
    }
    return isKnown;
  }

  private selection({ selections }: SelectionSetNode, parent: GraphQLCompositeType): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        this.field(selection, parent);
        continue;
      }
      const fragment = this.fragmentOf(selection);
      if (!fragment) continue;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        // Its type is its own: what it reads is the same wherever it is spread.
        if (this.walked.has(selection.name.value)) continue;
        this.walked.add(selection.name.value);
      }
      const named = fragment.typeCondition ? this.schema.getType(fragment.typeCondition.name.value) : parent;
      const type = isCompositeType(named) ? named : parent;
      this.add(this.toldFrom.type(type.name), null);
      this.selection(fragment.selectionSet, type);
    }
  }

  private fragmentOf(
    selection: Exclude<SelectionSetNode["selections"][number], FieldNode>,
  ): Pick<FragmentDefinitionNode, "typeCondition" | "selectionSet"> | undefined {
    return selection.kind === Kind.INLINE_FRAGMENT
      ? (selection as Pick<FragmentDefinitionNode, "typeCondition" | "selectionSet">)
      : this.fragments.get(selection.name.value);
  }

  /** Walks a field; true when it, or its type, is told from a table that is known. */
  private field(node: FieldNode, parent: GraphQLCompositeType): boolean {
    const field =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) return false;
    const type = getNamedType(field.type);
    const coordinate = `${parent.name}.${field.name}`;
    const own = this.toldFrom.field(coordinate);
    const ofType = this.toldFrom.type(type.name);
    this.add(own, this.toldFrom.isOfCampaign(coordinate) ? node : null);
    this.add(ofType, null);
    if (node.selectionSet && isCompositeType(type)) this.selection(node.selectionSet, type);
    return own.length + ofType.length > 0;
  }

  private add(tables: readonly Need[], ofCampaign: FieldNode | null): void {
    const given = ofCampaign?.arguments?.find(({ name }) => name.value === campaignArgument)?.value;
    for (const table of tables) {
      const isTold = given !== undefined && this.toldFrom.isByCampaign(table);
      if (isTold && given.kind === Kind.VARIABLE) {
        const variable = given.name.value;
        this.open.set(`${table.schema}.${table.table}$${variable}`, { ...table, variable });
      } else {
        const campaign = isTold && given.kind === Kind.STRING ? given.value : null;
        this.fixed.set(`${table.schema}.${table.table}@${campaign ?? ""}`, { ...table, campaign });
      }
    }
  }
}
