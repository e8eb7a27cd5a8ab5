/** A text in both languages. */
export interface BothLanguages {
  readonly fr: string;
  readonly en: string;
}

/** Something to mend in a table's file: where it is, and what was expected there. */
export interface TableMistake {
  readonly code: string;
  readonly place: BothLanguages;
  readonly messages: BothLanguages;
}

/** A file that is no table: nothing of it is used. */
export class TableFileError extends Error {
  override readonly name = "TableFileError";

  constructor(readonly mistakes: readonly TableMistake[]) {
    super(mistakes.map(({ place, messages }) => `${place.en}: ${messages.en}`).join("\n"));
  }
}

/** A place that has the same name in both languages. */
export const placed = (place: string): BothLanguages => ({ fr: place, en: place });

/** Collects mistakes, so that all are told at once. */
export class Mistakes {
  private readonly found: TableMistake[] = [];

  add(code: string, place: BothLanguages | string, fr: string, en: string): void {
    this.found.push({
      code,
      place: typeof place === "string" ? placed(place) : place,
      messages: { fr, en },
    });
  }

  get isEmpty(): boolean {
    return this.found.length === 0;
  }

  /** Throws what was found, if anything. */
  refuse(): void {
    if (this.found.length > 0) throw new TableFileError(this.found);
  }
}
