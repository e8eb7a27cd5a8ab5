import { changedExtension, topicsIn } from "../../subgraphs/index.js";

/**
 * What subgraphs say beside the data of one operation. What they say of changes goes no further: it is taken the moment
 * it is told, before the answer is written, and no caller sees it.
 */
export function extensionsOf(
  first: Readonly<Record<string, unknown>>,
  changed: (topics: readonly string[]) => void,
): Record<string, unknown> {
  return Object.defineProperty({ ...first }, changedExtension, {
    enumerable: false,
    set: (topics: unknown) => changed(topicsIn(topics)),
  });
}
