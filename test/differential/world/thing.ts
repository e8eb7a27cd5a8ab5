import type { SelectionSetNode } from "graphql";

/** An object of the world. What it holds follows from its identity alone, whoever is asked. */
export interface Thing {
  readonly typename: string;
  readonly identity: string;
  /** Of an entity: which one; of what belongs to one: which one it belongs to. */
  readonly number: number;
  /** What a subgraph that does not own it may tell all the same (@provides). */
  readonly provided?: SelectionSetNode | null;
  /** What came with the reference to it. */
  readonly given?: Readonly<Record<string, unknown>> | undefined;
}

/** Where every operation begins. */
export const rootThing = (typename: string): Thing => ({ typename, identity: typename, number: 0 });

/** Tells a thing from a value of a scalar. */
export class Made implements Thing {
  constructor(
    readonly typename: string,
    readonly identity: string,
    readonly number: number,
    readonly provided: SelectionSetNode | null = null,
    readonly given?: Readonly<Record<string, unknown>> | undefined,
  ) {}
}
