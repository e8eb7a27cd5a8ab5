import type { MigrationInterface, QueryRunner } from "typeorm";
import {
  historyIsDatedAnytime,
  historyIsDatedNow,
  isWrittenAnytime,
  isWrittenNow,
  noServerClock,
  serverClock,
  type WrittenInstant,
} from "../../shared/server-clock.js";
import { schemasOf } from "../../shared/subgraph.js";

const schemas = schemasOf("establishments");
const repertoire = "establishments.added_resource";
const reuse = "establishments.resource_reuse";
const instants: readonly WrittenInstant[] = [
  { table: repertoire, column: "added_at", on: "INSERT" },
  { table: repertoire, column: "decided_at", on: "INSERT" },
  { table: repertoire, column: "decided_at", on: "UPDATE" },
  { table: repertoire, column: "withdrawn_at", on: "UPDATE" },
  { table: reuse, column: "told_at", on: "INSERT" },
  { table: reuse, column: "taken_back_at", on: "UPDATE" },
];

/** What the repertoire and its history tell of the time is the server's, and its functions are nobody's to call. */
export class Borders implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Borders1763760000120";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${serverClock(schemas, "hub_establishment", "hub_steward")}
      ${instants.map((instant) => isWrittenNow(schemas, instant)).join("")}
      ${historyIsDatedNow(schemas, "shared_resource")}
      REVOKE ALL ON FUNCTION establishments.guard_added_resource() FROM PUBLIC;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT EXECUTE ON FUNCTION establishments.guard_added_resource() TO PUBLIC;
      ${historyIsDatedAnytime(schemas, "shared_resource")}
      ${instants.map(isWrittenAnytime).join("")}
      ${noServerClock(schemas)}
    `);
  }
}
