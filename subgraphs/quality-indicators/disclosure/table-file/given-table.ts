import type { DisclosurePolicy } from "../disclosure-policy.js";
import type { BothLanguages } from "./table-mistake.js";

/** The children of each parent code, by dimension, as a file gives them. */
export type GivenHierarchies = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** A cell as a file gives it, with the place where a person finds it. */
export interface GivenCell {
  readonly place: BothLanguages;
  readonly at: ReadonlyMap<string, string>;
  readonly value: number;
  readonly isSuppressed: boolean;
  /** What the contributors that the file tells of put in; empty where it tells of none. */
  readonly contributors: readonly number[];
}

/** What a file says, whatever its form. */
export interface GivenTable {
  readonly hierarchies: GivenHierarchies;
  readonly cells: readonly GivenCell[];
  readonly policy: Partial<DisclosurePolicy>;
}
