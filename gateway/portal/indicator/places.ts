import type { ChartAsked } from "../charts/chart-rows.js";
import type { Language } from "../language.js";
import { wordsOf } from "../parts/text.js";
import { isWordOf, wordFor } from "../parts/words.js";
import { chartOf, rowOf } from "./chart-of-values.js";
import type { ShownIndicator } from "./shown-indicator.js";
import type { PlacedValue } from "./values-shown.js";
import { indicatorWords } from "./words.js";

const levelsInOrder = ["PROVINCE", "PEER_GROUP", "REGION_GROUP", "HEALTH_REGION"];

/** The values that stand beside each other, of one basis: the hub's own, for they alone are told of every level. */
export function placesOf({ values, category, indicator }: ShownIndicator): {
  readonly places: readonly PlacedValue[];
  readonly establishments: readonly PlacedValue[];
  /** True when only a category can be compared. */
  readonly needsCategory: boolean;
} {
  const computed = values.everywhere.filter(({ origin }) => origin !== "PUBLISHED");
  const chosen = computed.filter((row) => row.category === (category?.code ?? null));
  const places = chosen
    .filter(({ area }) => levelsInOrder.includes(area.level))
    .toSorted((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1));
  return {
    places: places.some(({ area }) => area.level !== "PROVINCE") ? places : [],
    establishments: chosen.filter(({ area }) => area.level === "ESTABLISHMENT"),
    needsCategory:
      category === null &&
      indicator.categories.length > 0 &&
      computed.some((row) => row.category !== null && row.area.level !== "PROVINCE"),
  };
}

// By level, then by place: what is told of one place stands together.
const rankOf = ({ area }: PlacedValue): string => `${levelsInOrder.indexOf(area.level)} ${area.code}`;

/** The name of a place; groups have words of their own. */
export function placeName({ level, code, name }: PlacedValue["area"], language: Language): string {
  if (level === "PEER_GROUP" && isWordOf("PeerGroup", code))
    return capitalised(wordFor(language, "PeerGroup", code));
  if (level === "REGION_GROUP" && isWordOf("RegionGroup", code))
    return wordFor(language, "RegionGroup", code);
  return name ? wordsOf(name, language) : code;
}

const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase("fr-CA") + words.slice(1);

/** The chart of the places; null when fewer than two have a number. */
export function placesChart(of: ShownIndicator): ChartAsked | null {
  const { language, campaign } = of;
  const { places } = placesOf(of);
  if (places.filter(({ value }) => value !== null).length < 2) return null;
  const title = indicatorWords(language)("comparisonTable", { campaign: wordsOf(campaign.title, language) });
  const hasBases = new Set(places.map(({ basis }) => basis)).size > 1;
  // Hidden places stand in the table, each with its reason.
  const rows = places
    .filter(({ value }) => value !== null)
    .map((place) => {
      const name = placeName(place.area, language);
      const label = hasBases ? `${name}, ${wordFor(language, "ShareOf", place.basis)}` : name;
      return rowOf(label, place, language);
    });
  return chartOf(of, title, places[0]?.unit ?? of.indicator.unit, rows);
}
