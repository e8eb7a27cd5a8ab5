import type { MigrationInterface, QueryRunner } from "typeorm";
import { historyOf, noHistoryOf } from "../../shared/history.js";
import { schemasOf } from "../../shared/subgraph.js";

const schemas = schemasOf("partners");
const tables = ["partner_concept", "glossary_term", "office_name_example"];

/** Keeps what was known before of the words of partnership. */
export class History implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "History1763760000050";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(historyOf(schemas, tables));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(noHistoryOf(schemas, tables));
  }
}
