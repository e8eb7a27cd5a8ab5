import type { MigrationInterface } from "typeorm";
import type { SubgraphSchemas } from "./database-roles.js";
import type { SubgraphSchema } from "./federation.js";

/** The five subgraphs, by the name that schemas, variables and containers use. */
export const subgraphNames = [
  "establishments",
  "partners",
  "user-committees",
  "research-partnerships",
  "quality-indicators",
] as const;
export type SubgraphName = (typeof subgraphNames)[number];

/** One subgraph: what it stores and what it answers. */
export interface Subgraph {
  readonly name: SubgraphName;
  readonly schemas: SubgraphSchemas;
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Builds the schema; done once a process. */
  readonly build: () => SubgraphSchema;
}

/** The schema names of a subgraph: `user-committees` keeps its rows in user_committees and user_committees_published. */
export function schemasOf(name: SubgraphName, further: readonly string[] = []): SubgraphSchemas {
  const own = name.replaceAll("-", "_");
  return { own, published: `${own}_published`, further: further.map((suffix) => `${own}_${suffix}`) };
}
