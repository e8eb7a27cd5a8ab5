import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../test/harness/database.js";
import { replant, type Row } from "../test/harness/replant.js";
import { partnersReference } from "./reference/partners.seed.js";
import { researchPartnershipsReference } from "./reference/research-partnerships.seed.js";
import { userCommitteesReference } from "./reference/user-committees.seed.js";

const terms = "partners_published.glossary_term";
const units = "research_partnerships_published.research_unit";
const answers = "user_committees_published.collaboration";
// Each test takes place a year after the one before: no clock goes back.
let year = 2026;
let spring: Date;
let autumn: Date;

let database: TestDatabase;
beforeAll(async () => void (database = await aDatabase("demo")));
afterAll(() => database.drop());

const versions = (table: string, key: string) =>
  database.query<{ from: string; until: string | null; row: Row }>(
    `SELECT known_from::text AS from, known_until::text AS until, row FROM ${table.split(".")[0]}.former_row
     WHERE relation = $1 AND key->>-1 = $2 ORDER BY known_until`,
    [table.split(".")[1], key],
  );
const present = (table: string) =>
  database.query<Row & { known_from: unknown }>(`SELECT * FROM ${table} ORDER BY position`);
const formerRows = async (schema: string): Promise<number> =>
  (await database.query(`SELECT 1 FROM ${schema}.former_row`)).length;

describe("planting the reference facts again", () => {
  beforeEach(async () => {
    year += 1;
    spring = new Date(`${year}-05-20T15:00:00Z`);
    autumn = new Date(`${year}-10-20T15:00:00Z`);
    const winter = new Date(`${year}-01-20T15:00:00Z`);
    // Each test starts from the facts of the files, with no history.
    await replant(database, partnersReference(), terms, (rows) => rows, winter);
    await replant(database, researchPartnershipsReference(), units, (rows) => rows, winter);
    await replant(database, userCommitteesReference(), answers, (rows) => rows, winter);
    for (const schema of ["partners", "research_partnerships", "user_committees"])
      await database.query(`DELETE FROM ${schema}_published.former_row`);
  });

  it("counts what the hub was born with as always known", async () => {
    const fresh = await aDatabase("reference");
    const dates = await fresh.query(
      `SELECT DISTINCT known_from::text FROM ${terms} UNION SELECT DISTINCT known_from::text FROM ${units}`,
    );
    expect(dates).toEqual([{ known_from: "-infinity" }]);
    expect(await fresh.query("SELECT 1 FROM partners_published.former_row")).toEqual([]);
    await fresh.drop();
  });

  it("touches nothing when nothing changed", async () => {
    const before = await present(terms);
    await replant(database, partnersReference(), terms, (rows) => rows, autumn);
    expect(await present(terms)).toEqual(before);
    expect(await formerRows("partners_published")).toBe(0);
  });

  it("changes only the rows that differ, dates them, and keeps what they said", async () => {
    const [changed, untouched] = await present(terms);
    const edit = (rows: readonly Row[]): Row[] =>
      rows.map((row) =>
        row.code === changed?.code && row.kind === changed?.kind ? { ...row, search: "neuf" } : row,
      );
    await replant(database, partnersReference(), terms, edit, autumn);
    const [now, other] = await present(terms);
    expect(now).toMatchObject({ code: changed?.code, search: "neuf", known_from: autumn });
    expect(other).toEqual(untouched);
    const kept = await versions(terms, String(changed?.code));
    expect(kept).toHaveLength(1);
    expect(new Date(kept[0]?.until ?? "")).toEqual(autumn);
    expect(kept[0]?.row).toMatchObject({ code: changed?.code, search: changed?.search });
  });

  it("removes what is gone, adds what is new, and lets rows change places", async () => {
    const before = await present(units);
    const [first, second, last] = [before[0]!, before[1]!, before.at(-1)!];
    await database.query(
      "UPDATE research_partnerships_published.research_partnership SET unit = NULL WHERE unit = $1",
      [last.code],
    );
    const edit = (rows: readonly Row[]): Row[] => [
      { ...rows[1]!, position: 0 },
      { ...rows[0]!, position: 1 },
      ...rows.slice(2, -1),
      { ...rows[2]!, code: "new-unit", position: rows.length - 1 },
    ];
    await replant(database, researchPartnershipsReference(), units, edit, autumn);
    const after = await present(units);
    expect(after.map(({ code }) => code)).toEqual([
      second.code,
      first.code,
      ...before.slice(2, -1).map(({ code }) => code),
      "new-unit",
    ]);
    expect(after.at(-1)?.known_from).toEqual(autumn);
    expect((await versions(units, String(last.code))).map(({ row }) => row.position)).toEqual([
      before.length - 1,
    ]);
    // The demonstration's partnerships point at units throughout.
    expect(
      await database.query("SELECT 1 FROM research_partnerships_published.research_partnership"),
    ).toHaveLength(60);
  });

  it("keeps both former texts of a row that changes twice, and forgets a text of no duration", async () => {
    const code = (await present(units))[0]?.code;
    const say = (founded: string, at: Date) =>
      replant(
        database,
        researchPartnershipsReference(),
        units,
        (rows) => rows.map((row) => (row.code === code ? { ...row, founded_on: founded } : row)),
        at,
      );
    await say("1901", spring);
    await say("1902", autumn);
    await say("1903", autumn);
    const kept = await versions(units, String(code));
    expect(kept.map(({ row }) => row.founded_on)).toEqual([expect.not.stringMatching("190"), "1901"]);
    expect(new Date(kept[1]!.from)).toEqual(spring);
    expect(new Date(kept[1]!.until!)).toEqual(autumn);
    expect((await present(units))[0]).toMatchObject({ founded_on: "1903", known_from: autumn });
  });

  it("empties an optional fact that the files state no more", async () => {
    const bare = (rows: readonly Row[]): Row[] => rows.map(({ founded_on: _unstated, ...row }) => row);
    await replant(database, researchPartnershipsReference(), units, bare, autumn);
    expect((await present(units)).filter((unit) => unit.founded_on !== null)).toEqual([]);
  });

  it("leaves the rows of others alone: the demonstration's, and one that somebody took over", async () => {
    const synthetic = `SELECT * FROM ${answers} WHERE origin = 'SYNTHETIC' ORDER BY position`;
    const before = await database.query(synthetic);
    expect(before.length).toBeGreaterThan(0);
    const [taken] = await database.query<Row>(
      `UPDATE ${answers} SET origin = 'SYNTHETIC', position = 9999, description = '{"fr":"repris"}'
       WHERE code = (SELECT min(code) FROM ${answers} WHERE origin = 'PUBLISHED') RETURNING *`,
    );
    await replant(database, userCommitteesReference(), answers, (rows) => rows, autumn);
    expect(await database.query(synthetic)).toEqual([...before, taken]);
    await replant(database, userCommitteesReference(), answers, () => [], autumn);
    expect(await database.query(synthetic)).toEqual([...before, taken]);
    await database.query(`DELETE FROM ${answers} WHERE position = 9999`);
  });
});
