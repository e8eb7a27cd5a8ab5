import type { FetchDataRewrite } from "@apollo/query-planner";
import { isTree, ownValue, putValue, type Tree } from "../tree.js";
import type { TypeConditions } from "../type-conditions.js";

/** Changes an object that goes to a subgraph, or came from one, in place. */
export type Rewrite = (value: unknown) => void;

const fragmentPrefix = "... on ";

/** What the planner wants changed: values set (the type an interface object goes by), keys renamed (aliases of its own). */
export function rewriteOf(
  rewrites: readonly FetchDataRewrite[] | undefined,
  conditions: TypeConditions,
): Rewrite | null {
  if (!rewrites || rewrites.length === 0) return null;
  const compiled = rewrites.map((rewrite) => oneRewrite(rewrite, conditions));
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

/** The names that a fetch's own aliases are renamed to, by alias. */
export const renamedKeys = (rewrites: readonly FetchDataRewrite[] | undefined): ReadonlyMap<string, string> =>
  new Map(
    (rewrites ?? []).flatMap((rewrite) =>
      rewrite.kind === "KeyRenamer" ? [[rewrite.path.at(-1) ?? "", rewrite.renameKeyTo] as const] : [],
    ),
  );

function oneRewrite(rewrite: FetchDataRewrite, conditions: TypeConditions): Rewrite {
  const parents = rewrite.path.slice(0, -1);
  const key = rewrite.path.at(-1) ?? "";
  const change =
    rewrite.kind === "ValueSetter"
      ? (tree: Tree) => putValue(tree, key, rewrite.setValueTo)
      : (tree: Tree) => {
          const value = ownValue(tree, key);
          // The field was asked under an alias for some of the types only.
          if (value === undefined) return;
          tree[key] = undefined;
          putValue(tree, rewrite.renameKeyTo, value);
        };
  return (value) => changeAt(value, parents, 0, change, conditions);
}

function changeAt(
  value: unknown,
  parents: readonly string[],
  depth: number,
  change: (tree: Tree) => void,
  conditions: TypeConditions,
): void {
  if (Array.isArray(value)) {
    for (const item of value) changeAt(item, parents, depth, change, conditions);
    return;
  }
  if (!isTree(value)) return;
  const parent = parents[depth];
  if (parent === undefined) change(value);
  else if (!parent.startsWith(fragmentPrefix))
    changeAt(ownValue(value, parent), parents, depth + 1, change, conditions);
  else {
    const typename = value["__typename"];
    // Without a type's name the object is of the only type that there can be.
    if (typeof typename !== "string" || conditions(parent.slice(fragmentPrefix.length), typename))
      changeAt(value, parents, depth + 1, change, conditions);
  }
}
