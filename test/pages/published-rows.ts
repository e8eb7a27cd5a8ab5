import type { Language } from "../../gateway/portal/language.js";
import { enumWords } from "../../gateway/portal/parts/words.js";
import type { Query } from "./planted-figures.js";

/** A figure as it is published: a row of a table, with every number that it stands for. */
export interface PublishedRow {
  readonly indicator: string | null;
  readonly campaign: string | null;
  readonly level: string;
  readonly area: string;
  readonly category: string | null;
  readonly unit: string;
  readonly isObserved: boolean;
  /** What the figure says: one value, or the ends of a range. */
  readonly values: readonly number[];
  /** What it was made from, and what is made from it: numerator, denominator, the ends of its interval, means. */
  readonly beside: readonly number[];
}

/** The words by which pages name what rows know by a code: every way of saying it, in both languages. */
export type Names = ReadonlyMap<string, readonly string[]>;

/** What a page may tell of. */
export interface Published {
  readonly rows: readonly PublishedRow[];
  readonly indicators: Names;
  readonly campaigns: Names;
  readonly areas: Names;
  /** By « indicator category ». */
  readonly categories: Names;
}

interface Stored {
  readonly indicator: string | null;
  readonly campaign: string | null;
  readonly level: string;
  readonly area: string;
  readonly category: string | null;
  readonly unit: string;
  readonly status: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly bases: readonly { readonly count: number }[];
}

const figures = `
  SELECT indicator, campaign, level, area, category, unit, status, value, low, high, numerator, denominator, bases
  FROM quality_indicators_published.observation
  UNION ALL
  SELECT indicator, campaign, 'PROVINCE', 'QC', category, unit, status, value, low, high, numerator, denominator,
    COALESCE((SELECT answered_by FROM quality_indicators_published.campaign WHERE code = figure.campaign), '[]')
  FROM quality_indicators_published.published_figure figure`;

type Words = Readonly<Partial<Record<Language, string | null>>>;

/** Reads every published figure and every name from the tables themselves. */
export async function readPublished(query: Query): Promise<Published> {
  const stored = await query<Stored>(figures);
  const indicators = await query<{ code: string; name: Words; plain: Words }>(
    "SELECT code, name, plain FROM quality_indicators_published.indicator",
  );
  const campaigns = await query<{ code: string; title: Words }>(
    "SELECT code, title FROM quality_indicators_published.campaign",
  );
  const areas = await query<{ code: string; name: Words; short_name: Words }>(
    `SELECT code, name, name AS short_name FROM establishments_published.health_region
     UNION ALL SELECT code, name, short_name FROM establishments_published.establishment
     UNION ALL SELECT DISTINCT area, area_name, area_name FROM quality_indicators_published.observation`,
  );
  const categories = await query<{ key: string; label: Words }>(
    `SELECT code || ' ' || (category ->> 'code') AS key, category -> 'label' AS label
     FROM quality_indicators_published.indicator, jsonb_array_elements(categories) AS category`,
  );
  return {
    rows: stored.map(rowOf),
    indicators: namesOf(indicators.map(({ code, name, plain }) => [code, name, plain])),
    campaigns: namesOf(campaigns.map(({ code, title }) => [code, title])),
    areas: namesOf([
      ...areas.map(({ code, name, short_name }) => [code, name, short_name] as const),
      ...groups,
    ]),
    categories: namesOf(categories.map(({ key, label }) => [key, label])),
  };
}

// Groups of regions and of peers have no table: pages name them by words of their own.
const groups = Object.entries(enumWords.texts.fr).flatMap(([key, fr]) => {
  const [kind, code = ""] = key.split(".");
  return /^(?:RegionGroup|PeerGroup)$/.test(kind ?? "")
    ? [[code, { fr, en: enumWords.texts.en[key] ?? null }] as const]
    : [];
});

/** Words as they are compared: whatever their spaces, their capitals and their apostrophes. */
export const plainWords = (text: string): string =>
  text
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/’/g, "'")
    .trim()
    .toLowerCase();

function namesOf(named: readonly (readonly [string, ...Words[]])[]): Names {
  const names = new Map<string, string[]>();
  for (const [code, ...words] of named) {
    const said = words.flatMap(({ fr, en }) => [fr, en].flatMap((text) => (text ? [plainWords(text)] : [])));
    names.set(code, [...(names.get(code) ?? []), ...said]);
  }
  return names;
}

function rowOf(row: Stored): PublishedRow {
  const { numerator, denominator, value, low, high, bases, status } = row;
  const isShare = row.unit === "PERCENT" && numerator !== null && denominator !== null && denominator > 0;
  const means = value === null ? [] : bases.map(({ count }) => toOneDecimal(value / count));
  return {
    ...row,
    isObserved: status === "OBSERVED",
    values: numbers(value, low, high),
    beside: [
      ...numbers(numerator, denominator),
      ...(isShare ? wilson(numerator, denominator) : []),
      ...means,
      ...bases.map(({ count }) => count),
    ],
  };
}

const numbers = (...values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

const toOneDecimal = (value: number): number => Math.round(value * 10 + Number.EPSILON) / 10;

// Wilson's interval of 95 % (E. B. Wilson, 1927), in percent.
function wilson(numerator: number, denominator: number): [number, number] {
  const z = 1.959963984540054;
  const share = numerator / denominator;
  const middle = share + z ** 2 / (2 * denominator);
  const width = z * Math.sqrt((share * (1 - share)) / denominator + z ** 2 / (4 * denominator ** 2));
  const ends = [middle - width, middle + width].map((end) => (100 * end) / (1 + z ** 2 / denominator));
  return [toOneDecimal(Math.max(0, ends[0]!)), toOneDecimal(Math.min(100, ends[1]!))];
}
