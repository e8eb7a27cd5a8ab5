/** One degree of generalisation of a key. */
export interface Level {
  /** Name of the degree, as the report tells it. */
  readonly code: string;
  /** Share of the detail of the raw value that is given up, from 0 to 1. */
  readonly loss: number;
  readonly generalise: (raw: string) => string;
}

/** A key (a column by which somebody could be recognised) and its degrees, from the finest allowed to the coarsest. */
export interface KeyHierarchy<Row> {
  readonly key: string;
  readonly rawOf: (row: Row) => string;
  readonly levels: readonly Level[];
}

/** A column that tells something about a person whom one has recognised. */
export interface SensitiveColumn<Row> {
  readonly column: string;
  readonly valueOf: (row: Row) => string;
}
