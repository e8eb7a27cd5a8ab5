import type { AskedFields } from "../../shared/asked-fields.js";
import type { ObservationRow } from "./observation-row.js";

/** Where a column of an observation comes from: a figure that a document prints, and a value that the hub computed. */
interface Source {
  readonly printed: string;
  readonly computed: string;
  /** The fields that need it, when they are few; what no field of an operation needs stays on the server. */
  readonly onlyFor?: readonly string[];
}

const ofBoth = (column: string, ...onlyFor: readonly string[]): Source => ({
  printed: `figure.${column}`,
  computed: `computed.${column}`,
  ...(onlyFor.length > 0 ? { onlyFor } : {}),
});

const sources: Readonly<Record<keyof ObservationRow, Source>> = {
  request: { printed: "asked.number", computed: "asked.number" },
  indicator: ofBoth(
    "indicator",
    "Observation.indicator",
    "Observation.qualityIndicator",
    "Observation.engagement",
    "Observation.comparators",
  ),
  indicator_version: {
    printed: "indicator.version",
    computed: "computed.indicator_version",
    onlyFor: ["Observation.indicatorVersion"],
  },
  campaign: ofBoth("campaign"),
  period: ofBoth("period", "Observation.period"),
  level: { printed: "'PROVINCE'", computed: "computed.level" },
  area: { printed: "'QC'", computed: "computed.area" },
  area_name: { printed: "NULL::jsonb", computed: "computed.area_name", onlyFor: ["ObservedArea.name"] },
  category: ofBoth("category"),
  value: ofBoth("value"),
  low: ofBoth("low"),
  high: ofBoth("high"),
  text: ofBoth("text"),
  unit: ofBoth("unit"),
  numerator: ofBoth("numerator"),
  denominator: ofBoth("denominator"),
  count_inferred: {
    printed: "figure.count_inferred",
    computed: "false",
    onlyFor: ["Observation.countInferred"],
  },
  bases: {
    printed: `CASE WHEN figure.unit = 'PERSONS' AND figure.value IS NOT NULL
      THEN COALESCE(campaign.answered_by, '[]') ELSE '[]' END`,
    computed: "computed.bases",
    onlyFor: ["Observation.means"],
  },
  compared_with: {
    printed: "'[]'::jsonb",
    computed: "computed.compared_with",
    onlyFor: ["Observation.comparators"],
  },
  basis: ofBoth("basis"),
  status: ofBoth("status"),
  reason: {
    printed: "CASE WHEN figure.status = 'NOT_EXTRACTED' THEN 'LOST_WITH_CHART' END",
    computed: "computed.reason",
  },
  origin: {
    printed: "CASE WHEN figure.derived THEN 'COMPUTED' ELSE 'PUBLISHED' END",
    computed: "computed.origin",
  },
  provenance: ofBoth("provenance", "Observation.provenance"),
  vintage: { printed: "NULL::text", computed: "computed.vintage" },
  contradictions: ofBoth("contradictions", "Observation.contradictions"),
  note: { printed: "figure.note", computed: "NULL::jsonb" },
  withdrawal: {
    printed: "NULL::jsonb",
    computed: `CASE WHEN vintage.status = 'WITHDRAWN'
      THEN jsonb_build_object('at', vintage.withdrawn_at, 'reason', vintage.withdrawn_reason) END`,
  },
};

const names = Object.keys(sources) as (keyof ObservationRow)[];
const partial = names.filter((name) => sources[name].onlyFor);

/** The columns of an observation, by SQL; `$2` tells which of them are asked for. */
export const observationColumns = (from: "printed" | "computed"): string =>
  names
    .map((name) => {
      const column = sources[name][from];
      const bit = 2 ** partial.indexOf(name);
      return `${sources[name].onlyFor ? `CASE WHEN $2::integer & ${bit} <> 0 THEN ${column} END` : column} AS ${name}`;
    })
    .join(", ");

const everything = 2 ** partial.length - 1;

/** Which columns an operation asks for, a bit each: `$2`. Trends are told of whole observations. */
export function askedColumns(asked: AskedFields | undefined): number {
  if (!asked || asked.has("IndicatorTrend")) return everything;
  const isAsked = (coordinate: string): boolean => {
    const [type = "", field = ""] = coordinate.split(".");
    return asked.get(type)?.has(field) ?? false;
  };
  return partial.reduce(
    (bits, name, index) => (sources[name].onlyFor?.some(isAsked) ? bits + 2 ** index : bits),
    0,
  );
}

/** The row of an observation, of the values of its columns in their order. */
export const observationRow = new Function(
  "values",
  `return { ${names.map((name, index) => `${name}: values[${index}]`).join(", ")} };`,
) as (values: readonly unknown[]) => ObservationRow;
