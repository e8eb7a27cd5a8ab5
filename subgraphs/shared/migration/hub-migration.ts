import type { MigrationInterface } from "typeorm";

/** A migration that the version before survives, or that says which version does not: see subgraphs/MIGRATIONS.md. */
export interface HubMigration extends MigrationInterface {
  /** Takes away or narrows: a program that does not know the migration named here can serve no more. */
  readonly contracts?: string;
}

export type MigrationClass = new () => HubMigration;

/** The name that the database keeps of a migration. */
export const nameOf = (migration: MigrationClass): string => new migration().name ?? migration.name;

/** The names that a program must know to serve what these migrations leave. */
export const neededBy = (migrations: readonly MigrationClass[]): string[] => [
  ...new Set(migrations.flatMap((migration) => new migration().contracts ?? [])),
];
