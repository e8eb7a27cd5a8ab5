import type { Selection } from "./selection.js";
import { generatedWriter } from "./generated-writer.js";
import { unclean, type WriteObject } from "./write-object.js";

/** The writer of a selection's objects: code is generated for each type of object as the first of it is met. */
export function writerOf(selection: Selection): WriteObject {
  const byType = new Map<string, WriteObject>();
  const declared = selection.declared.name;
  const make = (typename: string): WriteObject => {
    const shape = selection.shapeOf(typename);
    if (!shape?.isConcrete) throw unclean;
    const write = generatedWriter(shape, writerOf);
    byType.set(typename, write);
    return write;
  };
  let ofDeclared: WriteObject | null = null;
  return (tree, page, end) => {
    const typename = tree["__typename"];
    if (typename === undefined || typename === declared)
      return (ofDeclared ??= make(declared))(tree, page, end);
    if (typeof typename !== "string") throw unclean;
    return (byType.get(typename) ?? make(typename))(tree, page, end);
  };
}
