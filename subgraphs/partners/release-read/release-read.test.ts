import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, testDay, type TestDatabase } from "../../../test/harness/database.js";
import {
  codeOf,
  demoRelease,
  ReleaseSteps,
  researcherOne,
  researcherTwo,
} from "../../../test/harness/release-steps.js";
import { anEstablishmentPrincipal, type Ask, aSteward, aSubgraph } from "../../../test/harness/subgraph.js";
import { partners } from "../index.js";
import { recordSteps } from "../release/records/testing/record-steps.js";

let database: TestDatabase;
let ask: Ask;
let steps: ReleaseSteps;
let statements: string[];
let hidden: unknown[];
const steward = aSteward("steward:privacy");

beforeAll(async () => {
  database = await aDatabase("demo");
  ({ ask, statements, hidden } = aSubgraph(partners, database));
  steps = new ReleaseSteps(ask);
});
afterAll(() => database.drop());

interface Read {
  release: string;
  agreement: string;
  subject: string;
  client: string | null;
  at: string;
  requestId: string;
  way: string;
  rowCount: number;
  rows: { from: number; to: number }[];
  question: object | null;
}
interface Reads {
  releaseReads: { edges: { node: Read }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}
const fields =
  "edges { node { release agreement subject client at requestId way rowCount rows { from to } question { filter { column kind codes } sort { column direction } groupBy } } } pageInfo { endCursor hasNextPage }";
const readsOf = async (args: string): Promise<Read[]> => {
  const { data, errors } = await ask<Reads>(`{ releaseReads${args} { ${fields} } }`, {}, steward);
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data.releaseReads.edges.map(({ node }) => node);
};

describe("who pulled which rows of a release", () => {
  it("is answered in one query: each page, its reader, its agreement, its request and its rows", async () => {
    const first = (await steps.page({ ...researcherOne, client: "poste-1" }, { first: 100 })).data!
      .partnerRecords;
    await steps.page(researcherOne, { first: 30, after: first.pageInfo.endCursor });
    await steps.page(researcherTwo, { first: 10 });
    const beside = {
      release: demoRelease,
      at: testDay.toISOString(),
      requestId: "test",
      way: "PAGE",
      question: null,
    };
    const one = { ...beside, agreement: "entente-demo-1", subject: "researcher" };
    const two = {
      ...beside,
      agreement: "entente-demo-2",
      subject: "researcher:entente-demo-2",
      client: null,
    };
    expect(await readsOf("")).toEqual([
      { ...two, rowCount: 10, rows: [{ from: 1, to: 10 }] },
      { ...one, client: null, rowCount: 30, rows: [{ from: 101, to: 130 }] },
      { ...one, client: "poste-1", rowCount: 100, rows: [{ from: 1, to: 100 }] },
    ]);
    expect(await readsOf('(agreement: "entente-demo-2")')).toHaveLength(1);
    expect(await readsOf('(subject: "researcher")')).toHaveLength(2);
    expect(await readsOf('(release: "partenaires-inconnue")')).toEqual([]);
    expect(await readsOf('(since: "2026-05-04")')).toHaveLength(3);
    expect(await readsOf('(since: "2026-05-05")')).toEqual([]);
  });

  it("is traced back from any one row, to those who read it and to nobody else", async () => {
    const { edges } = (await steps.page(researcherOne, { first: 105 })).data!.partnerRecords;
    const [early, late] = [edges[2]!.node.rowId, edges[103]!.node.rowId];
    const rows = (reads: Read[]): string[] =>
      reads.map((read) => read.rows.map(({ from, to }) => `${from}-${to}`).join());
    expect(rows(await readsOf(`(rowId: "${early}")`))).toEqual(["1-105", "1-100"]);
    expect(rows(await readsOf(`(rowId: "${late}")`))).toEqual(["1-105", "101-130"]);
    const unread = await database.query<{ row_id: string }>(
      "SELECT row_id FROM partners_release.record WHERE agreement = 'entente-demo-2' AND position = 11",
    );
    expect(await readsOf(`(rowId: "${unread[0]!.row_id}")`)).toEqual([]);
    expect(
      await codeOf(ask('{ releaseReads(rowId: "1 OR 1=1") { pageInfo { hasNextPage } } }', {}, steward)),
    ).toBe("INVALID_ARGUMENT");
  });

  it("tells what a filtered page and a count asked for, and traces both back from a record", async () => {
    const records = recordSteps(ask);
    const filter = [{ column: "gender", in: ["WOMAN"] }];
    const page = (await records.page(researcherOne, { filter, sort: [{ column: "ageBand" }], first: 3 }))
      .data!.partnerRecords;
    await records.count(researcherOne, { groupBy: ["standing", "gender"], filter });
    const [count, read] = await readsOf("(first: 2)");
    const condition = { column: "gender", kind: "in", codes: ["WOMAN"] };
    expect(read).toMatchObject({
      way: "PAGE",
      rowCount: 3,
      question: {
        filter: [condition],
        sort: [{ column: "ageBand", direction: "ASC" }],
        groupBy: [],
      },
    });
    // A count says something of every record, also of those that its filter leaves out.
    const [{ kept }] = (await database.query(
      "SELECT count(*)::integer AS kept FROM partners_release.record WHERE release = $1 AND agreement = 'entente-demo-1'",
      [demoRelease],
    )) as [{ kept: number }];
    expect(count).toMatchObject({
      way: "COUNT",
      rowCount: kept,
      rows: [{ from: 1, to: kept }],
      question: { filter: [condition], sort: [], groupBy: ["standing", "gender"] },
    });
    expect(await readsOf(`(rowId: "${page.edges[1]!.node.rowId}", first: 2)`)).toEqual([count, read]);
  });

  it("keeps a page without rows too: asking past the end is an act", async () => {
    const { ids } = await steps.walk(researcherTwo, demoRelease, 1_000);
    expect((await readsOf('(agreement: "entente-demo-2", first: 1)'))[0]!.rows.at(-1)!.to).toBe(ids.length);
  });

  it("costs as many statements for a thousand rows as for one, and one of them keeps the read", async () => {
    const count = async (first: number): Promise<string[]> => {
      const before = statements.length;
      await steps.page(researcherOne, { first });
      return statements.slice(before);
    };
    const [one, many] = [await count(1), await count(1_000)];
    expect(many).toHaveLength(one.length);
    expect(one.filter((sql) => sql.includes("INSERT INTO partners_release.release_read"))).toHaveLength(1);
  });

  it("goes page by page, newest first, and refuses the cursor of another question", async () => {
    const whole = await readsOf("(first: 200)");
    const walked: Read[] = [];
    for (let after = ""; ;) {
      const { data } = await ask<Reads>(`{ releaseReads(first: 2${after}) { ${fields} } }`, {}, steward);
      walked.push(...data!.releaseReads.edges.map(({ node }) => node));
      const { hasNextPage, endCursor } = data!.releaseReads.pageInfo;
      if (!hasNextPage) break;
      after = `, after: "${endCursor}"`;
      const other = ask(
        `{ releaseReads(subject: "researcher"${after}) { pageInfo { hasNextPage } } }`,
        {},
        steward,
      );
      expect(await codeOf(other)).toBe("INVALID_CURSOR");
    }
    expect(walked).toEqual(whole);
  });

  it("is told to nobody but who answers for privacy", async () => {
    for (const principal of [researcherOne, aSteward("steward:publish"), anEstablishmentPrincipal("chum")])
      expect(await codeOf(ask("{ releaseReads { pageInfo { hasNextPage } } }", {}, principal))).toBe(
        "NOT_ALLOWED",
      );
  });
});

describe("a read that cannot be kept", () => {
  it("is not made: the reader gets an error of ours and no row", async () => {
    const rename = (from: string, to: string): Promise<object[]> =>
      database.query(`ALTER TABLE partners_release.${from} RENAME TO ${to}`);
    await rename("release_read", "elsewhere");
    const { data, errors } = await steps.page(researcherOne);
    await rename("elsewhere", "release_read");
    expect(data?.partnerRecords ?? null).toBeNull();
    expect(errors![0]!.extensions!.code).toBe("INTERNAL");
    expect(hidden).toHaveLength(1);
    expect((await steps.page(researcherOne)).errors).toBeUndefined();
  });
});
