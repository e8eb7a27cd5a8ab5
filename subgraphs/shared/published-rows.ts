import type { EntityManager, EntityMetadata } from "typeorm";
import type { SubgraphContext } from "./context.js";

type EntityClass<Row extends object> = new () => Row;
type Read = Record<string, unknown>;

interface Mapping {
  readonly table: string;
  /** What to select: JSON as text, parsed only when a field asks for it. */
  readonly columns: readonly string[];
  readonly properties: readonly (readonly [property: string, column: string])[];
  readonly prototype: object;
}

const mappings = new WeakMap<EntityMetadata, Mapping>();

function mappingOf(manager: EntityManager, entity: EntityClass<object>): Mapping {
  const metadata = manager.connection.getMetadata(entity);
  const known = mappings.get(metadata);
  if (known) return known;
  const isJson = (type: unknown): boolean => type === "jsonb";
  const mapping: Mapping = {
    table: metadata.tablePath,
    columns: metadata.columns.map(({ databaseName: name, type }) =>
      isJson(type) ? `published."${name}"::text` : `published."${name}"`,
    ),
    properties: metadata.columns.map(({ propertyName, databaseName, type }) => [
      isJson(type) ? unparsed(propertyName) : propertyName,
      databaseName,
    ]),
    prototype: parsingWhenAsked(
      entity,
      metadata.columns.filter(({ type }) => isJson(type)).map(({ propertyName }) => propertyName),
    ),
  };
  mappings.set(metadata, mapping);
  return mapping;
}

const unparsed = (property: string): string => `${property} as text`;

/** The prototype of an entity whose JSON properties are parsed at their first reading; most answers read few of them. */
function parsingWhenAsked(entity: EntityClass<object>, properties: readonly string[]): object {
  const prototype: object = Object.create(entity.prototype as object);
  for (const property of properties) {
    Object.defineProperty(prototype, property, {
      get(this: Read) {
        const text = this[unparsed(property)];
        const value: unknown = typeof text === "string" ? JSON.parse(text) : null;
        Object.defineProperty(this, property, { value });
        return value;
      },
    });
  }
  return prototype;
}

/**
 * Reads published rows as instances of their entity, by SQL that follows `FROM <table> published`: the hot path of
 * loaders, where TypeORM's query builder and hydration cost more than the query.
 */
export async function publishedRows<Row extends object>(
  context: SubgraphContext,
  entity: EntityClass<Row>,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const read = await publishedRowsWith(context, entity, [], sql, parameters);
  return read.map(({ row }) => row);
}

/** As `publishedRows`, with further columns (`expression AS name`) beside each row. */
export async function publishedRowsWith<Row extends object>(
  context: SubgraphContext,
  entity: EntityClass<Row>,
  further: readonly string[],
  sql: string,
  parameters: readonly unknown[],
): Promise<{ row: Row; beside: Read }[]> {
  const manager = await context.database.published();
  const { table, columns, properties, prototype } = mappingOf(manager, entity);
  const rows = (await manager.query(
    `SELECT ${[...columns, ...further].join(", ")} FROM ${table} published ${sql}`,
    [...parameters],
  )) as Read[];
  return rows.map((read) => {
    const row = Object.create(prototype) as Read;
    for (const [property, column] of properties) row[property] = read[column];
    return { row: row as Row, beside: read };
  });
}
