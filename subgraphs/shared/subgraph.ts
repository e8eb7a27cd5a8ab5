import type { DailyTask } from "./daily-task.js";
import type { SubgraphSchemas } from "./database-roles.js";
import type { SubgraphSchema } from "./federation.js";
import type { MigrationClass } from "./migration/hub-migration.js";
import type { PublishedTables } from "./published-tables.js";
import type { SubgraphFiles } from "./subgraph-file.js";
import type { SubgraphName } from "./subgraph-name.js";

/** One subgraph: what it stores and what it answers. */
export interface Subgraph {
  readonly name: SubgraphName;
  readonly schemas: SubgraphSchemas;
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly MigrationClass[];
  /** What its graph tells from each table that it publishes. */
  readonly published: PublishedTables;
  /** What it does by itself once a day has ended. */
  readonly dailyTasks?: readonly DailyTask[];
  /** Answers for the files that it sends beside its graph; none unless given. */
  readonly files?: SubgraphFiles;
  /** Builds the schema; done once a process. */
  readonly build: () => SubgraphSchema;
}

/** The schema names of a subgraph: `user-committees` keeps its rows in user_committees and user_committees_published. */
export function schemasOf(name: SubgraphName, further: readonly string[] = []): SubgraphSchemas {
  const own = name.replaceAll("-", "_");
  return { own, published: `${own}_published`, further: further.map((suffix) => `${own}_${suffix}`) };
}
