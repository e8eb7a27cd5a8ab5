import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { syntheticSubmissions2024 } from "../../../seeds/demo/answers-2024.js";
import { aDatabase, testDay, type TestDatabase } from "../../../test/harness/database.js";
import { anEstablishmentPrincipal, aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { engagementCodes } from "../engagement/engagement.codes.js";
import { partners } from "../index.js";
import { asCaller } from "../../shared/tenancy.js";
import type { SubgraphDatabase } from "../../shared/database.js";
import type { Principal } from "../../shared/principal.js";
import { partnerCodes } from "./partner.codes.js";

let database: TestDatabase;
let pools: SubgraphDatabase;

beforeAll(async () => {
  database = await aDatabase("demo");
  pools = database.of(partners);
});
afterAll(() => database.drop());

const rowsOf = (principal: Principal, sql: string): Promise<Record<string, unknown>[]> =>
  asCaller({ principal, database: pools, clock: () => testDay }, (manager) => manager.query(sql));

describe("the demonstration rosters", () => {
  it("count in each establishment what its bank and its active partners say in the answers of 2024", async () => {
    const told = new Map<string, { bank: number; active: number }>();
    for (const { establishment, responses } of syntheticSubmissions2024()) {
      const number = (question: string): number =>
        responses[0]!.find((answer) => answer.question === question)!.number!;
      const before = told.get(establishment) ?? { bank: 0, active: 0 };
      told.set(establishment, { bank: before.bank + number("B6"), active: before.active + number("B7") });
    }
    const counted = await database.query<{ establishment: string; bank: number; active: number }>(`
      SELECT establishment, count(*)::integer AS bank, count(*) FILTER (WHERE status = 'ACTIVE')::integer AS active
      FROM partners.partner GROUP BY establishment`);
    const found = new Map(counted.map(({ establishment, ...counts }) => [establishment, counts]));
    expect(found).toEqual(told);
  });

  it("give every active partner, and no other, an engagement of the current year", async () => {
    const [wrong] = await database.query<{ count: number }>(`
      SELECT count(*)::integer FROM partners.partner p
      WHERE (status = 'ACTIVE') <> EXISTS (
        SELECT FROM partners.engagement e
        WHERE (e.establishment, e.local_id) = (p.establishment, p.local_id) AND e.from_year >= 2025)`);
    expect(wrong!.count).toBe(0);
  });

  it("say that they are synthetic", async () => {
    expect(await database.query("SELECT FROM partners.partner WHERE NOT synthetic")).toHaveLength(0);
  });
});

describe("the doors of the rosters", () => {
  it.each(["partner", "engagement"])("open to an establishment its own rows of %s only", async (table) => {
    const sql = `SELECT DISTINCT establishment FROM partners.${table}`;
    expect(await rowsOf(anEstablishmentPrincipal("chum"), sql)).toEqual([{ establishment: "chum" }]);
  });

  it("show nothing to a steward who does not answer for privacy", async () => {
    const sql = "SELECT count(*)::integer FROM partners.partner";
    expect(await rowsOf(aSteward("steward:collect"), sql)).toEqual([{ count: 0 }]);
    expect(await rowsOf(aSteward("steward:publish"), sql)).toEqual([{ count: 0 }]);
    const [all] = await rowsOf(aSteward("steward:privacy"), sql);
    expect(all!.count).toBeGreaterThan(0);
  });

  it.each(["partners.partner", "partners.engagement", "partners.access_agreement"])(
    "refuse %s to the database roles of researchers and of the public",
    async (table) => {
      const sql = `SELECT FROM ${table}`;
      await expect(rowsOf(aResearcher("entente-demo-1"), sql)).rejects.toThrow(/permission denied/);
      await expect((await pools.published()).query(sql)).rejects.toThrow(/permission denied/);
    },
  );

  it("let nobody write: a push has its own way in", async () => {
    const sql = "DELETE FROM partners.partner";
    await expect(rowsOf(anEstablishmentPrincipal("chum"), sql)).rejects.toThrow(/permission denied/);
    await expect(rowsOf(aSteward("steward:privacy"), sql)).rejects.toThrow(/permission denied/);
  });

  it("show nothing to a role whose caller is not told", async () => {
    for (const audience of ["establishment", "steward"] as const) {
      const pool = await pools.poolOfAudience(audience);
      expect(await pool.query("SELECT FROM partners.partner")).toHaveLength(0);
    }
  });
});

describe("the codes of the rosters", () => {
  const { profile, sector, ageBand, ...plain } = partnerCodes;
  const { recognition, ...ofEngagement } = engagementCodes;
  const columns: [string, string, readonly string[], boolean][] = [
    ["partner", "profiles", profile, true],
    ["partner", "experience_domains", sector, true],
    ["partner", "age_band", ageBand, false],
    ["partner", "first_language", plain.firstLanguage, false],
    ["partner", "status", plain.status, false],
    ["partner", "gender", plain.gender, false],
    ["partner", "standing", plain.standing, false],
    ["engagement", "recognition", recognition, true],
    ["engagement", "sector", sector, false],
    ...Object.entries(ofEngagement).map(([column, codes]): [string, string, readonly string[], boolean] => [
      "engagement",
      column,
      codes,
      false,
    ]),
  ];

  it.each(columns)("in %s.%s are the listed ones and no other", async (table, column, codes, isList) => {
    const write = (code: string): Promise<object[]> =>
      database.query(
        `UPDATE partners.${table} SET ${column} = $1 WHERE (establishment, local_id) IN (SELECT establishment, local_id FROM partners.${table} LIMIT 1)`,
        [isList ? [code] : code],
      );
    for (const code of codes) await write(code);
    await expect(write("SOMETHING_ELSE")).rejects.toThrow(/check constraint/);
  });
});
