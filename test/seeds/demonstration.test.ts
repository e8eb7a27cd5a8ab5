import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedSubgraph } from "../../seeds/seed.js";
import { subgraphs } from "../../subgraphs/index.js";
import { aDatabase, testDay, type TestDatabase } from "../harness/database.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("reference");
});
afterAll(() => database.drop());

const qualityIndicators = subgraphs.find(({ name }) => name === "quality-indicators")!;

describe("demonstration data", () => {
  it("is refused beside rows that somebody put there, and changes none of them", async () => {
    await database.query(
      `INSERT INTO quality_indicators.campaign_window (campaign, opens_at, closes_at, lock_at) VALUES ('2025-2026', now(), now() + interval '1 day', now() + interval '2 days')`,
    );
    const before = await database.query("SELECT * FROM quality_indicators.campaign_window");
    await expect(seedSubgraph(qualityIndicators, database.address, "demo", testDay)).rejects.toMatchObject({
      code: "DEMO_ON_REAL_DATA",
      french: expect.stringContaining("quality_indicators.campaign_window"),
    });
    expect(await database.query("SELECT * FROM quality_indicators.campaign_window")).toEqual(before);
    expect(await database.query("SELECT * FROM quality_indicators.submission")).toEqual([]);
  });

  it("is planted once: a second start changes nothing", async () => {
    await database.query("DELETE FROM quality_indicators.campaign_window");
    for (const subgraph of subgraphs) await seedSubgraph(subgraph, database.address, "demo", testDay);
    for (const subgraph of subgraphs)
      expect(await seedSubgraph(subgraph, database.address, "demo", testDay)).toEqual({
        planted: false,
        isDemonstration: true,
      });
  });
});
