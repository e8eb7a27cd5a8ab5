import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import { approver, demoRelease, researcherOne } from "../../../test/harness/release-steps.js";
import { type Ask, aSubgraph } from "../../../test/harness/subgraph.js";
import { partners } from "../index.js";

let database: TestDatabase;
let ask: Ask;

beforeAll(async () => {
  database = await aDatabase("demo");
  ({ ask } = aSubgraph(partners, database));
});
afterAll(() => database.drop());

describe("the anonymity of the demonstration release", () => {
  it("keeps at least 85 % of the partners in classes of at least 11, counted again in SQL", async () => {
    const [roster] = await database.query<{ count: number }>(
      "SELECT count(*)::integer FROM partners.partner WHERE status <> 'LEFT'",
    );
    const classes = await database.query<{
      agreement: string;
      size: number;
      standings: number;
      domains: number;
    }>(
      `SELECT agreement, count(*)::integer AS size, count(DISTINCT standing)::integer AS standings,
              count(DISTINCT experience_domain)::integer AS domains
       FROM partners_release.record WHERE release = $1 GROUP BY agreement, region_group, age_band, gender`,
      [demoRelease],
    );
    const { data } = await ask<{ releases: { report: Record<string, unknown>; keys: string[] }[] }>(
      "{ releases { keys report { k classes recordsIn recordsKept recordsSuppressed averageRisk maximumRisk diversity { column l t } } } }",
      {},
      researcherOne,
    );
    const { report, keys } = data!.releases[0]!;
    expect(keys).toEqual(["regionGroup", "ageBand", "gender"]);
    for (const agreement of ["entente-demo-1", "entente-demo-2"]) {
      const own = classes.filter((found) => found.agreement === agreement);
      const kept = own.reduce((sum, { size }) => sum + size, 0);
      const smallest = Math.min(...own.map(({ size }) => size));
      expect(smallest).toBeGreaterThanOrEqual(11);
      expect(kept / roster!.count).toBeGreaterThanOrEqual(0.85);
      expect(report).toMatchObject({
        k: smallest,
        classes: own.length,
        recordsIn: roster!.count,
        recordsKept: kept,
        recordsSuppressed: roster!.count - kept,
        diversity: [
          { column: "standing", l: Math.min(...own.map(({ standings }) => standings)) },
          { column: "experienceDomain", l: Math.min(...own.map(({ domains }) => domains)) },
        ],
      });
      expect(report.averageRisk).toBeCloseTo(own.length / kept, 10);
      expect(report.maximumRisk).toBeCloseTo(1 / smallest, 10);
    }
  });

  it("tells those who approve it how many records are one of a kind on all columns together, counted again in SQL", async () => {
    const classes = await database.query<{ size: number }>(
      `SELECT count(*)::integer AS size FROM partners_release.record WHERE release = $1 AND agreement = 'entente-demo-1'
       GROUP BY region_group, age_band, gender, standing, experience_domain`,
      [demoRelease],
    );
    const { data } = await ask<{ releases: { code: string; report: object }[] }>(
      "{ releases { code report { recordsUniqueOnAllColumns smallestClassOnAllColumns } } }",
      {},
      approver,
    );
    expect(data!.releases.find(({ code }) => code === demoRelease)!.report).toEqual({
      recordsUniqueOnAllColumns: classes.filter(({ size }) => size === 1).length,
      smallestClassOnAllColumns: Math.min(...classes.map(({ size }) => size)),
    });
  });

  it("has no column of the establishment, of the local id or of an engagement", async () => {
    const columns = await database.query<{ column_name: string }>(
      "SELECT column_name FROM information_schema.columns WHERE table_schema = 'partners_release' AND table_name = 'record'",
    );
    expect(columns.map(({ column_name }) => column_name).sort()).toEqual(
      // prettier-ignore
      [
        "age_band", "agreement", "engagement_count", "experience_domain", "first_language", "gender", "highest_degree",
        "joined_period", "leadership", "main_sphere", "position", "profile", "region_group", "release", "row_id",
        "standing", "trained",
      ],
    );
  });
});
