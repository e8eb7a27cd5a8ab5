import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import { type Ask, aSubgraph } from "../../../test/harness/subgraph.js";
import { researchPartnerships } from "../index.js";

let database: TestDatabase;
let ask: Ask;
let statements: string[];

beforeAll(async () => {
  database = await aDatabase("demo");
  ({ ask, statements } = aSubgraph(researchPartnerships, database));
});
afterAll(() => database.drop());

interface Page {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

async function page(variables: Record<string, unknown>, row = "id"): Promise<Page> {
  const { data, errors } = await ask<{ researchPartnerships: Page }>(
    `query ($first: Int, $after: String) { researchPartnerships(first: $first, after: $after) {
      edges { cursor node { ${row} } } pageInfo { hasNextPage endCursor } totalCount } }`,
    variables,
  );
  expect(errors).toBeUndefined();
  return data!.researchPartnerships;
}

describe("the list of partnerships, page by page", () => {
  it.each([1, 7, 20, 60, 100])("is walked whole, each row once, in pages of %i", async (first) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { edges, pageInfo, totalCount }: Page = await page({ first, after });
      expect(totalCount).toBe(60);
      expect(edges.length).toBe(Math.min(first, 60 - seen.length));
      seen.push(...edges.map(({ node }) => node.id));
      expect(pageInfo.endCursor).toBe(edges.at(-1)!.cursor);
      expect(pageInfo.hasNextPage).toBe(seen.length < 60);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual((await page({ first: 100 })).edges.map(({ node }) => node.id));
    expect(new Set(seen).size).toBe(60);
  });

  it("gives 20 partnerships when no size is asked", async () => {
    expect((await page({})).edges).toHaveLength(20);
    expect((await page({ first: null })).edges).toHaveLength(20);
  });

  it("gives an empty page after the last row", async () => {
    const last = (await page({ first: 100 })).pageInfo.endCursor;
    expect(await page({ after: last })).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: 60,
    });
  });

  it.each([0, -1, 101, 2_000_000_000])("refuses a page of %i, and says which argument", async (first) => {
    const { errors } = await ask(
      "query ($first: Int) { researchPartnerships(first: $first) { totalCount } }",
      {
        first,
      },
    );
    expect(errors).toHaveLength(1);
    expect(errors![0]!.extensions).toMatchObject({
      code: "INVALID_ARGUMENT",
      family: "INVALID_INPUT",
      place: "first",
      messages: { en: `The argument first is ${first}; expected: 1–100.` },
    });
  });

  const strangeCursors = [
    "",
    "x",
    "pas un curseur",
    Buffer.from("partner-record:demo-research-001").toString("base64url"),
    Buffer.from("research-partnership:").toString("base64url"),
    Buffer.from("research-partnership:\0").toString("base64url"),
    `${Buffer.from("research-partnership:demo-research-001").toString("base64url")}=`,
  ];
  it.each(strangeCursors)("refuses the cursor « %s », which it did not make", async (after) => {
    const before = statements.length;
    const { errors } = await ask(
      "query ($after: String) { researchPartnerships(after: $after) { edges { cursor } } }",
      { after },
    );
    expect(errors![0]!.extensions).toMatchObject({ code: "INVALID_CURSOR", place: "after" });
    expect(statements.length).toBe(before);
  });

  it("sends as many statements for 60 partnerships as for one", async () => {
    const sent = async (first: number): Promise<number> => {
      const before = statements.length;
      await page({ first }, "id establishments { code } unit { code partnerships { id } }");
      return statements.length - before;
    };
    const forOne = await sent(1);
    expect(forOne).toBe(5);
    expect(await sent(60)).toBe(forOne);
  });
});
