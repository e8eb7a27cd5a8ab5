import type { Tree } from "../tree.js";
import { Page } from "./page.js";
import { unclean, type WriteObject } from "./write-object.js";

// An answer is written in one go, so that one page serves all of them.
const page = new Page();

/**
 * The JSON text of a clean tree, as bytes; null when it is not clean. It is never put together as a text: pieces of text
 * cost as much again to make, to join and to forget.
 */
export function bytesOf(write: WriteObject, tree: Tree): Buffer | null {
  try {
    return page.copyUntil(write(tree, page, 0));
  } catch (error) {
    if (error === unclean) return null;
    throw error;
  } finally {
    page.trim();
  }
}
