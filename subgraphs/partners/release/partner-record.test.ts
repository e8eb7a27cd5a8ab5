import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import {
  approver,
  codeOf,
  demoRelease,
  ReleaseSteps,
  researcherOne,
  researcherTwo,
} from "../../../test/harness/release-steps.js";
import { type Ask, aSubgraph } from "../../../test/harness/subgraph.js";
import type { Principal } from "../../shared/principal.js";
import { cursorKeyOf, cursorOf } from "../../shared/cursor.js";
import { partners } from "../index.js";

let database: TestDatabase;
let ask: Ask;
let steps: ReleaseSteps;
let statements: string[];
let hidden: unknown[];

beforeAll(async () => {
  database = await aDatabase("demo");
  ({ ask, statements, hidden } = aSubgraph(partners, database));
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
});

describe("the cursor of a page", () => {
  const endOf = async (principal: Principal): Promise<string> =>
    (await steps.page(principal)).data!.partnerRecords.pageInfo.endCursor!;

  it("is refused to another agreement, with the same words as one that nobody signed", async () => {
    const [own, foreign] = [await endOf(researcherOne), await endOf(researcherTwo)];
    const refused = await steps.page(researcherTwo, { after: own });
    expect(refused.errors![0]!.extensions).toMatchObject({ code: "INVALID_CURSOR", place: "after" });
    expect(refused).toEqual(
      await steps.page(researcherTwo, { after: Buffer.alloc(20).toString("base64url") }),
    );
    expect((await steps.page(researcherTwo, { after: foreign })).errors).toBeUndefined();
  });

  it("is refused for another release, for another list, cut short, lengthened and in any other form", async () => {
    const end = await endOf(researcherOne);
    const key = cursorKeyOf(database.address.roleSecret);
    const list = {
      key,
      name: "partner-record",
      filter: { release: demoRelease },
      audience: "entente-demo-1",
    };
    expect(cursorOf(list, "50")).toBe(end);
    const wrong = [
      cursorOf({ ...list, filter: { release: "partenaires-demo-2" } }, "50"),
      cursorOf({ ...list, name: "release-read" }, "50"),
      cursorOf({ ...list, audience: "entente-demo-2" }, "50"),
      cursorOf({ key, name: list.name }, "50"),
      cursorOf({ ...list, key: cursorKeyOf("another secret of the roles") }, "50"),
      Buffer.from(`${demoRelease}:50`).toString("base64url"),
      ...[
        "",
        "A",
        "1 OR 1=1",
        `${end}A`,
        `${end}=`,
        ` ${end}`,
        end.slice(1),
        end.slice(0, -1),
        end.slice(0, -2),
      ],
    ];
    for (const after of wrong)
      expect([after, await codeOf(steps.page(researcherOne, { after }))]).toEqual([after, "INVALID_CURSOR"]);
  });

  it("is refused when any one of its characters is changed, before anything is asked of the database", async () => {
    const end = await endOf(researcherOne);
    const before = statements.length;
    for (let place = 0; place < end.length; place += 1) {
      const other = end[place] === "A" ? "B" : "A";
      const after = end.slice(0, place) + other + end.slice(place + 1);
      expect(await codeOf(steps.page(researcherOne, { after }))).toBe("INVALID_CURSOR");
    }
    expect(statements.length).toBe(before);
    expect(hidden).toEqual([]);
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
      ["age_band", "agreement", "experience_domain", "gender", "position", "region_group", "release", "row_id", "standing"],
    );
  });
});
