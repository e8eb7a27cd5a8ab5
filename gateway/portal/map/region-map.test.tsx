import { describe, expect, it } from "vitest";
import { renderToString } from "preact-render-to-string";
import { labelLines } from "./label-lines.js";
import { Legend } from "./legend.js";
import type { MapValueFragment } from "./region-map.operation.js";
import { RegionMap } from "./region-map.js";
import { measureOf } from "./region-values.js";
import { regionShapes } from "./region-shapes.js";

const regions = regionShapes.map(({ code }) => ({ code, name: { fr: `Région ${code}`, en: null } }));

const aValue = (
  code: string,
  value: number | null,
  more: Partial<MapValueFragment> = {},
): MapValueFragment => ({
  area: { code, name: null },
  category: null,
  value,
  low: null,
  high: null,
  text: null,
  unit: "PERCENT",
  numerator: null,
  denominator: null,
  countInferred: false,
  basis: "OFFICES",
  status: value === null ? "SUPPRESSED" : "OBSERVED",
  reason: value === null ? "SMALL_GROUP" : null,
  explanation: null,
  origin: "COMPUTED",
  vintage: "2025-2026.1",
  note: null,
  period: { label: "2025-2026", from: null, to: null },
  provenance: { document: "HUB", edition: null, section: "", quote: null, licence: "UNSTATED" },
  engagement: [],
  ...more,
});

const numbers = [10, 22, 37.5, 41, 58, 58, 73.2, 90];
const measure = measureOf(
  regions,
  [
    ...numbers.map((value, rank) => aValue(regions[rank]!.code, value)),
    aValue("RSS-17", null),
    aValue("RSS-16", null, { status: "NOT_ANSWERED" }),
    aValue("RSS-15", null, { status: "OBSERVED", low: 1, high: 4 }),
    aValue("RSS-01", 99, { category: "OTHER" }),
    aValue("RSS-01", 98, { basis: "ESTABLISHMENTS" }),
  ],
  null,
  "OFFICES",
);
const written = renderToString(<RegionMap language="fr" of={measure} measure="Part" chosen="RSS-05" />);
const tileOf = (code: string): string =>
  new RegExp(`<a [^>]*data-code="${code}"[^>]*>.*?</a>`).exec(written)?.[0] ?? "";

describe("a map of the regions", () => {
  it("gives each value a class of its legend, equal values the same, a value of another category or basis none", () => {
    const classes = numbers.map((_, rank) => /class-(\d)/.exec(tileOf(regions[rank]!.code))?.[1]);
    expect(classes).toEqual(["1", "1", "2", "2", "3", "3", "4", "5"]);
    const legend = renderToString(<Legend language="fr" of={measure} />);
    expect(legend.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")).toContain(
      "de 10 à 26 % plus de 26, jusqu'à 42 % plus de 42, jusqu'à 58 % plus de 58, jusqu'à 74 % plus de 74, jusqu'à 90 %",
    );
  });

  it("tells what is protected from what is not there by pattern and by word, not by colour", () => {
    expect(tileOf("RSS-17")).toContain('fill="url(#pattern-masked)"');
    expect(tileOf("RSS-17")).toContain(">masqué<");
    for (const code of ["RSS-16", "RSS-18"]) {
      expect(tileOf(code)).toContain('fill="url(#pattern-absent)"');
      expect(tileOf(code)).toContain(">pas de donnée<");
    }
    expect(tileOf("RSS-15")).toContain(">1–4\u00a0%<");
  });

  it("names a region that it has no place for", () => {
    const more = measureOf(
      [...regions, { code: "RSS-19", name: { fr: "Nouvelle", en: null } }],
      [],
      null,
      null,
    );
    const map = renderToString(<RegionMap language="fr" of={more} measure="Part" chosen="" />);
    expect(map).toContain("mais dans le tableau : Nouvelle.".replace(" :", "\u00a0:"));
  });

  it("breaks long names after a hyphen or a dash", () => {
    expect(labelLines("Gaspésie–Îles-de-la-Madeleine", 13)).toEqual([
      "Gaspésie–",
      "Îles-de-la-",
      "Madeleine",
    ]);
    expect(labelLines("Mauricie et Centre-du-Québec", 13)).toEqual(["Mauricie et", "Centre-du-", "Québec"]);
  });
});
