import { beforeAll, describe, expect, it } from "vitest";
import { campaignFrame } from "../../../seeds/demo/campaign-frame.js";
import { syntheticSubmissions2024 } from "../../../seeds/demo/answers-2024.js";
import { syntheticSubmissions2025 } from "../../../seeds/demo/answers-2025-2026.js";
import { readReference } from "../../../seeds/planting.js";
import { emptyRegisters } from "../computation/registers.js";
import type { Answer } from "../submission/answer.js";
import { computePublication } from "./compute-publication.js";
import type { ObservationToPublish } from "./observation-to-publish.js";
import type { PublicationInput } from "./publication-input.js";

const instruments =
  readReference<{ code: string; questions: PublicationInput["questions"] }[]>("instruments.json");
const campaigns = readReference<PublicationInput["campaign"][]>("campaigns.json");

const anInput = (code: "2024" | "2025-2026", synthetic: boolean): PublicationInput => ({
  campaign: campaigns.find((campaign) => campaign.code === code)!,
  questions: instruments.find((instrument) => instrument.code === code)!.questions,
  indicators: readReference<PublicationInput["indicators"]>("indicators.json"),
  frame: campaignFrame(code),
  submissions: (code === "2024" ? syntheticSubmissions2024() : syntheticSubmissions2025()).map(
    ({ office, responses }) => ({ office, responses: responses as Answer[][], synthetic }),
  ),
  contradictions: [],
  earlier: [],
  closesAt: new Date("2026-06-30T04:00:00Z"),
  registers: emptyRegisters,
  publishedOn: "2026-05-04",
});
const groupsOf = async (input: PublicationInput) =>
  (await computePublication(input)).filter(({ level }) => !["PROVINCE", "ESTABLISHMENT"].includes(level));

describe("the levels of a publication", () => {
  it.each([true, false])(
    "below the province show groups of at least five answering offices, and no smaller ones",
    async (isSynthetic) => {
      const input = anInput("2025-2026", isSynthetic);
      const rows = await groupsOf(input);
      const answering = (level: string, area: string): number =>
        input.frame
          .filter(
            (place) =>
              area === { PEER_GROUP: place.peerGroup, REGION_GROUP: place.regionGroup }[level] ||
              (level === "HEALTH_REGION" && area === place.region),
          )
          .filter(({ office }) => input.submissions.some((submission) => submission.office === office))
          .length;
      for (const { level, area, status, reason } of rows)
        if (answering(level, area) < 5) expect([status, reason]).toEqual(["SUPPRESSED", "SMALL_GROUP"]);
      const shown = rows.filter(({ status }) => status === "OBSERVED");
      expect(new Set(shown.map(({ level, area }) => `${level} ${area}`)).size).toBeGreaterThanOrEqual(4);
      const peers = shown.find(({ indicator, level }) => indicator === "IQP-06" && level === "PEER_GROUP");
      const numbers = input.submissions
        .filter(
          ({ office }) => input.frame.find((place) => place.office === office)?.peerGroup === peers?.area,
        )
        .map(({ responses }) => responses.flat().find(({ question }) => question === "B7")?.number ?? 0);
      expect(peers).toMatchObject({
        value: numbers.reduce((sum, number) => sum + number, 0),
        origin: isSynthetic ? "SYNTHETIC" : "COMPUTED",
        bases: [{ basis: "OFFICES", count: numbers.length }],
        compared_with: [{ level: "PROVINCE", area: "QC" }],
      });
    },
  );

  it("have no row below the province in a campaign whose notice stops there, but for the establishment's own refusal", async () => {
    expect(await groupsOf(anInput("2024", true))).toEqual([]);
  });

  it("tell a place the wider areas that it may be set beside", async () => {
    const rows = await computePublication(anInput("2025-2026", true));
    const chum = rows.find(({ level, area }) => level === "ESTABLISHMENT" && area === "chum");
    expect(chum?.compared_with).toEqual([
      { level: "PROVINCE", area: "QC" },
      { level: "PEER_GROUP", area: "CHU_INSTITUT" },
      { level: "REGION_GROUP", area: "MONTREAL" },
      { level: "HEALTH_REGION", area: "RSS-06" },
    ]);
  });

  it("are those of the indicator: the share of regions is told for the province alone", async () => {
    const levels = (await computePublication(anInput("2025-2026", true)))
      .filter(({ indicator }) => indicator === "IQP-02")
      .map(({ level }) => level);
    expect(levels).toEqual(["PROVINCE"]);
  });
});

describe("an indicator with two bases, and the hub's own", () => {
  let rows: ObservationToPublish[] = [];
  beforeAll(async () => {
    rows = (await computePublication(input)).filter(({ level }) => level === "PROVINCE");
  });
  const input: PublicationInput = {
    ...anInput("2025-2026", true),
    submissions: anInput("2025-2026", true).submissions.map((submission, index) => ({
      ...submission,
      firstSubmittedAt: new Date(index < 15 ? "2026-06-30T03:59:59Z" : "2026-06-30T04:00:00Z"),
    })),
    registers: {
      indicators: [
        { code: "IQP-05", degree: "CONSULTATION" },
        { code: "IQP-06", degree: "PARTNERSHIP" },
        { code: "IQP-07", degree: "COLLABORATION" },
        { code: "IQP-08", degree: null },
      ],
      recommendations: [
        { code: "P1", status: "DONE" },
        { code: "P2", status: "IN_PROGRESS" },
        { code: "P3", status: "UNKNOWN" },
      ],
      synthetic: false,
    },
  };
  const told = (code: string) =>
    rows
      .filter(({ indicator }) => indicator === code)
      .map(({ category, basis, numerator, denominator }) => [category, basis, numerator, denominator]);

  it("tells the establishments represented among the 35 and among the 32, side by side (K1)", async () => {
    const in2024 = (await computePublication(anInput("2024", true)))
      .filter(({ indicator, level }) => indicator === "IQP-01" && level === "PROVINCE")
      .map(({ basis, numerator, denominator, value }) => [basis, numerator, denominator, value]);
    expect(in2024).toEqual([
      ["ESTABLISHMENTS", 28, 35, 80],
      ["ESTABLISHMENTS_QUESTIONNAIRE", 28, 32, 87.5],
    ]);
  });

  it("tells who answered and who answered before the deadline, in both universes", () => {
    expect(told("IQP-23").map(([category, , , denominator]) => [category, denominator])).toEqual([
      ["COMPLETENESS_35", 35],
      ["COMPLETENESS_32", 32],
      ["PUNCTUALITY_35", 35],
      ["PUNCTUALITY_32", 32],
    ]);
    expect(told("IQP-23").map(([, , numerator]) => numerator)).toEqual([
      20,
      expect.any(Number),
      15,
      expect.any(Number),
    ]);
  });

  it("counts the published indicators made with partners, from collaboration on", () => {
    expect(told("IQP-25")).toEqual([[null, "INDICATORS", 2, 4]]);
    expect(rows.find(({ indicator }) => indicator === "IQP-25")).toMatchObject({
      value: 50,
      origin: "COMPUTED",
    });
  });

  it("counts the recommendations at each state", () => {
    expect(told("IQP-26")).toEqual([
      ["UNKNOWN", "RECOMMENDATIONS", 1, 3],
      ["NOT_STARTED", "RECOMMENDATIONS", 0, 3],
      ["IN_PROGRESS", "RECOMMENDATIONS", 1, 3],
      ["DONE", "RECOMMENDATIONS", 1, 3],
      ["ABANDONED", "RECOMMENDATIONS", 0, 3],
    ]);
  });
});
