import { type DocumentNode, type FragmentDefinitionNode, Kind, parse, type SelectionSetNode } from "graphql";
import { isTree, type Path } from "../tree.js";
import type { TypeConditions } from "../type-conditions.js";

/** The places in an answer in which there is nothing. */
export function emptyPlacesIn(answered: unknown, at: Path = []): Path[] {
  if (answered === null) return [at];
  if (Array.isArray(answered)) return answered.flatMap((item, index) => emptyPlacesIn(item, [...at, index]));
  if (!isTree(answered)) return [];
  return Object.entries(answered).flatMap(([key, value]) => emptyPlacesIn(value, [...at, key]));
}

/** The keys that a fetch would have filled in an object of a type, had it been answered. */
export interface FetchedKeys {
  ofRoot(): string[];
  ofEntity(typename: string): string[];
}

/** Reads the keys off the fetch's document, the first time that a fetch fails. */
export function fetchedKeysOf(
  operation: string,
  renamed: ReadonlyMap<string, string>,
  conditions: TypeConditions,
): FetchedKeys {
  let read: DocumentNode | null = null;
  const selectionOf = (): { root: SelectionSetNode; fragments: Fragments } => {
    read ??= parse(operation, { noLocation: true });
    const fragments: Fragments = new Map();
    let root: SelectionSetNode | null = null;
    for (const definition of read.definitions)
      if (definition.kind === Kind.OPERATION_DEFINITION) root = definition.selectionSet;
      else if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (!root) throw new Error("a fetch without an operation");
    return { root, fragments };
  };
  const keysOf = (set: SelectionSetNode, fragments: Fragments, typename: string | null) => {
    const keys = new Set<string>();
    addKeys(set, fragments, typename, conditions, keys);
    return [...keys].map((key) => renamed.get(key) ?? key);
  };
  return {
    ofRoot() {
      const { root, fragments } = selectionOf();
      return keysOf(root, fragments, null);
    },
    ofEntity(typename) {
      const { root, fragments } = selectionOf();
      const [entities] = root.selections;
      const set = entities?.kind === Kind.FIELD ? entities.selectionSet : undefined;
      return set ? keysOf(set, fragments, typename) : [];
    },
  };
}

type Fragments = Map<string, FragmentDefinitionNode>;

function addKeys(
  set: SelectionSetNode,
  fragments: Fragments,
  typename: string | null,
  conditions: TypeConditions,
  keys: Set<string>,
): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value !== "__typename") keys.add(selection.alias?.value ?? selection.name.value);
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const condition = fragment?.typeCondition?.name.value;
    if (!fragment || !appliesTo(condition, typename, conditions)) continue;
    addKeys(fragment.selectionSet, fragments, typename, conditions, keys);
  }
}

const appliesTo = (
  condition: string | undefined,
  typename: string | null,
  conditions: TypeConditions,
): boolean =>
  condition === undefined ||
  typename === null ||
  conditions(condition, typename) ||
  // An entity that goes by its interface's name may be of any type that has it.
  conditions(typename, condition);
