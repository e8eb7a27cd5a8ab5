import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../../../../test/harness/database.js";
import { codeOf, demoRelease, researcherOne, researcherTwo } from "../../../../test/harness/release-steps.js";
import { aSubgraph } from "../../../../test/harness/subgraph.js";
import { cursorKeyOf, cursorOf } from "../../../shared/cursor.js";
import type { Principal } from "../../../shared/principal.js";
import { partners } from "../../index.js";
import { type AskedOfRecords, recordSteps } from "./testing/record-steps.js";

let database: TestDatabase;
let steps: ReturnType<typeof recordSteps>;
let statements: string[];
let hidden: unknown[];

beforeAll(async () => {
  database = await aDatabase("demo");
  const subgraph = aSubgraph(partners, database);
  ({ statements, hidden } = subgraph);
  steps = recordSteps(subgraph.ask);
});
afterAll(() => database.drop());

const asked: AskedOfRecords = {
  filter: [
    { column: "gender", in: ["WOMAN", "MAN"] },
    { column: "standing", notIn: ["CITIZEN"] },
  ],
  sort: [
    { column: "ageBand", direction: "DESC" },
    { column: "standing", direction: "ASC" },
  ],
};
const endOf = async (principal: Principal, question: AskedOfRecords = {}): Promise<string> =>
  (await steps.page(principal, question)).data!.partnerRecords.pageInfo.endCursor!;
const refusalOf = async (principal: Principal, question: AskedOfRecords): Promise<unknown> => {
  const before = statements.length;
  const { data, errors } = await steps.page(principal, question);
  expect(data?.partnerRecords ?? null).toBeNull();
  expect(statements.length).toBe(before);
  const { code, place } = errors![0]!.extensions!;
  return { code, place };
};
const refused = { code: "INVALID_CURSOR", place: "after" };

describe("the cursor of a page", () => {
  it("is refused to another agreement, with the same words as one that nobody signed", async () => {
    const [own, foreign] = [await endOf(researcherOne), await endOf(researcherTwo)];
    const answer = await steps.page(researcherTwo, { after: own });
    expect(answer.errors![0]!.extensions).toMatchObject(refused);
    expect(answer).toEqual(
      await steps.page(researcherTwo, { after: Buffer.alloc(20).toString("base64url") }),
    );
    expect((await steps.page(researcherTwo, { after: foreign })).errors).toBeUndefined();
  });

  it("goes on with the same filter and sort, written in the same order, and with another length of page", async () => {
    const after = await endOf(researcherOne, asked);
    expect((await steps.page(researcherOne, { ...asked, after, first: 7 })).errors).toBeUndefined();
  });

  const [gender, standing] = asked.filter as readonly object[];
  const [ageBand, second] = asked.sort as readonly object[];
  it.each<[string, AskedOfRecords]>([
    ["no filter", { filter: [] }],
    ["a condition less", { filter: [gender] }],
    ["another code", { filter: [{ column: "gender", in: ["WOMAN"] }, standing] }],
    ["the opposite condition", { filter: [gender, { column: "standing", in: ["CITIZEN"] }] }],
    ["another variable", { filter: [gender, { column: "ageBand", notIn: ["ALL"] }] }],
    ["no sort", { sort: [] }],
    ["the other direction", { sort: [{ column: "ageBand", direction: "ASC" }, second] }],
    ["the sort turned round", { sort: [second, ageBand] }],
    ["another release", { release: "partenaires-demo-2" }],
  ])("is refused beside %s, before anything is asked of the database", async (_other, change) => {
    const after = await endOf(researcherOne, asked);
    expect(await refusalOf(researcherOne, { ...asked, ...change, after })).toEqual(refused);
  });

  it("is refused for another list, cut short, lengthened, in any other form and by another key", async () => {
    const end = await endOf(researcherOne);
    const key = cursorKeyOf(database.address.roleSecret);
    const list = {
      key,
      name: "partner-record",
      filter: { release: demoRelease, filter: "[]", sort: "[]" },
      audience: "entente-demo-1",
    };
    const id = Buffer.from(end, "base64url").subarray(16).toString();
    expect(id).toMatch(/^50\/\d+$/);
    expect(cursorOf(list, id)).toBe(end);
    const wrong = [
      cursorOf({ ...list, filter: { ...list.filter, release: "partenaires-demo-2" } }, id),
      cursorOf({ ...list, filter: { release: demoRelease } }, id),
      cursorOf({ ...list, name: "release-read" }, id),
      cursorOf({ ...list, audience: "entente-demo-2" }, id),
      cursorOf({ key, name: list.name }, id),
      cursorOf({ ...list, key: cursorKeyOf("another secret of the roles") }, id),
      Buffer.from(`${demoRelease}:${id}`).toString("base64url"),
      // prettier-ignore
      ...["", "A", "1 OR 1=1", "__proto__", `${end}A`, `${end}=`, ` ${end}`, end.slice(1), end.slice(0, -1), end.slice(0, -2)],
    ];
    for (const after of wrong)
      expect([after, await refusalOf(researcherOne, { after })]).toEqual([after, refused]);
  });

  it("is refused when any one of its characters is changed", async () => {
    const end = await endOf(researcherOne, asked);
    for (let place = 0; place < end.length; place += 1) {
      const other = end[place] === "A" ? "B" : "A";
      const after = end.slice(0, place) + other + end.slice(place + 1);
      expect(await refusalOf(researcherOne, { ...asked, after })).toEqual(refused);
    }
    expect(hidden).toEqual([]);
  });

  it("tells nothing of the record that it stands for but its rank in the order of the agreement", async () => {
    const cursor = Buffer.from(await endOf(researcherOne, asked), "base64url")
      .subarray(16)
      .toString();
    const { totalCount, edges } = (await steps.page(researcherOne, asked)).data!.partnerRecords;
    const [last] = await database.query<{ position: number }>(
      "SELECT position FROM partners_release.record WHERE row_id = $1",
      [edges.at(-1)!.node.rowId],
    );
    expect(cursor).toBe(`${last!.position}/${totalCount}`);
  });
});

describe("an agreement that ends between two pages", () => {
  it.each([
    ["status = 'ENDED'", "status = 'ACTIVE'"],
    ["status = 'SUSPENDED'", "status = 'ACTIVE'"],
    ["valid_to = '2026-05-03'", "valid_to = '2099-03-31'"],
  ])("has its next page and its next count refused: %s", async (change, back) => {
    const alter = (terms: string): Promise<object[]> =>
      database.query(`UPDATE partners.access_agreement SET ${terms} WHERE code = 'entente-demo-1'`);
    const reads = async (): Promise<number> =>
      (await database.query("SELECT FROM partners_release.release_read")).length;
    const after = await endOf(researcherOne, asked);
    const before = await reads();
    await alter(change);
    const codes = [
      await codeOf(steps.page(researcherOne, { ...asked, after })),
      await codeOf(steps.count(researcherOne, { groupBy: ["gender"] })),
    ];
    await alter(back);
    expect(codes).toEqual(["NO_AGREEMENT", "NO_AGREEMENT"]);
    expect(await reads()).toBe(before);
    expect((await steps.page(researcherOne, { ...asked, after })).errors).toBeUndefined();
  });
});
