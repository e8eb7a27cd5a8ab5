/** What a document amounts to, counted without looking at the schema. */
export interface DocumentShape {
  readonly operations: number;
  readonly fragments: number;
  /** Levels of fields, fragments followed. */
  readonly depth: number;
  /** Levels of lists and objects in values that the document writes out. */
  readonly valueDepth: number;
  /** Fields outside introspection, fragments spread out. */
  readonly fields: number;
  /** Aliases, fragments spread out. */
  readonly aliases: number;
  /** Uses of directives that exist. */
  readonly directives: number;
  /** Fields that have the answer's name of another in the same place; not counted where `fields` is far too high. */
  readonly repeats: number;
  readonly introspection: {
    /** Uses of `__schema` and `__type`. */
    readonly roots: number;
    readonly fields: number;
    /** Lists of types within lists of types. */
    readonly lists: number;
  };
}
