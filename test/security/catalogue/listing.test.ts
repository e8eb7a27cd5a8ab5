import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { subgraphs } from "../../../subgraphs/index.js";
import { prepareRoles } from "../../../subgraphs/shared/database-roles.js";
import { aDatabase, type TestDatabase } from "../../harness/database.js";
import { listingOf } from "./listing.js";

const file = join(process.cwd(), "test/security/catalogue/catalogue.txt");
const header = [
  "# Who may do what in PostgreSQL: read each changed line before it is committed.",
  "# Written by: WRITE_CATALOGUE=1 npm test -- test/security/catalogue/listing",
];

let database: TestDatabase;
let present: string[];
beforeAll(async () => {
  database = await aDatabase("none");
  // A copy of a template does not take over the rights on the database itself: the hub's own preparation sets them.
  await prepareRoles(database.address, subgraphs[0]!.schemas);
  present = await listingOf((sql) => database.query(sql));
  if (process.env.WRITE_CATALOGUE) await writeFile(file, [...header, ...present, ""].join("\n"));
});
afterAll(() => database.drop());

it("is, line by line, the catalogue that was reviewed", async () => {
  const reviewed = (await readFile(file, "utf8")).split("\n").filter((line) => line && !line.startsWith("#"));
  const known = new Set(reviewed);
  const found = new Set(present);
  expect({
    "in the database and not reviewed": present.filter((line) => !known.has(line)),
    "reviewed and no longer in the database": reviewed.filter((line) => !found.has(line)),
  }).toEqual({ "in the database and not reviewed": [], "reviewed and no longer in the database": [] });
});

it("turns red when a guard is taken away, and names the line", async () => {
  const without = async (sql: string): Promise<string[]> => {
    await database.query(sql);
    const found = new Set(await listingOf((select) => database.query(select)));
    return present.filter((line) => !found.has(line));
  };
  expect(await without("ALTER TABLE quality_indicators.submission NO FORCE ROW LEVEL SECURITY")).toEqual([
    expect.stringMatching(/^table quality_indicators\.submission FORCED/),
  ]);
  expect(await without("ALTER TABLE quality_indicators.audit_entry DISABLE TRIGGER evidence")).toContainEqual(
    expect.stringMatching(/^trigger quality_indicators\.audit_entry evidence/),
  );
  expect(await without("ALTER POLICY own_rows ON quality_indicators.submission USING (true)")).toContainEqual(
    expect.stringMatching(/^policy quality_indicators\.submission own_rows/),
  );
  expect(
    await without("GRANT UPDATE (establishment) ON quality_indicators.submission TO hub_steward"),
  ).toHaveLength(3);
});
