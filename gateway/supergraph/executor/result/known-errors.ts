import { GraphQLError } from "graphql";
import type { Path } from "../tree.js";

/** The errors of an answer by their places, so that an empty place is told of once. */
export class KnownErrors {
  private readonly places = new Set<string>();
  private readonly excused: ReadonlySet<string>;
  private hasPlaceless = false;
  readonly all: GraphQLError[];

  constructor(errors: readonly GraphQLError[], excused: readonly Path[]) {
    this.all = [...errors];
    this.excused = new Set(excused.map((path) => keyOf(path)));
    for (const { path } of errors)
      if (path) this.note(path);
      else this.hasPlaceless = true;
  }

  /** An error is known at or below a place, or tells why it stays empty; one without a place may be why. */
  covers(path: Path): boolean {
    return this.hasPlaceless || this.places.has(keyOf(path)) || this.excused.has(keyOf(path));
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
