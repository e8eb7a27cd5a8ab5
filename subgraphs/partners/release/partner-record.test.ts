import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import {
  codeOf,
  demoRelease,
  ReleaseSteps,
  researcherOne,
  researcherTwo,
} from "../../../test/harness/release-steps.js";
import { type Ask, aSubgraph } from "../../../test/harness/subgraph.js";
import type { Principal } from "../../shared/principal.js";
import { partners } from "../index.js";

let database: TestDatabase;
let ask: Ask;
let steps: ReleaseSteps;
let statements: string[];

beforeAll(async () => {
  database = await aDatabase("demo");
  ({ ask, statements } = aSubgraph(partners, database));
  steps = new ReleaseSteps(ask);
});
afterAll(() => database.drop());

describe("the pages of a release", () => {
  it("walk every record exactly once, and the last page says that it is the last", async () => {
    const { ids, totalCount } = await steps.walk(researcherOne, demoRelease, 97);
    expect(totalCount).toBe(ids.length);
    expect(new Set(ids).size).toBe(ids.length);
    const stored = await database.query<{ row_id: string }>(
      "SELECT row_id FROM partners_release.record WHERE release = $1 AND agreement = 'entente-demo-1'",
      [demoRelease],
    );
    expect([...ids].sort()).toEqual(stored.map(({ row_id }) => row_id).sort());
  });

  it("are 50 records long unless asked otherwise, and at most 1,000", async () => {
    expect((await steps.page(researcherOne)).data!.partnerRecords.edges).toHaveLength(50);
    expect((await steps.page(researcherOne, { first: 999_999 })).data!.partnerRecords.edges).toHaveLength(
      1_000,
    );
    expect(await codeOf(steps.page(researcherOne, { first: 0 }))).toBe("INVALID_ARGUMENT");
  });

  it("say that the demonstration is synthetic", async () => {
    expect((await steps.page(researcherOne)).data!.partnerRecords.origin).toBe("SYNTHETIC");
  });

  it("cost as many statements for 1,000 records as for one", async () => {
    await steps.page(researcherOne, { first: 1 });
    const before = statements.length;
    await steps.page(researcherOne, { first: 1 });
    const forOne = statements.length - before;
    await steps.page(researcherOne, { first: 1_000 });
    expect(statements.length - before - forOne).toBe(forOne);
  });

  it("share no row id and no order between two agreements", async () => {
    const [first, second] = [
      (await steps.walk(researcherOne, demoRelease, 1_000)).ids,
      (await steps.walk(researcherTwo, demoRelease, 1_000)).ids,
    ];
    expect(second).toHaveLength(first.length);
    expect(first.filter((id) => second.includes(id))).toEqual([]);
    const nodes = async (principal: Principal): Promise<string[]> =>
      (await steps.page(principal, { first: 200 })).data!.partnerRecords.edges.map(({ node }) =>
        JSON.stringify({ ...node, rowId: null }),
      );
    expect(await nodes(researcherOne)).not.toEqual(await nodes(researcherTwo));
  });

  it("refuse a cursor that was changed, or that another agreement was given", async () => {
    const { endCursor } = (await steps.page(researcherOne)).data!.partnerRecords.pageInfo;
    expect(await codeOf(steps.page(researcherTwo, { after: endCursor }))).toBe("INVALID_CURSOR");
    expect(await codeOf(steps.page(researcherOne, { after: `${endCursor}A` }))).toBe("INVALID_CURSOR");
    expect(await codeOf(steps.page(researcherOne, { after: "1 OR 1=1" }))).toBe("INVALID_CURSOR");
  });
});

describe("the anonymity of the demonstration release", () => {
  it("keeps at least 85 % of the partners in classes of at least 11, counted again in SQL", async () => {
    const [roster] = await database.query<{ count: number }>(
      "SELECT count(*)::integer FROM partners.partner",
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
          { column: "experienceDomain", l: Math.min(...own.map(({ domains }) => domains)) },
          { column: "standing", l: Math.min(...own.map(({ standings }) => standings)) },
        ],
      });
      expect(report.averageRisk).toBeCloseTo(own.length / kept, 10);
      expect(report.maximumRisk).toBeCloseTo(1 / smallest, 10);
    }
  });

  it("has no column of the establishment, of the local id or of an engagement", async () => {
    const columns = await database.query<{ column_name: string }>(
      "SELECT column_name FROM information_schema.columns WHERE table_schema = 'partners_release' AND table_name = 'record'",
    );
    expect(columns.map(({ column_name }) => column_name).sort()).toEqual(
      // prettier-ignore
      ["age_band", "agreement", "coached", "experience_domain", "gender", "position", "region_group", "release", "row_id", "standing", "status", "trained"],
    );
  });
});
