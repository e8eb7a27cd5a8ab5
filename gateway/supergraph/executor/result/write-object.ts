import type { Tree } from "../tree.js";

/** Thrown when a tree is not clean: the projector knows what to make of it. */
export const unclean = Symbol("unclean");

/** Takes what was written so far, so that the text goes on from nothing. */
export type TakeText = (text: string) => void;

/**
 * Writes an object of the tree as JSON text; throws `unclean`. Where somebody takes what is long, the text is what comes
 * after it.
 */
export type WriteObject = (tree: Tree, take?: TakeText) => string;
