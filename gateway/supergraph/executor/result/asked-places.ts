import type { GraphQLError } from "graphql";
import { isTree, type Path, type Tree } from "../tree.js";
import type { FieldShape, Selection } from "./selection.js";

/**
 * The errors about what was asked. A plan asks more than the caller, of objects that turn out to be of another type
 * among others: what goes wrong there is nobody's business. What it asks for itself, a key, stays told: it is why
 * something is missing.
 */
export const errorsAsked = (
  errors: readonly GraphQLError[],
  root: Selection,
  data: Tree,
): readonly GraphQLError[] => errors.filter(({ path }) => !path || isAsked(path, root, data));

function isAsked(path: Path, root: Selection, data: Tree): boolean {
  let selection: Selection | null = root;
  let value: unknown = data;
  for (const step of path) {
    if (typeof step === "number") {
      value = Array.isArray(value) ? (value as unknown[])[step] : undefined;
      continue;
    }
    // Nothing is known of the objects in a place that stayed empty: whatever is said of it is about what was asked.
    if (!selection || !isTree(value)) return true;
    const typename = value["__typename"];
    const shape = selection.shapeOf(typeof typename === "string" ? typename : selection.declared.name);
    const field: FieldShape | undefined = shape?.fields.find(({ responseName }) => responseName === step);
    if (!field) return !shape?.isConcrete || !isAskedOfOthers(selection, step);
    selection = field.selection;
    value = value[field.key];
  }
  return true;
}

const isAskedOfOthers = (selection: Selection, responseName: string): boolean =>
  selection
    .possibleTypes()
    .some((type) => selection.shapeOf(type)?.fields.some((field) => field.responseName === responseName));
