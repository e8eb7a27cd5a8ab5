import type { EntityManager, EntityMetadata } from "typeorm";
import { asOfOf, readAsOf } from "./as-of.js";
import { endOfDayInToronto } from "./clock.js";
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
 * The rows of a published table at an instant (`$3`), as a source of FROM: versions that are still there, and former
 * ones that were there then. What it reads is what the table held, in the same columns.
 */
export function rowsKnownBefore(table: string, instant: string): string {
  const [schema, name] = table.split(".");
  return `(
    SELECT * FROM ${table} WHERE known_from < ${instant}
    UNION ALL
    SELECT version.* FROM ${schema}.former_row former
      CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, former.row) version
    WHERE former.relation = '${name}' AND former.known_from < ${instant} AND former.known_until >= ${instant})`;
}

/**
 * Reads published rows as instances of their entity, by SQL that follows `FROM <table> published`: the latest, or those
 * of the end of a day. It is the hot path of loaders, where TypeORM's query builder and hydration cost more than the
 * query.
 */
export async function publishedRows<Row extends object>(
  context: SubgraphContext,
  entity: EntityClass<Row>,
  sql: string,
  parameters: readonly unknown[],
  asOf?: string,
): Promise<Row[]> {
  const read = await publishedRowsWith(context, entity, [], sql, parameters, asOf);
  return read.map(({ row }) => row);
}

/** As `publishedRows`, with further columns (`expression AS name`) beside each row. */
export async function publishedRowsWith<Row extends object>(
  context: SubgraphContext,
  entity: EntityClass<Row>,
  further: readonly string[],
  sql: string,
  parameters: readonly unknown[],
  asOf?: string,
): Promise<{ row: Row; beside: Read }[]> {
  const manager = await context.database.published();
  const { table, columns, properties, prototype } = mappingOf(manager, entity);
  const source = sourceOf(table, parameters, asOf);
  const rows = (await manager.query(
    `SELECT ${[...columns, ...further].join(", ")} FROM ${source.sql} published ${sql}`,
    source.parameters,
  )) as Read[];
  return rows.map((read) => {
    const row = Object.create(prototype) as Read;
    for (const [property, column] of properties) row[property] = read[column];
    return { row: readAsOf(row as Row, asOf), beside: read };
  });
}

/** How many rows the table of an entity holds, or held at the end of a day. */
export async function countPublished(
  context: SubgraphContext,
  entity: EntityClass<object>,
  asOf?: string,
): Promise<number> {
  const manager = await context.database.published();
  const source = sourceOf(mappingOf(manager, entity).table, [], asOf);
  const [counted] = (await manager.query(
    `SELECT count(*)::integer AS total FROM ${source.sql} published`,
    source.parameters,
  )) as { total: number }[];
  return counted?.total ?? 0;
}

interface RowSource {
  readonly sql: string;
  readonly parameters: unknown[];
}

const sourceOf = (table: string, parameters: readonly unknown[], asOf: string | undefined): RowSource =>
  asOf === undefined
    ? { sql: table, parameters: [...parameters] }
    : {
        sql: rowsKnownBefore(table, `$${parameters.length + 1}`),
        parameters: [...parameters, endOfDayInToronto(asOf)],
      };

/** A row with some of its properties replaced; the row itself stays as it was read. */
export function rowWith<Row extends object>(row: Row, replaced: Partial<Row>): Row {
  const properties = Object.entries(replaced).map(([name, value]) => [name, { value, enumerable: true }]);
  return readAsOf(
    Object.create(row, Object.fromEntries(properties) as PropertyDescriptorMap) as Row,
    asOfOf(row),
  );
}
