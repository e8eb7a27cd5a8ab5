import { type DataLicence, licenceOf } from "./data-licence.js";
import {
  lastChangeOf,
  type PublishedIndicator,
  type PublishedIndicators,
  type PublishedObservation,
  type Told,
} from "./published-indicators.js";

// What of an observation is a number, in the order of the dimension "measure".
const measures = ["value", "low", "high", "numerator", "denominator"] as const;

interface Dimension {
  readonly label: string;
  readonly category: { readonly index: readonly string[]; readonly label: Readonly<Record<string, string>> };
}

/** Several figures of one indicator may stand side by side: what a source says is a series, and so is a vintage. */
function seriesOf(observations: readonly PublishedObservation[]): string[] {
  const taken = new Set<string>();
  return observations.map(({ campaign, area, category, basis, vintage, provenance }) => {
    for (let rank = 1; ; rank += 1) {
      const series = [vintage ?? provenance.document, ...(rank > 1 ? [rank] : [])].join("-");
      const place = JSON.stringify([campaign, area.code, category, basis, series]);
      if (taken.has(place)) continue;
      taken.add(place);
      return series;
    }
  });
}

const dimension = (label: string, labels: ReadonlyMap<string, string>): Dimension => ({
  label,
  category: { index: [...labels.keys()], label: Object.fromEntries(labels) },
});

const bilingual = (told: Told | null, otherwise: string): string =>
  told === null ? otherwise : told.en === null || told.en === told.fr ? told.fr : `${told.fr} · ${told.en}`;

// JSON-stat has no empty code for what has no category.
const noCategory = "ALL";

function datasetOf(indicator: PublishedIndicator, all: PublishedIndicators, licence: DataLicence): object {
  const { observations, categories } = indicator;
  const series = seriesOf(observations);
  const titles = new Map(all.campaigns.map(({ code, title }) => [code, title]));
  const labels = new Map(categories.map(({ code, label }) => [code, label]));
  const sources = new Map(all.sources.map(({ code, title }) => [code, title]));
  const codesOf = (row: PublishedObservation, rank: number): string[] => [
    row.campaign,
    row.area.code,
    row.category ?? noCategory,
    row.basis,
    series[rank] ?? "",
  ];
  const known = [new Map(), new Map(), new Map(), new Map(), new Map()] as Map<string, string>[];
  for (const [rank, row] of observations.entries()) {
    const words = [
      bilingual(titles.get(row.campaign) ?? null, row.campaign),
      bilingual(row.area.name, row.area.code),
      row.category === null ? "Ensemble · All" : bilingual(labels.get(row.category) ?? null, row.category),
      row.basis,
      row.vintage ?? bilingual(sources.get(row.provenance.document) ?? null, row.provenance.document),
    ];
    for (const [index, code] of codesOf(row, rank).entries()) known[index]?.set(code, words[index] ?? code);
  }
  const id = ["campaign", "area", "category", "basis", "series", "measure"];
  const names = [
    "Campagne · Campaign",
    "Territoire · Area",
    "Catégorie · Category",
    "Base · Basis",
    "Source ou édition · Source or vintage",
  ];
  const dimensions = known.map((codes, index) => dimension(names[index] ?? "", codes));
  const size = [...known.map((codes) => codes.size), measures.length];
  const value: Record<string, number> = {};
  const status: Record<string, string> = {};
  for (const [rank, row] of observations.entries()) {
    const place = codesOf(row, rank).reduce(
      (flat, code, index) =>
        flat * (size[index] ?? 1) + (dimensions[index]?.category.index.indexOf(code) ?? 0),
      0,
    );
    for (const [index, measure] of measures.entries()) {
      const cell = String(place * measures.length + index);
      const number = row[measure];
      if (number !== null) value[cell] = number;
      if (measure === "value")
        status[cell] = row.reason === null ? row.status : `${row.status}:${row.reason}`;
    }
  }
  return {
    version: "2.0",
    class: "dataset",
    href: `#${indicator.code}`,
    label: `${indicator.code} – ${bilingual(indicator.name, indicator.code)}`,
    source: [...new Set(observations.map(({ provenance }) => provenance.document))].join(", "),
    updated: lastChangeOf(all),
    id,
    size,
    role: { time: ["campaign"], geo: ["area"], metric: ["measure"] },
    dimension: {
      ...Object.fromEntries(dimensions.map((told, index) => [id[index], told])),
      measure: {
        label: "Mesure · Measure",
        category: {
          index: measures,
          label: {
            value: "Valeur · Value",
            low: "Borne basse · Lower end",
            high: "Borne haute · Upper end",
            numerator: "Numérateur · Numerator",
            denominator: "Dénominateur · Denominator",
          },
          unit: Object.fromEntries(
            (["value", "low", "high"] as const).map((measure) => [measure, { label: indicator.unit }]),
          ),
        },
      },
    },
    value,
    status,
    extension: {
      // Of each row, in the order of the API: what the cube has no room for.
      rows: observations.map((row, rank) => ({
        at: codesOf(row, rank),
        level: row.area.level,
        text: row.text,
        origin: row.origin,
        vintage: row.vintage,
        document: row.provenance.document,
        section: row.provenance.section,
        contradictions: row.contradictions.map(({ id: contradiction }) => contradiction),
        licence: licenceOf(row, licence).label,
      })),
    },
  };
}

/**
 * The observations as JSON-stat 2.0: a collection with a dataset an indicator. A cell without a value says why in
 * `status`. https://json-stat.org/full/
 */
export const indicatorsJsonStat = (all: PublishedIndicators, licence: DataLicence): object => ({
  version: "2.0",
  class: "collection",
  label: "Indicateurs de qualité bâtis avec les partenaires · Quality indicators built with partners",
  updated: lastChangeOf(all),
  link: {
    item: all.indicators
      .filter(({ observations }) => observations.length > 0)
      .map((indicator) => datasetOf(indicator, all, licence)),
  },
});
