import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  type TypeNode,
} from "graphql";

/** A field with arguments of a type that has a `@requires`, and what it requires: names with the arguments they need. */
export interface RequiringField {
  readonly type: string;
  readonly field: string;
  readonly needs: NeededNames;
}

/** By type, then by name: the arguments that a field is needed with, as text. */
export type NeededNames = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** What the subgraphs must be told of an entity beside what the caller asks: its keys, and what `@requires` names. */
export interface NeededFields {
  readonly names: NeededNames;
  readonly requiring: readonly RequiringField[];
  /** The names that are needed with arguments: one name, more than one value. */
  readonly manyValued: ReadonlySet<string>;
}

type Definition = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;
type Needed = Map<string, Map<string, Set<string>>>;

/** Reads from a supergraph what its planner will ask for by itself. */
export function neededFields(supergraph: DocumentNode): NeededFields {
  const definitions = new Map<string, Definition>();
  for (const definition of supergraph.definitions)
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION)
      definitions.set(definition.name.value, definition);
  const names: Needed = new Map();
  const requiring: RequiringField[] = [];
  for (const [type, { directives = [], fields = [] }] of definitions) {
    for (const key of textsOf(directives, "join__type", "key"))
      collect(definitions, type, fieldSetOf(key), names);
    for (const field of fields) {
      for (const text of textsOf(field.directives ?? [], "join__field", "requires")) {
        const needs: Needed = new Map();
        collect(definitions, type, fieldSetOf(text), needs);
        requiring.push({ type, field: field.name.value, needs });
        collect(definitions, type, fieldSetOf(text), names);
      }
    }
  }
  const manyValued = [...names.values()].flatMap((byName) =>
    [...byName].flatMap(([name, texts]) => ([...texts].some((text) => text !== "") ? [name] : [])),
  );
  return { names, requiring, manyValued: new Set(manyValued) };
}

/** The arguments of a field as text; equal for equal arguments in another order. */
export const argumentsText = ({ arguments: given = [] }: Pick<FieldNode, "arguments">): string =>
  given
    .map((argument) => print(argument))
    .sort()
    .join(", ");

const fieldSetOf = (text: string): SelectionSetNode => {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`supergraph: not a field set: ${text}`);
  return definition.selectionSet;
};

function textsOf(directives: readonly ConstDirectiveNode[], directive: string, argument: string): string[] {
  return directives.flatMap(({ name, arguments: given = [] }) => {
    const value = given.find((candidate) => candidate.name.value === argument)?.value;
    return name.value === directive && value?.kind === Kind.STRING ? [value.value] : [];
  });
}

function collect(
  definitions: ReadonlyMap<string, Definition>,
  type: string,
  { selections }: SelectionSetNode,
  into: Needed,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT)
      collect(definitions, selection.typeCondition?.name.value ?? type, selection.selectionSet, into);
    if (selection.kind !== Kind.FIELD) continue;
    const { value: name } = selection.name;
    const byName = into.get(type) ?? new Map<string, Set<string>>();
    into.set(type, byName);
    byName.set(name, (byName.get(name) ?? new Set()).add(argumentsText(selection)));
    const definition = definitions.get(type)?.fields?.find((field) => field.name.value === name);
    if (selection.selectionSet && definition)
      collect(definitions, namedType(definition.type), selection.selectionSet, into);
  }
}

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
