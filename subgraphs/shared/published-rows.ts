import { asOfOf, readAsOf } from "./as-of.js";
import { endOfDayInToronto } from "./clock.js";
import type { SubgraphContext } from "./context.js";
import { type EntityClass, mappingOf } from "./row-mapping.js";

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

/** As `publishedRows`, with further expressions, whose values stand beside each row in their order. */
export async function publishedRowsWith<Row extends object>(
  context: SubgraphContext,
  entity: EntityClass<Row>,
  further: readonly string[],
  sql: string,
  parameters: readonly unknown[],
  asOf?: string,
): Promise<{ row: Row; beside: unknown[] }[]> {
  const { table, isPartial, columns, reading } = mappingOf(entity);
  const source = sourceOf(table, parameters, asOf);
  const { asked, RowOf } = reading(context.asked);
  const selected = [...columns(`$${source.parameters.length + 1}`), ...further].join(", ");
  const rows = await context.database.readPublishedRows(
    context,
    `SELECT ${selected} FROM ${source.sql} published ${sql}`,
    isPartial ? [...source.parameters, asked] : source.parameters,
  );
  return rows.map((read) => ({
    row: readAsOf(new RowOf(read) as Row, asOf),
    beside: further.length === 0 ? [] : read.slice(-further.length),
  }));
}

/** How many rows the table of an entity holds, or held at the end of a day. */
export async function countPublished(
  context: SubgraphContext,
  entity: EntityClass<object>,
  asOf?: string,
): Promise<number> {
  const source = sourceOf(mappingOf(entity).table, [], asOf);
  const [counted] = await context.database.readPublishedRows(
    context,
    `SELECT count(*)::integer FROM ${source.sql} published`,
    source.parameters,
  );
  return Number(counted?.[0] ?? 0);
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
