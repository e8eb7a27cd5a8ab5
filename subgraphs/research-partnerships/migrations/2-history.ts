import type { MigrationInterface, QueryRunner } from "typeorm";
import { historyOf, noHistoryOf, uniqueAtOnce, uniqueAtTheEnd } from "../../shared/history.js";
import { schemasOf } from "../../shared/subgraph.js";

const schemas = schemasOf("research-partnerships");
const tables = ["research_unit", "research_partnership", "research_partnership_establishment"];

// What no two rows share: the rank of a row, which moves when another is put before it.
const ranks = [
  ["research_unit", "position"],
  ["research_partnership_establishment", "partnership", "position"],
] as const;

/** Keeps what was known before of research units and partnerships. */
export class History implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "History1763760000050";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      ranks.map(([table, ...columns]) => uniqueAtTheEnd(schemas.published, table, ...columns)).join(""),
    );
    await runner.query(historyOf(schemas, tables));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(noHistoryOf(schemas, tables));
    await runner.query(
      ranks.map(([table, ...columns]) => uniqueAtOnce(schemas.published, table, ...columns)).join(""),
    );
  }
}
