import type { EntityManager, EntityMetadata } from "typeorm";
import type { SubgraphContext } from "./context.js";

type EntityClass<Row extends object> = new () => Row;

interface Mapping {
  readonly table: string;
  readonly properties: readonly (readonly [property: string, column: string])[];
}

const mappings = new WeakMap<EntityMetadata, Mapping>();

function mappingOf(manager: EntityManager, entity: EntityClass<object>): Mapping {
  const metadata = manager.connection.getMetadata(entity);
  const known = mappings.get(metadata);
  if (known) return known;
  const mapping: Mapping = {
    table: metadata.tablePath,
    properties: metadata.columns.map((column) => [column.propertyName, column.databaseName]),
  };
  mappings.set(metadata, mapping);
  return mapping;
}

/**
 * Reads published rows as instances of their entity, by SQL that follows `SELECT * FROM <table>`: the hot path of
 * loaders, where TypeORM's query builder and hydration cost more than the query.
 */
export async function publishedRows<Row extends object>(
  context: SubgraphContext,
  entity: EntityClass<Row>,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const manager = await context.database.published();
  const { table } = mappingOf(manager, entity);
  const rows = (await manager.query(`SELECT * FROM ${table} ${sql}`, [...parameters])) as Record<
    string,
    unknown
  >[];
  return rows.map(rowAs(manager, entity));
}

/** Turns a row of the database into an instance of its entity. */
export function rowAs<Row extends object>(
  manager: EntityManager,
  entity: EntityClass<Row>,
): (row: Record<string, unknown>) => Row {
  const { properties } = mappingOf(manager, entity);
  return (row) => {
    const instance = new entity() as Record<string, unknown>;
    for (const [property, column] of properties) instance[property] = row[column];
    return instance as Row;
  };
}
