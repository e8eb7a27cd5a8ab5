import type { Tree } from "../tree.js";
import type { Page } from "./page.js";

/** Thrown when a tree is not clean: the projector knows what to make of it. */
export const unclean = Symbol("unclean");

/** Writes an object of the tree as JSON text after what is written already, and gives where it ends; throws `unclean`. */
export type WriteObject = (tree: Tree, page: Page, end: number) => number;
