import type { Tree } from "../tree.js";

/** Thrown when a tree is not clean: the projector knows what to make of it. */
export const unclean = Symbol("unclean");

/** Writes an object of the tree as JSON text; throws `unclean`. */
export type WriteObject = (tree: Tree) => string;
