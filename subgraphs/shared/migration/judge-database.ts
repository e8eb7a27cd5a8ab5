import { DatabaseClient } from "../database-client.js";
import type { Subgraph } from "../subgraph.js";
import { type MigrationStanding, readStanding, refuseIfNarrowed } from "./standing.js";

/** How the migrations of a database stand to those of this program, by subgraph; with an address that may read all schemas. */
export async function standingsOf(
  url: string,
  subgraphs: readonly Subgraph[],
): Promise<Map<string, MigrationStanding>> {
  const client = new DatabaseClient({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const query = async <Row extends object>(sql: string): Promise<Row[]> =>
      (await client.query(sql)).rows as Row[];
    const standings = new Map<string, MigrationStanding>();
    for (const { name, schemas, migrations } of subgraphs)
      standings.set(name, await readStanding({ query }, schemas, migrations));
    return standings;
  } finally {
    await client.end();
  }
}

/** Throws DATABASE_AHEAD for a database that this program cannot serve. */
export async function refuseUnknownDatabase(url: string, subgraphs: readonly Subgraph[]): Promise<void> {
  for (const standing of (await standingsOf(url, subgraphs)).values()) refuseIfNarrowed(standing);
}
