import type { PortalIndicatorValuesQuery } from "./indicator-values.operation.js";

type Values = NonNullable<PortalIndicatorValuesQuery["qualityIndicator"]>;

/** A value for all of Québec. */
export type ProvinceValue = Values["province"][number];
/** A value of any place. */
export type PlacedValue = Values["everywhere"][number];
export type Trend = Values["trend"];

/** The values of one category, or those of none. */
export const ofCategory = <Row extends { readonly category: string | null }>(
  rows: readonly Row[],
  category: string | null,
): readonly Row[] => rows.filter((row) => row.category === category);

/** The value told first: the first in the order of the documents that is there, or the first absence. */
export const headlineOf = (rows: readonly ProvinceValue[]): ProvinceValue | null =>
  rows.find(({ status }) => status === "OBSERVED") ?? rows[0] ?? null;

const sayings = ({ value, low, high, text, basis, status, origin }: ProvinceValue): string =>
  JSON.stringify([value, low, high, value === null ? text : null, basis, status, origin]);

/** What else is told beside the headline, each saying once. */
export function besides(rows: readonly ProvinceValue[], headline: ProvinceValue): readonly ProvinceValue[] {
  const told = new Set([sayings(headline)]);
  return rows.filter((row) => {
    const saying = sayings(row);
    if (told.has(saying)) return false;
    told.add(saying);
    return true;
  });
}

/** The ends of what the categories say, from the documents where they say something, else from the hub. */
export function extentOf(rows: readonly ProvinceValue[]): { low: ProvinceValue; high: ProvinceValue } | null {
  const told = rows.filter(({ category, value }) => category !== null && value !== null);
  const printed = told.filter(({ origin }) => origin === "PUBLISHED");
  const sorted = (printed.length > 0 ? printed : told).toSorted(
    (one, other) => (one.value ?? 0) - (other.value ?? 0),
  );
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low && high ? { low, high } : null;
}

/** A category's values: what documents print, and what the hub computes. */
export interface CategoryValues {
  readonly code: string;
  readonly printed: ProvinceValue | null;
  readonly computed: ProvinceValue | null;
}

/** The values by category, in the indicator's own order; a category that nobody tells of is left out. */
export const byCategory = (
  categories: readonly { readonly code: string }[],
  rows: readonly ProvinceValue[],
): readonly CategoryValues[] =>
  categories.flatMap(({ code }) => {
    const of = ofCategory(rows, code);
    const printed = headlineOf(of.filter(({ origin }) => origin === "PUBLISHED"));
    const computed = headlineOf(of.filter(({ origin }) => origin !== "PUBLISHED"));
    return printed || computed ? [{ code, printed, computed }] : [];
  });
