import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EntityManager } from "typeorm";
import { aDatabase, testDay, type TestDatabase } from "../../../../test/harness/database.js";
import { demoRelease, researcherOne, researcherTwo } from "../../../../test/harness/release-steps.js";
import { aSubgraph } from "../../../../test/harness/subgraph.js";
import { asCaller } from "../../../shared/tenancy.js";
import { partners } from "../../index.js";
import { SortDirection } from "./record-question.input.js";
import { findRecords } from "./record.repository.js";
import { type AskedOfRecords, type Counts, recordSteps } from "./testing/record-steps.js";

let database: TestDatabase;
let steps: ReturnType<typeof recordSteps>;
let statements: string[];

beforeAll(async () => {
  database = await aDatabase("demo");
  const subgraph = aSubgraph(partners, database);
  statements = subgraph.statements;
  steps = recordSteps(subgraph.ask);
});
afterAll(() => database.drop());

type Node = Record<"rowId" | "ageBand" | "gender" | "standing", string>;
const nodesOf = async (asked: AskedOfRecords): Promise<Node[]> =>
  (await steps.page(researcherOne, { first: 1_000, ...asked })).data!.partnerRecords.edges.map(
    ({ node }) => node as Node,
  );
const countOf = async (asked: AskedOfRecords): Promise<Counts> =>
  (await steps.count(researcherOne, asked)).data!.partnerRecordCounts;
const sent = async (work: () => Promise<unknown>): Promise<string[]> => {
  const before = statements.length;
  await work();
  return statements.slice(before);
};

const women = { column: "gender", in: ["WOMAN"] };
const oldestFirst = { column: "ageBand", direction: "DESC" };

describe("a filter", () => {
  it("keeps the records that fulfil every condition: one of the codes, or none of them", async () => {
    const nodes = await nodesOf({
      filter: [women, { column: "standing", notIn: ["CITIZEN"] }],
    });
    expect(nodes.length).toBeGreaterThan(0);
    expect(new Set(nodes.map(({ gender }) => gender))).toEqual(new Set(["WOMAN"]));
    expect(new Set(nodes.map(({ standing }) => standing))).toEqual(new Set(["PATIENT", "RELATIVE"]));
  });

  it("that holds no condition keeps every record, and so does one left out or null", async () => {
    const whole = await steps.page(researcherOne);
    expect(await steps.page(researcherOne, { filter: [], sort: [] })).toEqual(whole);
    expect(await steps.page(researcherOne, { filter: null, sort: null })).toEqual(whole);
  });

  it("that nothing fulfils gives an empty page and a total of zero", async () => {
    const { edges, totalCount, pageInfo } = (
      await steps.page(researcherOne, { filter: [{ column: "gender", in: ["ALL"] }] })
    ).data!.partnerRecords;
    expect({ edges, totalCount, pageInfo }).toEqual({
      edges: [],
      totalCount: 0,
      pageInfo: { hasNextPage: false, endCursor: null },
    });
    expect(await countOf({ groupBy: ["gender"], filter: [{ column: "gender", in: ["ALL"] }] })).toMatchObject(
      { groups: [], totalCount: 0 },
    );
  });

  it("does not set aside a record without a value that it does not name, and a sort places it first", async () => {
    const change = (value: string, was: string): Promise<object[]> =>
      database.query(
        `UPDATE partners_release.record SET standing = ${value} WHERE release = $1 AND agreement = 'entente-demo-1'
         AND position <= 3 AND standing ${was}`,
        [demoRelease],
      );
    const kept = await database.query<{ position: number; standing: string }>(
      "SELECT position, standing FROM partners_release.record WHERE release = $1 AND agreement = 'entente-demo-1' AND position <= 3 ORDER BY 1",
      [demoRelease],
    );
    await change("NULL", "IS NOT NULL");
    const sort = [{ column: "standing", direction: "ASC" }];
    const notIn = [{ column: "standing", notIn: ["PATIENT", "RELATIVE", "CITIZEN"] }];
    const without = await nodesOf({ filter: notIn, sort });
    const first = (await steps.page(researcherOne, { first: 2, sort })).data!.partnerRecords;
    const next = (await steps.page(researcherOne, { first: 2, sort, after: first.pageInfo.endCursor })).data!
      .partnerRecords;
    const { groups } = await countOf({ groupBy: ["standing"] });
    for (const { position, standing } of kept)
      await database.query(
        "UPDATE partners_release.record SET standing = $2 WHERE release = $1 AND agreement = 'entente-demo-1' AND position = $3",
        [demoRelease, standing, position],
      );
    expect(without.map(({ standing }) => standing)).toEqual([null, null, null]);
    expect([...first.edges, ...next.edges].map(({ node }) => (node as Node).standing)).toEqual([
      null,
      null,
      null,
      "CITIZEN",
    ]);
    expect(groups[0]).toEqual({ values: [null], count: 3 });
  });
});

describe("a sort", () => {
  it("goes by the first variable, then the next, then by the order of the agreement", async () => {
    const inOrder = (await nodesOf({})).map(({ rowId }) => rowId);
    const nodes = await nodesOf({ filter: [women], sort: [oldestFirst, { column: "standing" }] });
    const keys = nodes.map(({ ageBand, standing, rowId }) => ({
      ageBand,
      standing,
      rank: inOrder.indexOf(rowId),
    }));
    for (const [index, next] of keys.slice(1).entries()) {
      const last = keys[index]!;
      if (last.rank < 0 || next.rank < 0) continue;
      const comparison =
        last.ageBand !== next.ageBand
          ? last.ageBand > next.ageBand
          : last.standing !== next.standing
            ? last.standing < next.standing
            : last.rank < next.rank;
      expect([last, next, comparison]).toEqual([last, next, true]);
    }
  });
});

describe("a count", () => {
  it("has each combination once, in the order of the codes, adds up, and says that the demonstration is synthetic", async () => {
    const { columns, groups, totalCount, origin } = await countOf({ groupBy: ["ageBand", "gender"] });
    expect(columns).toEqual(["ageBand", "gender"]);
    expect(origin).toBe("SYNTHETIC");
    const values = groups.map((group) => group.values.join("/"));
    expect(values).toEqual([...new Set(values)].sort());
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount);
    expect(totalCount).toBe((await steps.page(researcherOne)).data!.partnerRecords.totalCount);
  });

  it("agrees with the total of the page that the same filter gives", async () => {
    const { groups } = await countOf({ groupBy: ["gender"] });
    for (const { values, count } of groups) {
      const filter = [{ column: "gender", in: values }];
      expect((await steps.page(researcherOne, { filter })).data!.partnerRecords.totalCount).toBe(count);
      expect((await countOf({ groupBy: ["standing"], filter })).totalCount).toBe(count);
    }
  });

  it("is the same for two agreements, whose records share no row id and no order under any filter and sort", async () => {
    const groupBy = ["regionGroup", "standing"];
    expect(await steps.count(researcherTwo, { groupBy })).toEqual(
      await steps.count(researcherOne, { groupBy }),
    );
    for (const asked of [
      { filter: [women] },
      { sort: [oldestFirst] },
      { filter: [women], sort: [oldestFirst] },
    ]) {
      const [one, two] = [
        await steps.page(researcherOne, { ...asked, first: 300 }),
        await steps.page(researcherTwo, { ...asked, first: 300 }),
      ].map(({ data }) => data!.partnerRecords.edges.map(({ node }) => node as Node));
      const ids = new Set(one!.map(({ rowId }) => rowId));
      expect(two!.filter(({ rowId }) => ids.has(rowId))).toEqual([]);
      const seen = (nodes: Node[]): string[] => nodes.map((node) => JSON.stringify({ ...node, rowId: null }));
      expect(seen(two!)).not.toEqual(seen(one!));
    }
  });
});

describe("what a question costs", () => {
  const asked = { filter: [women], sort: [oldestFirst, { column: "standing" }] };

  it("is as many statements for a thousand records, or groups, as for one, and one of them keeps the read", async () => {
    const forOne = await sent(() => steps.page(researcherOne, { ...asked, first: 1 }));
    const forMany = await sent(() => steps.page(researcherOne, { ...asked, first: 1_000 }));
    expect(forMany).toEqual(forOne);
    const oneGroup = await sent(() => steps.count(researcherOne, { groupBy: ["gender"], filter: [women] }));
    const groups = await sent(() =>
      steps.count(researcherOne, {
        groupBy: ["regionGroup"],
        filter: [{ column: "gender", notIn: ["ALL"] }],
      }),
    );
    expect(groups).toHaveLength(oneGroup.length);
    for (const texts of [forOne, groups])
      expect(texts.filter((sql) => sql.includes("INSERT INTO partners_release.release_read"))).toHaveLength(
        1,
      );
  });

  it("is one statement less from the second page on: the first one has counted, and the release is frozen", async () => {
    const counting = (texts: string[]): number => texts.filter((sql) => sql.includes("count(*)")).length;
    let after: string | null = null;
    const counted: number[] = [];
    const totals: number[] = [];
    for (let page = 1; page <= 4; page += 1) {
      const texts = await sent(async () => {
        const { totalCount, pageInfo } = (await steps.page(researcherOne, { ...asked, after })).data!
          .partnerRecords;
        totals.push(totalCount);
        after = pageInfo.endCursor;
      });
      counted.push(counting(texts));
    }
    expect(counted).toEqual([1, 0, 0, 0]);
    expect(new Set(totals).size).toBe(1);
    expect(counting(await sent(() => steps.page(researcherOne)))).toBe(0);
  });

  interface Explained {
    "QUERY PLAN": [{ Plan: { "Shared Hit Blocks": number; "Shared Read Blocks": number } }];
  }
  /** Blocks that PostgreSQL looks at for one page. */
  const blocksOf = (after: number, sorted: boolean): Promise<number> =>
    asCaller(
      { principal: researcherOne, database: database.of(partners), clock: () => testDay },
      async (manager) => {
        let plan: Promise<Explained[]> = Promise.resolve([]);
        const explaining = {
          connection: manager.connection,
          query: (sql: string, values: unknown[]) =>
            (plan = manager.query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`, values)),
        };
        await findRecords(
          explaining as unknown as EntityManager,
          { release: demoRelease, agreement: "entente-demo-1", filter: [] },
          {
            columns: ["gender"],
            sort: sorted ? [{ column: "ageBand", direction: SortDirection.DESC }] : [],
            after,
            limit: 51,
          },
        );
        const [{ Plan }] = (await plan)[0]!["QUERY PLAN"];
        return Plan["Shared Hit Blocks"] + Plan["Shared Read Blocks"];
      },
    );

  it("does not grow with the depth of the page, sorted or not", async () => {
    await database.query(
      `INSERT INTO partners_release.record (row_id, release, agreement, position, age_band, gender)
       SELECT gen_random_uuid(), $1, 'entente-demo-1', 10000 + n, 'A50_64', 'WOMAN' FROM generate_series(1, 30000) AS n`,
      [demoRelease],
    );
    await database.query("ANALYZE partners_release.record");
    for (const sorted of [false, true]) {
      await blocksOf(1, sorted);
      const [early, late] = [await blocksOf(1, sorted), await blocksOf(39_000, sorted)];
      expect(late).toBeLessThanOrEqual(1.2 * early + 20);
    }
    expect(await blocksOf(39_000, false)).toBeLessThan(100);
  });
});
