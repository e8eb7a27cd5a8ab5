export type Path = readonly (string | number)[];

/** Something that goes wrong at one place of an answer, and where the null that it leaves comes to rest. */
export interface Problem {
  readonly coordinate: string;
  /** `silent`: a null where none may be, without any error of a subgraph. */
  readonly kind: "field" | "lost" | "failed" | "silent";
  readonly path: Path;
  /** The place that becomes null; empty when it is the whole of `data`. */
  readonly landing: Path;
  /** Where else an error may tell of it: at the entity that was lost, for example. */
  readonly alsoAt: readonly Path[];
  /** The nullability from the place up to where its null comes to rest. */
  readonly chain: string;
}

export const pathText = (path: Path): string => JSON.stringify(path);
