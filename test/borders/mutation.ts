/** A guard taken away; the named tests must turn red, each of them. */
export type Mutation = SourceMutation | DatabaseMutation;

interface Named {
  /** What is no longer guarded. */
  readonly name: string;
  /** The files of tests that see it. */
  readonly tests: readonly string[];
}

/** One place of one source file, written otherwise. */
export interface SourceMutation extends Named {
  readonly file: string;
  /** The exact text that is replaced; it must be there once. */
  readonly find: string;
  readonly replace: string;
}

/** Statements of an administrator, in every database that the tests start from. */
export interface DatabaseMutation extends Named {
  readonly statements: readonly string[];
  /** What takes back what belongs to the whole server; the databases themselves are thrown away. */
  readonly afterwards?: readonly string[];
}
