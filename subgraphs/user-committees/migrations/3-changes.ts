import type { MigrationInterface, QueryRunner } from "typeorm";
import {
  noTellingOf,
  noTellingOfHistory,
  tellsChanges,
  tellsHistory,
  type ToldTables,
} from "../../shared/changes/change-triggers.js";
import { schemasOf } from "../../shared/subgraph.js";

const schemas = schemasOf("user-committees");
const tables: ToldTables = {
  whole: [
    "collaboration",
    "collaboration_intensity",
    "collaboration_type",
    "committee_kind",
    "posture",
    "user_committee",
  ],
};

/** Every change of what is published of the committees is told, so that nothing keeps what it said before. */
export class Changes implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Changes1763760000140";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tellsChanges(schemas, tables));
    await runner.query(tellsHistory(schemas));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(noTellingOfHistory(schemas));
    await runner.query(noTellingOf(schemas, tables));
  }
}
