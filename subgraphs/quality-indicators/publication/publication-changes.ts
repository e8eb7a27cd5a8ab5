import type { ObservationToPublish } from "./observation-to-publish.js";

/** What of a row tells it from the others of its vintage, and what it says. */
export type ComparedRow = Pick<
  ObservationToPublish,
  "indicator" | "category" | "basis" | "value" | "low" | "high" | "numerator" | "denominator" | "reason"
> & { readonly level: string; readonly area: string; readonly status: string };

/** A figure that the next vintage says otherwise than the last one; in words, null where there is none. */
export interface PublicationChange {
  readonly indicator: string;
  readonly level: string;
  readonly area: string;
  readonly category: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

// Two measures of one fact stand side by side on different bases.
const keyOf = ({ indicator, level, area, category, basis }: ComparedRow): string =>
  JSON.stringify([indicator, level, area, category, basis]);

function inWords({ status, reason, value, low, high, numerator, denominator }: ComparedRow): string {
  if (status !== "OBSERVED") return reason === null ? status : `${status} (${reason})`;
  const range = low === null || high === null ? "" : ` [${low}, ${high}]`;
  const fraction = denominator === null ? "" : ` (${numerator ?? "–"}/${denominator})`;
  return `${value ?? "–"}${range}${fraction}`;
}

/** The figures that differ between two vintages, those that only one of them holds included. */
export function changesBetween(
  last: readonly ComparedRow[],
  next: readonly ComparedRow[],
): PublicationChange[] {
  const [before, after] = [last, next].map((rows) => new Map(rows.map((row) => [keyOf(row), row])));
  return [...new Map([...(before ?? []), ...(after ?? [])])].flatMap(([key, row]) => {
    const [old, fresh] = [before?.get(key), after?.get(key)];
    const change = { before: old ? inWords(old) : null, after: fresh ? inWords(fresh) : null };
    if (change.before === change.after) return [];
    return { indicator: row.indicator, level: row.level, area: row.area, category: row.category, ...change };
  });
}
