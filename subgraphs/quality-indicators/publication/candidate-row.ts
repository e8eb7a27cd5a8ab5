import type { Measure } from "../computation/measure.js";
import type { ObservationToPublish } from "./observation-to-publish.js";

/** A row as it would be published if nothing protected it. */
export interface CandidateRow {
  readonly row: ObservationToPublish;
  readonly measure: Measure;
  /** The answering offices of its area; null for the whole province. */
  readonly offices: ReadonlySet<string> | null;
  /** Those of them that gave a usable value; null where it tells of no office, or is withheld whatever it tells. */
  readonly contributors: readonly string[] | null;
}

/** The text that tells a row from the others of its vintage, and is the same in the next one. */
export const keyOfRow = ({
  indicator,
  level,
  area,
  category,
  basis,
}: Pick<ObservationToPublish, "indicator" | "area" | "category" | "basis"> & {
  readonly level: string;
}): string => JSON.stringify([indicator, level, area, category, basis]);
