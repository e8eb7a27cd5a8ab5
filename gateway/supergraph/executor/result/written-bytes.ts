import type { Tree } from "../tree.js";
import { unclean, type WriteObject } from "./write-object.js";

// An answer is written in one go, so that one page serves all of them.
const usualPage = 262_144;
const largestKept = 8_388_608;
let page = Buffer.allocUnsafeSlow(usualPage);
let end = 0;

/**
 * The JSON text of a clean tree, as bytes; null when it is not clean. It goes to its bytes some kilobytes at a time: put
 * together whole, one letter beyond Latin-1 makes all of it twice as long, which is then half of what writing costs.
 */
export function bytesOf(write: WriteObject, tree: Tree): Buffer | null {
  end = 0;
  try {
    take(write(tree, take));
    return Buffer.from(page.subarray(0, end));
  } catch (error) {
    if (error === unclean) return null;
    throw error;
  } finally {
    if (page.length > largestKept) page = Buffer.allocUnsafeSlow(usualPage);
  }
}

function take(text: string): void {
  // A unit of UTF-16 takes three bytes at most.
  const most = end + 3 * text.length;
  if (most > page.length) {
    const larger = Buffer.allocUnsafeSlow(Math.max(most, 2 * page.length));
    page.copy(larger, 0, 0, end);
    page = larger;
  }
  end += page.write(text, end);
}
