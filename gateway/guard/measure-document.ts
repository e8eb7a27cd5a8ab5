import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { HubError } from "../../subgraphs/index.js";
import { countRepeats } from "./count-repeats.js";
import type { DocumentShape } from "./document-shape.js";
import { isReserved, isReservedInDocument, isTakenByGateway } from "./reserved-names.js";

/** What a selection amounts to, with the fragments it spreads. */
interface Selected {
  fields: number;
  aliases: number;
  depth: number;
  roots: number;
  introspectionFields: number;
  lists: number;
}

const nothing = (): Selected => ({
  fields: 0,
  aliases: 0,
  depth: 0,
  roots: 0,
  introspectionFields: 0,
  lists: 0,
});

const introspectionRoots: ReadonlySet<string> = new Set(["__schema", "__type"]);
const listsOfTypes: ReadonlySet<string> = new Set(["fields", "interfaces", "possibleTypes", "inputFields"]);
const knownDirectives: ReadonlySet<string> = new Set(["include", "skip"]);

// Above the limits of fields together: such a document is refused for them, so repeats need no counting.
const mostFieldsCompared = 800;

/**
 * Counts a document, each definition once: a fragment that is spread again costs an addition, however deep. Throws the
 * refusal of what has no place in any document: a cycle, a reserved name, an unknown directive.
 */
export function measureDocument(document: DocumentNode): DocumentShape {
  return new Measurement(document).shape();
}

class Measurement {
  private readonly operations: OperationDefinitionNode[] = [];
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  // A fragment may be spread inside an introspection and outside: it counts differently there.
  private readonly measured = { data: new Map<string, Selected>(), schema: new Map<string, Selected>() };
  private readonly open = new Set<string>();
  private directives = 0;
  private valueDepth = 0;

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION) this.operations.push(definition);
      else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        refuseReserved(definition.name.value);
        this.fragments.set(definition.name.value, definition);
      } else throw new HubError("NOT_EXECUTABLE");
    }
  }

  shape(): DocumentShape {
    const sum = nothing();
    const roots: SelectionSetNode[] = [];
    for (const operation of this.operations) {
      this.checkOperation(operation);
      addBeside(sum, this.selection(operation.selectionSet, false));
      roots.push(operation.selectionSet);
    }
    // A fragment that nothing spreads is checked all the same by validation.
    for (const [name, { selectionSet }] of this.fragments) {
      if (this.measured.data.has(name) || this.measured.schema.has(name)) continue;
      addBeside(sum, this.fragment(name, false));
      roots.push(selectionSet);
    }
    const fields = sum.fields + sum.introspectionFields;
    return {
      operations: this.operations.length,
      fragments: this.fragments.size,
      depth: sum.depth,
      valueDepth: this.valueDepth,
      fields: sum.fields,
      aliases: sum.aliases,
      directives: this.directives,
      repeats: fields > mostFieldsCompared ? 0 : countRepeats(roots, this.fragments),
      introspection: { roots: sum.roots, fields: sum.introspectionFields, lists: sum.lists },
    };
  }

  private checkOperation({ name, directives, variableDefinitions }: OperationDefinitionNode): void {
    if (name) refuseReserved(name.value);
    this.checkDirectives(directives);
    for (const { variable, defaultValue, directives: own } of variableDefinitions ?? []) {
      refuseReserved(variable.name.value);
      if (isTakenByGateway(variable.name.value)) throw reservedName(variable.name.value);
      this.checkDirectives(own);
      if (defaultValue) this.checkValue(defaultValue);
    }
  }

  private selection({ selections }: SelectionSetNode, isIntrospection: boolean): Selected {
    const sum = nothing();
    for (const selection of selections) {
      this.checkDirectives(selection.directives);
      addBeside(sum, this.selected(selection, isIntrospection));
    }
    return sum;
  }

  private selected(selection: SelectionNode, isIntrospection: boolean): Selected {
    if (selection.kind === Kind.FIELD) return this.field(selection, isIntrospection);
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return this.selection(selection.selectionSet, isIntrospection);
    refuseReserved(selection.name.value);
    return this.fragment(selection.name.value, isIntrospection);
  }

  private field(
    { name, alias, arguments: given, selectionSet }: FieldNode,
    isIntrospection: boolean,
  ): Selected {
    if (alias) refuseReserved(alias.value);
    for (const { value } of given ?? []) this.checkValue(value);
    const isRoot = !isIntrospection && introspectionRoots.has(name.value);
    const inside = isIntrospection || isRoot;
    const below = selectionSet ? this.selection(selectionSet, inside) : nothing();
    return {
      fields: below.fields + (inside ? 0 : 1),
      aliases: below.aliases + (alias ? 1 : 0),
      depth: inside ? 0 : below.depth + 1,
      roots: below.roots + (isRoot ? 1 : 0),
      introspectionFields: below.introspectionFields + (inside ? 1 : 0),
      lists: below.lists + (inside && listsOfTypes.has(name.value) ? 1 : 0),
    };
  }

  private fragment(name: string, isIntrospection: boolean): Selected {
    const measured = isIntrospection ? this.measured.schema : this.measured.data;
    const known = measured.get(name);
    if (known) return known;
    const definition = this.fragments.get(name);
    // Unknown: refused by validation. It counts as a field, so that spreading nothing often is no way round.
    if (!definition) return { ...nothing(), fields: 1 };
    if (this.open.has(name)) throw new HubError("FRAGMENT_CYCLE", { fragment: name.slice(0, 60) });
    this.open.add(name);
    this.checkDirectives(definition.directives);
    const selected = this.selection(definition.selectionSet, isIntrospection);
    this.open.delete(name);
    measured.set(name, selected);
    return selected;
  }

  private checkDirectives(used: readonly DirectiveNode[] | undefined): void {
    for (const { name, arguments: given } of used ?? []) {
      if (!knownDirectives.has(name.value))
        throw new HubError("UNKNOWN_DIRECTIVE", { directive: name.value.slice(0, 60) });
      this.directives += 1;
      for (const { value } of given ?? []) this.checkValue(value);
    }
  }

  private checkValue(value: ValueNode, depth = 0): void {
    if (value.kind === Kind.VARIABLE) return refuseReserved(value.name.value);
    if (value.kind !== Kind.LIST && value.kind !== Kind.OBJECT) return;
    this.valueDepth = Math.max(this.valueDepth, depth + 1);
    if (value.kind === Kind.LIST) for (const element of value.values) this.checkValue(element, depth + 1);
    else
      for (const field of value.fields) {
        if (isReserved(field.name.value)) throw reservedName(field.name.value);
        this.checkValue(field.value, depth + 1);
      }
  }
}

function addBeside(sum: Selected, more: Selected): void {
  sum.fields += more.fields;
  sum.aliases += more.aliases;
  sum.roots += more.roots;
  sum.introspectionFields += more.introspectionFields;
  sum.depth = Math.max(sum.depth, more.depth);
  sum.lists = Math.max(sum.lists, more.lists);
}

function refuseReserved(name: string): void {
  if (isReservedInDocument(name)) throw reservedName(name);
}

const reservedName = (name: string): HubError => new HubError("RESERVED_NAME", { name: name.slice(0, 60) });
