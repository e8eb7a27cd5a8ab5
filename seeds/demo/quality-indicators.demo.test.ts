import { describe, expect, it } from "vitest";
import { qualityIndicatorsDemo } from "./quality-indicators.demo.js";

describe("the demonstration of the quality indicators", () => {
  it("dates its figures by the day in Toronto, also on an evening that is already tomorrow elsewhere", async () => {
    const { beds } = await qualityIndicatorsDemo(new Date("2026-05-05T02:00:00Z"));
    const { rows } = beds.find(({ table }) => table === "quality_indicators_published.observation")!;
    const days = rows.map((row) => (row as { provenance: { extractedAt: string } }).provenance.extractedAt);
    expect(new Set(days)).toEqual(new Set(["2026-05-04"]));
  });
});
