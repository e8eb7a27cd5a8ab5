import type { ChartAsked, ChartRow } from "../charts/chart-rows.js";
import { numberIn } from "../figures/numbers.js";
import type { Language } from "../language.js";
import { wordsOf } from "../parts/text.js";
import { figureSays, type ValueOf, wordFor } from "../parts/words.js";
import type { ShownIndicator } from "./shown-indicator.js";
import { byCategory, type ProvinceValue } from "./values-shown.js";
import { indicatorWords } from "./words.js";

/** What a row of a chart is made from. */
export interface Charted {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: ValueOf<"Unit">;
  readonly status: ValueOf<"ObservationStatus">;
  readonly interval?: { readonly low: number; readonly high: number } | null;
}

/** A number with its sign of unit. */
export const amount = (language: Language, unit: string, value: number): string => {
  const digits = numberIn(language, value);
  if (unit === "PERCENT") return language === "fr" ? `${digits}\u00a0%` : `${digits}%`;
  if (!unit.startsWith("CAD")) return digits;
  return language === "fr" ? `${digits}\u00a0$` : `$${digits}`;
};

/** A value as it is written beside its mark; an absence says its status. */
export function toldInChart(of: Charted, language: Language): string {
  const say = figureSays(language);
  const told = (value: number) => amount(language, of.unit, value);
  if (of.status !== "OBSERVED") return wordFor(language, "ObservationStatus", of.status);
  if (of.low !== null && of.high !== null)
    return `${say("from")} ${told(of.low)} ${say("to")} ${told(of.high)}`;
  if (of.value !== null) return told(of.value);
  if (of.low !== null) return `${say("above")} ${told(of.low)}`;
  if (of.high !== null) return `${say("below")} ${told(of.high)}`;
  return "";
}

/** A row of a chart. */
export const rowOf = (
  label: string,
  of: Charted,
  language: Language,
  other: number | null = null,
): ChartRow => ({
  label,
  value: of.value,
  low: of.low,
  high: of.high,
  interval: of.interval ?? null,
  told: toldInChart(of, language),
  other,
});

/** A chart of rows of one unit; null when there is no number to draw. */
export function chartOf(
  { language, indicator }: ShownIndicator,
  title: string,
  unit: string,
  rows: readonly ChartRow[],
): ChartAsked | null {
  if (!rows.some(({ value, low, high }) => value !== null || low !== null || high !== null)) return null;
  const told = rows.map(({ label, told: words }) => `${label}, ${words}`).join(" ; ");
  const above = Math.max(...rows.flatMap(({ value, high }) => [value ?? 0, high ?? 0])) > 100;
  return {
    title: `${wordsOf(indicator.name, language)} – ${title}`,
    description: indicatorWords(language)("chartDescription", { rows: told }),
    rows,
    max: unit === "PERCENT" && !above ? 100 : null,
    axisLabel: (value) => amount(language, unit, value),
  };
}

const nothing: Charted = { value: null, low: null, high: null, unit: "PERCENT", status: "OBSERVED" };

/** The chart of the values for all of Québec: a row a category, or a row a saying. */
export function provinceChart(of: ShownIndicator): ChartAsked | null {
  const { language, indicator, category, rows, values } = of;
  const say = indicatorWords(language);
  const title = say("table", { campaign: wordsOf(of.campaign.title, language) });
  const told = category === null ? byCategory(indicator.categories, values.province) : [];
  if (told.length === 0) {
    const sayings = rows.map((row) => rowOf(labelOfSaying(row, language), row, language));
    return chartOf(of, title, rows[0]?.unit ?? indicator.unit, sayings);
  }
  // Bars are what documents print, and diamonds what the hub computes; without any document bars are the hub's.
  const hasPrinted = told.some(({ printed }) => printed !== null);
  const categories = told.flatMap(({ code, printed, computed }) => {
    const label = indicator.categories.find((known) => known.code === code)?.label;
    if (!label) return [];
    const words = wordsOf(label, language);
    if (!hasPrinted) return computed ? [rowOf(words, computed, language)] : [];
    const other = computed?.value ?? null;
    if (printed) return [rowOf(words, printed, language, other)];
    const diamond = computed ? `◇ ${toldInChart(computed, language)}` : "";
    return [{ ...rowOf(words, nothing, language, other), told: diamond }];
  });
  return chartOf(of, title, indicator.unit, categories);
}

// Two sayings of one campaign are told apart by the part of the document that they stand in, and by whom they speak of.
const labelOfSaying = ({ basis, origin, unit, provenance }: ProvinceValue, language: Language): string => {
  const from =
    origin === "PUBLISHED"
      ? (provenance.section.split(/ [–:(]/)[0] ?? provenance.section).trim()
      : indicatorWords(language)(origin === "SYNTHETIC" ? "fromHubSynthetic" : "fromHub");
  return unit === "PERCENT" ? `${from}, ${wordFor(language, "ShareOf", basis)}` : from;
};
