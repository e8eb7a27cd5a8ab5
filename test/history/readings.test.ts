import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { partnersReference } from "../../seeds/reference/partners.seed.js";
import { researchPartnershipsReference } from "../../seeds/reference/research-partnerships.seed.js";
import { asOwner } from "../../subgraphs/index.js";
import { aDatabase, type TestDatabase } from "../harness/database.js";
import { changing, renamed, replant } from "../harness/replant.js";
import { everySubgraph, type Told } from "../harness/subgraph.js";

let database: TestDatabase;
let told: Told;
beforeAll(async () => {
  database = await aDatabase("demo");
  told = everySubgraph(database);
});
afterAll(() => database.drop());

describe("a fact that a later reading changed", () => {
  const unit = "research_partnerships_published.research_unit";
  const plantName = (code: string, fr: string, at: string) =>
    replant(
      database,
      researchPartnershipsReference(),
      unit,
      changing(code, { name: renamed(fr) }),
      new Date(at),
    );
  const names = async (asOf: string | null): Promise<string[]> =>
    (
      await told<{ name: { fr: string } }[]>(
        "research-partnerships",
        "query ($asOf: Date) { researchUnits(asOf: $asOf) { name { fr } } }",
        { asOf },
      )
    ).map(({ name }) => name.fr);
  let code: string;
  beforeAll(async () => {
    const [first] = await told<{ code: string }[]>("research-partnerships", "{ researchUnits { code } }");
    code = first!.code;
  });

  // The same unit gets one name after the other; each change is minutes from midnight in Toronto.
  it.each([
    ["before midnight in summer time", "2026-07-01T03:59:00Z", "2026-06-29", "2026-06-30"],
    ["after midnight in summer time", "2026-07-11T04:01:00Z", "2026-07-10", "2026-07-11"],
    ["before midnight on the day of 25 hours", "2026-11-02T04:59:00Z", "2026-10-31", "2026-11-01"],
    ["after midnight that follows the day of 25 hours", "2026-11-09T05:01:00Z", "2026-11-08", "2026-11-09"],
    ["before midnight on the day of 23 hours", "2027-03-15T03:59:00Z", "2027-03-13", "2027-03-14"],
    ["after midnight that follows the day of 23 hours", "2027-03-22T04:01:00Z", "2027-03-21", "2027-03-22"],
  ])("shows from its own day on when it came %s", async (name, at, dayBefore, day) => {
    const before = await names(null);
    await plantName(code, name, at);
    const after = await names(null);
    expect(after).toEqual([name, ...before.slice(1)]);
    expect(await names(dayBefore)).toEqual(before);
    expect(await names(day)).toEqual(after);
  });

  it("is told with each of its texts in turn", async () => {
    const texts = await Promise.all(
      ["1950-01-01", "2026-07-05", "2026-09-01", "2026-11-04", "2027-12-31"].map(names),
    );
    expect(texts.map(([first]) => first)).toEqual([
      expect.not.stringContaining("midnight"),
      "before midnight in summer time",
      "after midnight in summer time",
      "before midnight on the day of 25 hours",
      "after midnight that follows the day of 23 hours",
    ]);
  });
});

describe("a row that was added or removed", () => {
  const terms = "partners_published.glossary_term";
  const codes = async (asOf: string): Promise<string[]> =>
    (
      await told<{ code: string }[]>("partners", "query ($asOf: Date) { glossary(asOf: $asOf) { code } }", {
        asOf,
      })
    ).map(({ code }) => code);

  it("is absent before it came, there while it was, and absent after it went", async () => {
    const reading = await codes("2026-08-01");
    const [first] = reading;
    await replant(
      database,
      partnersReference(),
      terms,
      (rows) => [...rows, { ...rows[0]!, code: "TERM_OF_AUGUST", position: 1000 }],
      new Date("2026-08-10T15:00:00Z"),
    );
    await replant(
      database,
      partnersReference(),
      terms,
      (rows) => rows.filter((row) => row.code !== first),
      new Date("2026-08-20T15:00:00Z"),
    );
    expect(await codes("2026-08-09")).toEqual(reading);
    expect(await codes("2026-08-10")).toEqual([...reading, "TERM_OF_AUGUST"]);
    expect(await codes("2026-08-20")).toEqual(reading.filter((code) => code !== first));
    await replant(database, partnersReference(), terms, (rows) => rows, new Date("2026-08-30T15:00:00Z"));
    expect(await codes("2026-08-30")).toEqual(reading);
    expect(await codes("2026-08-25")).toEqual(reading.filter((code) => code !== first));
  });

  it("is found by the words that it had then", async () => {
    const found = async (search: string, asOf: string) =>
      told<object[]>("partners", "query ($s: String, $d: Date) { glossary(search: $s, asOf: $d) { code } }", {
        s: search,
        d: asOf,
      });
    await replant(
      database,
      partnersReference(),
      terms,
      (rows) => rows.map((row, n) => (n === 0 ? { ...row, search: "zygomatique" } : row)),
      new Date("2026-09-10T15:00:00Z"),
    );
    expect(await found("zygomatique", "2026-09-09")).toHaveLength(0);
    expect(await found("zygomatique", "2026-09-10")).toHaveLength(1);
  });
});

describe("pages of a list as of a day", () => {
  const page = (asOf: string | null, after: string | null) =>
    told<{
      edges: { node: { id: string } }[];
      totalCount: number;
      pageInfo: { endCursor: string; hasNextPage: boolean };
    }>(
      "research-partnerships",
      "query ($d: Date, $after: String) { researchPartnerships(first: 25, after: $after, asOf: $d) { totalCount edges { node { id establishments { code } unit { code } } } pageInfo { endCursor hasNextPage } } }",
      { d: asOf, after },
    );
  const walk = async (asOf: string | null): Promise<string[]> => {
    const ids: string[] = [];
    for (let after: string | null = null; ;) {
      const found: Awaited<ReturnType<typeof page>> = await page(asOf, after);
      ids.push(...found.edges.map(({ node }) => node.id));
      if (!found.pageInfo.hasNextPage) return ids;
      after = found.pageInfo.endCursor;
    }
  };

  it("go on where they stopped, whatever was removed since", async () => {
    const all = await walk(null);
    expect(all).toHaveLength(60);
    const [{ endCursor }, last] = [(await page("2026-05-05", null)).pageInfo, all[24]];
    await database.query(
      `DELETE FROM research_partnerships_published.research_partnership WHERE id = ANY ('{${all[0]},${last}}')`,
    );
    const yesterday = "2026-05-05";
    expect(await walk(yesterday)).toEqual(all);
    expect((await page(yesterday, endCursor)).edges[0]?.node.id).toBe(all[25]);
    expect((await page(null, endCursor)).edges[0]?.node.id).toBe(all[25]);
    expect([(await page(yesterday, null)).totalCount, (await page(null, null)).totalCount]).toEqual([60, 58]);
  });
});

describe("what was withdrawn", () => {
  it("comes back no more once the owner erased it from the history too", async () => {
    const codes = async (asOf: string | null) =>
      (
        await told<{ code: string }[]>(
          "establishments",
          "query ($d: Date) { sharedResources(asOf: $d) { code } }",
          {
            d: asOf,
          },
        )
      ).map(({ code }) => code);
    const [code] = await codes(null);
    await asOwner(database.address, async (owner) => {
      await owner.query("BEGIN; SELECT set_config('hub.seeding', 'on', true)");
      await owner.query("DELETE FROM establishments_published.shared_resource WHERE code = $1", [code]);
      await owner.query("COMMIT");
    });
    expect(await codes(null)).not.toContain(code);
    expect(await codes("2026-05-05")).toContain(code);
    await asOwner(database.address, (owner) =>
      owner.query(
        "DELETE FROM establishments_published.former_row WHERE relation = 'shared_resource' AND key = jsonb_build_array($1::text)",
        [code],
      ),
    );
    expect(await codes("2026-05-05")).not.toContain(code);
  });
});
