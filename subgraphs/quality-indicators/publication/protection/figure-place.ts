import type { PublishedLevel } from "../observation-to-publish.js";

/** What a figure behind the rows is, for a steward who is told that it is not safe. */
export interface FigurePlace {
  readonly level: PublishedLevel;
  readonly area: string;
  /** Null for what no row shows. */
  readonly indicator: string | null;
  readonly category: string | null;
  /** The questions that it counts, as B6 − B7; null where the row says it. */
  readonly counts: string | null;
}

/** A figure that a reader can compute too closely. */
export interface UnsafeFigure extends FigurePlace {
  readonly rule: "FEW_OFFICES" | "SMALL_COUNT";
  /** The office that comes too close, knowing its own numbers; null where every reader does. */
  readonly insider: string | null;
}

/** The place of a row's own figure. */
export const placeOfRow = (
  { level, area, indicator, category }: Pick<FigurePlace, "level" | "area" | "indicator" | "category">,
  counts: string | null = null,
): FigurePlace => ({ level, area, indicator, category, counts });
