import type { MigrationInterface, QueryRunner } from "typeorm";
import { historyOf, noHistoryOf } from "../../shared/history.js";
import { schemasOf } from "../../shared/subgraph.js";

const schemas = schemasOf("quality-indicators");
const tables = [
  "source",
  "indicator",
  "campaign",
  "contradiction",
  "published_figure",
  "recommendation",
  "instrument",
];

/** Keeps what was known before of the catalogue and what the documents print; observations have their vintages, which are a history already. */
export class History implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "History1763760000110";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(historyOf(schemas, tables));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(noHistoryOf(schemas, tables));
  }
}
