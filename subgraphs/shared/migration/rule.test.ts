import { describe, expect, it } from "vitest";
import type { QueryRunner } from "typeorm";
import { subgraphs } from "../../index.js";
import { contractionsIn } from "./contraction.js";
import { type MigrationClass, nameOf } from "./hub-migration.js";
import { refuseIfNarrowed, standingOf } from "./standing.js";

// What was written before the rule ran on one hub at a time; the rule is for what comes after.
const lastBeforeTheRule = 1_763_760_000_139;

const timestampOf = (migration: MigrationClass): number => Number(/\d{13}$/.exec(nameOf(migration))?.[0]);

/** The statements that a migration sends, as far as it can be told without a database. */
async function statementsOf(migration: MigrationClass): Promise<string> {
  const sent: string[] = [];
  const runner = { query: async (sql: string) => (sent.push(sql), []) } as unknown as QueryRunner;
  await new migration().up(runner);
  return sent.join(";\n");
}

const all = subgraphs.flatMap(({ name, migrations }) =>
  migrations.map((migration) => [`${name} ${nameOf(migration)}`, migration] as const),
);
const judged = all.filter(([, migration]) => timestampOf(migration) > lastBeforeTheRule);

describe("a migration (subgraphs/MIGRATIONS.md)", () => {
  it.each(judged)("%s is survived by the version before, or says which it needs", async (_, migration) => {
    const narrowing = contractionsIn(await statementsOf(migration));
    if (new migration().contracts === undefined) expect(narrowing).toEqual([]);
  });

  it("that narrows names a migration that exists and came before it", () => {
    const timestamps = new Map(all.map(([, migration]) => [nameOf(migration), timestampOf(migration)]));
    for (const [, migration] of all) {
      const { contracts } = new migration();
      if (contracts !== undefined) expect(timestamps.get(contracts)).toBeLessThan(timestampOf(migration));
    }
  });

  it.each([
    ["ALTER TABLE a.b DROP COLUMN c", 1],
    ["DROP FUNCTION a.f()", 1],
    ["ALTER TABLE a.b RENAME c TO d", 1],
    ["ALTER TABLE a.b ALTER COLUMN c TYPE bigint", 1],
    ["ALTER TABLE a.b ALTER c SET NOT NULL", 1],
    ["ALTER TABLE a.b ADD COLUMN c text NOT NULL", 1],
    ["ALTER TABLE a.b ADD CONSTRAINT c CHECK (d > 0)", 1],
    ["CREATE UNIQUE INDEX ON a.b (c)", 1],
    ["REVOKE SELECT ON a.b FROM hub_steward", 1],
    ["ALTER TABLE a.b ADD COLUMN c text, ADD COLUMN d integer NOT NULL DEFAULT 0", 0],
    ["CREATE INDEX ON a.b (c); GRANT SELECT ON a.b TO hub_public -- not DROP TABLE a.b", 0],
    ["CREATE TABLE a.n (id int PRIMARY KEY); ALTER TABLE a.n ADD CONSTRAINT c UNIQUE (id)", 0],
    ["REVOKE ALL ON FUNCTION a.f() FROM PUBLIC", 0],
  ])("is read for what narrows: %s", (sql, count) => {
    expect(contractionsIn(sql)).toHaveLength(count);
  });
});

describe("a program on a database that another version upgraded", () => {
  const known = ["One1763760000001", "Two1763760000002"].map(
    (name) =>
      class {
        readonly name = name;
        up = async (): Promise<void> => undefined;
        down = async (): Promise<void> => undefined;
      },
  );
  const names = known.map(nameOf);

  it.each([
    ["serves what was only added to", [...names, "Three1763760000003"], [], false],
    [
      "serves what was narrowed to what it knows",
      [...names, "Three1763760000003"],
      ["Two1763760000002"],
      false,
    ],
    ["refuses what was narrowed past it", [...names, "Three1763760000003"], ["Three1763760000003"], true],
    ["refuses a database of another branch", ["One1763760000001", "Other1763760000009"], [], true],
    ["goes on to upgrade one that is behind", ["One1763760000001"], [], false],
  ])("%s", (_, applied, needs, isRefused) => {
    const judge = (): void => refuseIfNarrowed(standingOf(applied, needs, known));
    if (isRefused) expect(judge).toThrow(expect.objectContaining({ code: "DATABASE_AHEAD" }));
    else expect(judge).not.toThrow();
  });
});
