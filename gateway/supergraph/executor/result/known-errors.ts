import { GraphQLError } from "graphql";
import type { Path } from "../tree.js";

/** Places that stay empty for a reason that is told elsewhere. */
export interface Untold {
  readonly excused: readonly Path[];
  /** Of an object that could not be asked for: excused when something of the same object went wrong, or is excused. */
  readonly unasked: readonly (() => readonly Path[])[];
}

/** The errors of an answer by their places, so that an empty place is told of once. */
export class KnownErrors {
  private readonly places = new Set<string>();
  private readonly excused = new Set<string>();
  readonly all: GraphQLError[];

  constructor(errors: readonly GraphQLError[], { excused, unasked }: Untold) {
    this.all = [...errors];
    for (const { path } of errors) if (path) this.note(path);
    const incomplete = new Set(excused.map((path) => keyOf(path.slice(0, -1))));
    for (const path of excused) this.excused.add(keyOf(path));
    if (this.places.size === 0 && incomplete.size === 0) return;
    for (const places of unasked)
      for (const path of places()) {
        const object = keyOf(path.slice(0, -1));
        if (!this.places.has(object) && !incomplete.has(object)) continue;
        // What would have been known by it is not asked for either.
        incomplete.add(object);
        this.excused.add(keyOf(path));
      }
  }

  /** An error is known at or below a place, or tells why it stays empty. */
  covers(path: Path): boolean {
    return this.places.has(keyOf(path)) || this.excused.has(keyOf(path));
  }

  add(message: string, path: Path): void {
    this.all.push(new GraphQLError(message, { path: [...path] }));
    this.note(path);
  }

  private note(path: Path): void {
    for (let length = 0; length <= path.length; length += 1) this.places.add(keyOf(path.slice(0, length)));
  }
}

const keyOf = (path: Path): string =>
  path.map((step) => `${typeof step === "number" ? "#" : "."}${step}`).join("");
