import { createHash } from "node:crypto";
import type { ProtectedPublication } from "./compute-publication.js";
import type { PublicationInput } from "./publication-input.js";

/** Computes and protects a publication: seconds of work. */
export type ComputePublication = (input: PublicationInput) => Promise<ProtectedPublication>;

/**
 * The last publications that were computed, by everything that they are made of: the same input gives the same rows. The
 * input is read anew for each caller, by its own rights: nobody finds here what it could not have computed itself.
 */
export class ComputedPublications {
  // In the order of their last use, the oldest first.
  readonly #kept = new Map<string, Promise<ProtectedPublication>>();

  constructor(
    private readonly compute: ComputePublication,
    private readonly most: number,
  ) {}

  /** What the input gives; whoever asks the same meanwhile waits for the same work. A failure is not kept. */
  of(input: PublicationInput): Promise<ProtectedPublication> {
    const key = createHash("sha256").update(JSON.stringify(input)).digest("base64");
    const known = this.#kept.get(key);
    const made = known ?? this.compute(input);
    this.#kept.delete(key);
    this.#kept.set(key, made);
    if (known === undefined) {
      made.catch(() => this.#kept.delete(key));
      for (const oldest of [...this.#kept.keys()].slice(0, -this.most)) this.#kept.delete(oldest);
    }
    return made;
  }
}
