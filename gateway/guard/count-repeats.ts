import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";

/** What is found under one name of the answer: how often, and what is selected below. */
interface Place {
  count: number;
  readonly below: SelectionSetNode[];
}

/**
 * Counts the fields that have the same answer's name as another in the same place, fragments followed: what validation
 * compares pair by pair, and what execution merges. For documents without cycles whose fields were counted before.
 */
export function countRepeats(
  roots: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const repeatsIn = (selected: readonly SelectionSetNode[]): number => {
    const places = new Map<string, Place>();
    for (const set of selected) collect(set, fragments, places);
    let repeats = 0;
    for (const { count, below } of places.values())
      repeats += count - 1 + (below.length > 0 ? repeatsIn(below) : 0);
    return repeats;
  };
  return roots.reduce((sum, root) => sum + repeatsIn([root]), 0);
}

function collect(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  places: Map<string, Place>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, fragments, places);
    else if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      if (fragment) collect(fragment.selectionSet, fragments, places);
    } else {
      const name = selection.alias?.value ?? selection.name.value;
      const place = places.get(name);
      if (place) place.count += 1;
      else places.set(name, { count: 1, below: [] });
      if (selection.selectionSet) places.get(name)?.below.push(selection.selectionSet);
    }
  }
}
