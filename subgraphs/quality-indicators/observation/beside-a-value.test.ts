import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anObservedHub, type ObservedHub } from "./testing/observed-hub.js";

let hub: ObservedHub;
beforeAll(async () => {
  hub = await anObservedHub();
});
afterAll(() => hub.database.drop());
beforeEach(() => hub.forget());

interface Beside {
  value: number | null;
  basis: string;
  category: string | null;
  status: string;
  reason: string | null;
  vintage: string | null;
  area: { level: string; code: string };
  interval: { low: number; high: number; method: string; caveat: { fr: string; en: string } } | null;
  means: { basis: string; denominator: number; value: number }[];
  comparators: {
    value: number | null;
    status: string;
    reason: string | null;
    area: { level: string; code: string };
  }[];
  engagement: {
    indicator: string;
    category: string | null;
    value: number | null;
    status: string;
    reason: string | null;
    explanation: string | null;
  }[];
}
const besideOf = async (code: string, args: string): Promise<Beside[]> => {
  const { data, errors } = await hub.ask<{ qualityIndicator: { observations: Beside[] } }>(
    `{ qualityIndicator(code: "${code}") { observations${args} {
      value basis category status reason vintage area { level code } interval { low high method caveat { fr en } }
      means { basis denominator value } comparators { value status reason area { level code } }
      engagement { indicator category value status reason explanation } } } }`,
  );
  expect(errors).toBeUndefined();
  return data!.qualityIndicator.observations;
};

describe("the interval beside a value", () => {
  it("stands beside the published shares that have a count, in 2024 and in 2019", async () => {
    expect((await besideOf("IQP-04", '(campaign: "2024")'))[0]).toMatchObject({
      value: 60,
      interval: {
        low: 42.3,
        high: 75.4,
        method: "WILSON_95",
        caveat: { fr: expect.any(String), en: expect.any(String) },
      },
    });
    expect((await besideOf("IQP-21", '(campaign: "2019")'))[0]).toMatchObject({
      interval: { low: 22.7, high: 56 },
    });
    const universes = await besideOf("IQP-01", '(campaign: "2024")');
    expect(universes.map(({ basis, interval }) => [basis, interval?.low, interval?.high])).toEqual([
      ["ESTABLISHMENTS", 64.1, 90],
      ["ESTABLISHMENTS_QUESTIONNAIRE", 71.9, 95],
    ]);
    expect((await besideOf("IQP-02", '(campaign: "2024")'))[0]!.interval).toMatchObject({ low: 60.8 });
    expect((await besideOf("IQP-07", '(campaign: "2024")')).map(({ interval }) => interval)).toEqual([
      null,
      null,
    ]);
  });
});

describe("the means beside a total", () => {
  it("are told on both bases for the totals that the portrait prints", async () => {
    const [bank] = await besideOf("IQP-05", '(campaign: "2024")');
    expect(bank).toMatchObject({
      value: 1721,
      means: [
        { basis: "OFFICES", denominator: 28, value: 61.5 },
        { basis: "RESPONDENTS", denominator: 30, value: 57.4 },
      ],
    });
    const [active] = await besideOf("IQP-06", '(campaign: "2024")');
    expect(active!.means.map(({ value }) => value)).toEqual([31.9, 29.7]);
  });

  it("are told of those who gave a part of a total that the hub computed, and of no share", async () => {
    await hub.aVintage(1, "2026-05-01T12:00:00Z");
    await hub.anObservation({ bases: [{ basis: "OFFICES", count: 27 }] });
    const computed = (await besideOf("IQP-06", '(campaign: "2024")')).find(({ vintage }) => vintage);
    expect(computed!.means).toEqual([{ basis: "OFFICES", denominator: 27, value: 33 }]);
    expect((await besideOf("IQP-04", '(campaign: "2024")'))[0]!.means).toEqual([]);
  });

  it("go with a total that is withdrawn, and are refused beside one that is suppressed", async () => {
    await hub.aVintage(1, "2026-05-01T12:00:00Z");
    const bases = [{ basis: "OFFICES", count: 27 }];
    await expect(
      hub.anObservation({ status: "SUPPRESSED", value: null, reason: "SMALL_GROUP", bases }),
    ).rejects.toMatchObject({ code: "23514" });
    await hub.anObservation({ bases });
    await hub.database.query(
      "UPDATE quality_indicators_published.vintage SET status = 'WITHDRAWN', withdrawn_at = now()",
    );
    const [kept] = await hub.database.query<{ bases: object[] }>(
      "SELECT bases FROM quality_indicators_published.observation",
    );
    expect(kept).toEqual({ bases: [] });
    const computed = (await besideOf("IQP-06", '(campaign: "2024")')).find(({ vintage }) => vintage);
    expect(computed).toMatchObject({ status: "WITHDRAWN", means: [] });
  });
});

describe("the comparators of a place", () => {
  const compared_with = [
    { level: "PROVINCE", area: "QC" },
    { level: "PEER_GROUP", area: null },
    { level: "REGION_GROUP", area: "MONTREAL" },
    { level: "HEALTH_REGION", area: "RSS-06" },
  ];

  it("are the same measure, category and vintage of its wider areas, or say why they are not there", async () => {
    await hub.aVintage(1, "2026-05-01T12:00:00Z");
    await hub.aVintage(2, "2026-05-02T12:00:00Z");
    await hub.anObservation({ value: 1 });
    for (const row of [
      {
        level: "ESTABLISHMENT",
        area: "chum",
        status: "SUPPRESSED",
        reason: "SYNTHETIC",
        value: null,
        compared_with,
      },
      { value: 892 },
      { value: 3, category: "OTHER" },
      { value: 4, indicator: "IQP-05", basis: "PARTNERS_BANK" },
      { level: "REGION_GROUP", area: "MONTREAL", value: 300 },
    ])
      await hub.anObservation({ vintage: "2024.2", ...row });
    const [place] = await besideOf("IQP-06", '(campaign: "2024", level: ESTABLISHMENT)');
    expect(place!.comparators).toEqual([
      { value: 892, status: "OBSERVED", reason: null, area: { level: "PROVINCE", code: "QC" } },
      {
        value: null,
        status: "CANNOT_BE_CALCULATED",
        reason: "IN_NO_GROUP",
        area: { level: "PEER_GROUP", code: "NONE" },
      },
      { value: 300, status: "OBSERVED", reason: null, area: { level: "REGION_GROUP", code: "MONTREAL" } },
      {
        value: null,
        status: "SUPPRESSED",
        reason: "NOTICE_STOPS_ABOVE",
        area: { level: "HEALTH_REGION", code: "RSS-06" },
      },
    ]);
  });

  it("are none for the whole province", async () => {
    const [province] = await besideOf("IQP-06", '(campaign: "2024")');
    expect(province!.comparators).toEqual([]);
  });

  it("take one statement, whatever the number of places", async () => {
    await hub.aVintage(1, "2026-05-01T12:00:00Z");
    await hub.anObservation();
    const countOf = async (): Promise<number> => {
      const before = hub.statements.length;
      await besideOf("IQP-06", '(campaign: "2024", level: ESTABLISHMENT)');
      return hub.statements.length - before;
    };
    await hub.anObservation({ level: "ESTABLISHMENT", area: "chum", compared_with });
    const forOne = await countOf();
    for (const area of ["cusm", "icm"])
      await hub.anObservation({ level: "ESTABLISHMENT", area, compared_with });
    expect(await countOf()).toBe(forOne);
  });
});

describe("a head count of partners", () => {
  it("never stands alone: in 2024 it says that the degree of engagement was not asked", async () => {
    await hub.aVintage(1, "2026-05-01T12:00:00Z");
    await hub.anObservation();
    await hub.anObservation({ level: "ESTABLISHMENT", area: "chum" });
    const counts = [
      ...(await besideOf("IQP-05", '(campaign: "2024")')),
      ...(await besideOf("IQP-06", '(campaign: "2024")')),
    ];
    expect(counts).toHaveLength(4 + 4);
    for (const { engagement } of counts)
      expect(engagement).toEqual([
        {
          indicator: "IQP-24",
          category: null,
          value: null,
          status: "NOT_ASKED",
          reason: "NOT_ASKED_IN_CAMPAIGN",
          explanation: "La question n'a pas été posée dans cette campagne.",
        },
      ]);
  });

  it("has the degrees of the same place and campaign beside it, never crossed with the leadership", async () => {
    await hub.aVintage(1, "2026-05-01T12:00:00Z", "2025-2026");
    const here = { vintage: "2025-2026.1", campaign: "2025-2026" };
    const projects = { ...here, indicator: "IQP-24", unit: "PROJECTS", basis: "PROJECTS" };
    await hub.anObservation(here);
    await hub.anObservation({ ...here, level: "REGION_GROUP", area: "EST", value: 90 });
    for (const [category, value] of [
      ["CONSULTATION", 12],
      ["PARTNERSHIP", 7],
      ["CO_LED", 9],
    ])
      await hub.anObservation({ ...projects, category, value });
    const [province] = await besideOf("IQP-06", '(campaign: "2025-2026")');
    expect(province!.engagement.map(({ category, value }) => [category, value])).toEqual([
      ["CONSULTATION", 12],
      ["PARTNERSHIP", 7],
    ]);
    const [group] = await besideOf("IQP-06", '(campaign: "2025-2026", level: REGION_GROUP)');
    expect(group!.engagement).toMatchObject([
      { status: "CANNOT_BE_CALCULATED", reason: "NOT_PUBLISHED_HERE" },
    ]);
  });

  it("is the only kind of value that needs it", async () => {
    for (const code of ["IQP-04", "IQP-07", "IQP-08"])
      for (const { engagement } of await besideOf(code, '(campaign: "2024")')) expect(engagement).toEqual([]);
  });
});
