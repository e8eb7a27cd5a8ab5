/** One degree of generalisation of a key, as plain data. */
export interface GeneralisationLevel {
  /** Name of the degree, as the report tells it. */
  readonly code: string;
  /** Share of the detail of the raw value that is given up, from 0 to 1; no less than at the finer levels. */
  readonly loss: number;
  /** What each raw value becomes; "" is the raw value of an empty cell. */
  readonly generalised: Readonly<Record<string, string>>;
}

/** The degrees of a key, from the finest allowed to the coarsest; what one joins, every coarser one joins. */
export interface Generalisation {
  readonly key: string;
  readonly levels: readonly GeneralisationLevel[];
}

/** A raw value that a level of a key does not tell what to make of. */
export class UnknownHierarchyValue extends RangeError {
  constructor(
    readonly key: string,
    readonly level: string,
    readonly value: string,
  ) {
    super(`${key}: level ${level} does not know the value "${value}"`);
    this.name = "UnknownHierarchyValue";
  }
}

/** Levels of a key of which a finer one joins values that a coarser one tells apart. */
export class BrokenHierarchy extends RangeError {
  constructor(
    readonly key: string,
    readonly level: string,
  ) {
    super(`${key}: level ${level} tells apart values that the level before it joins`);
    this.name = "BrokenHierarchy";
  }
}
