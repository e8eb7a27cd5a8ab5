import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import { isTree, ownValue, putValue, type Tree } from "../tree.js";
import type { TypeConditions } from "../type-conditions.js";
import { mergeInto } from "./merge.js";

/** What a subgraph is told of an object so that it finds its own part; null when the object lacks something of it. */
export type Represent = (object: Tree) => Tree | null;

/** Compiles the `requires` of a fetch. */
export function representationOf(
  selections: readonly QueryPlanSelectionNode[],
  conditions: TypeConditions,
): Represent {
  const pick = pickerOf(selections, conditions);
  return (object) => {
    const picked = pick(object);
    return picked !== null && typeof picked["__typename"] === "string" ? picked : null;
  };
}

type Put = (from: Tree, to: Tree) => boolean;

function pickerOf(selections: readonly QueryPlanSelectionNode[], conditions: TypeConditions): Represent {
  const puts = selections.map((selection): Put => {
    const inner = selection.selections ? pickerOf(selection.selections, conditions) : null;
    if (selection.kind === "Field") {
      const key = selection.alias ?? selection.name;
      return (from, to) => {
        const value = ownValue(from, key);
        if (value === undefined) return false;
        putValue(to, key, inner ? pickWithin(value, inner) : value);
        return true;
      };
    }
    const { typeCondition } = selection;
    return (from, to) => {
      const typename = from["__typename"];
      const applies =
        typeCondition === undefined || (typeof typename === "string" && conditions(typeCondition, typename));
      if (!applies) return true;
      const part = inner?.(from) ?? null;
      // One key of several may be missing: the object goes by another.
      if (part !== null) mergeInto(to, part);
      return true;
    };
  });
  return (object) => {
    const picked: Tree = {};
    for (const put of puts) if (!put(object, picked)) return null;
    return picked;
  };
}

function pickWithin(value: unknown, pick: Represent): unknown {
  if (Array.isArray(value)) return value.map((item) => pickWithin(item, pick));
  return isTree(value) ? pick(value) : null;
}
