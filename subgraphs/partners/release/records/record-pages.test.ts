import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../../../../test/harness/database.js";
import {
  codeOf,
  demoRelease,
  ReleaseSteps,
  researcherOne,
  researcherTwo,
} from "../../../../test/harness/release-steps.js";
import { aSubgraph } from "../../../../test/harness/subgraph.js";
import type { Principal } from "../../../shared/principal.js";
import { partners } from "../../index.js";

let database: TestDatabase;
let steps: ReleaseSteps;
let statements: string[];

beforeAll(async () => {
  database = await aDatabase("demo");
  const subgraph = aSubgraph(partners, database);
  statements = subgraph.statements;
  steps = new ReleaseSteps(subgraph.ask);
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
