import { getMetadataArgsStorage } from "typeorm";
import { type AskedFields, readWhenAsked, typeNameOf } from "./asked-fields.js";
import { SnakeCaseNaming } from "./naming.js";

export type EntityClass<Row extends object> = new () => Row;

/** How the rows of an entity's table are read, as arrays of columns. */
export interface RowMapping {
  readonly table: string;
  /** True when some columns are left out unless asked for; which ones, the parameter of `columns` then tells. */
  readonly isPartial: boolean;
  /** What to select; a statement stays one text, and is planned once, whatever is asked of it. */
  readonly columns: (parameter: string) => readonly string[];
  readonly reading: (asked: AskedFields | undefined) => Reading;
}

/** What is read of the rows for one operation. */
export interface Reading {
  /** The columns that are asked for, among those that may be left out: one bit each. */
  readonly asked: number;
  /** Makes an instance of the entity of the values of its columns. */
  readonly RowOf: new (values: readonly unknown[]) => object;
}

interface MappedColumn {
  readonly property: string;
  readonly column: string;
  /** The bit of a column that may be left out; 0 for one that is always read. */
  readonly bit: number;
}

const mappings = new WeakMap<object, RowMapping>();

/** The mapping of an entity that has a table. */
export function mappingOf(entity: EntityClass<object>): RowMapping {
  const known = mappings.get(entity);
  if (known) return known;
  const mapping = map(entity);
  mappings.set(entity, mapping);
  return mapping;
}

function map(entity: EntityClass<object>): RowMapping {
  const columns = columnsOf(entity);
  const [table] = getMetadataArgsStorage().filterTables(entity);
  if (!table) throw new Error(`${entity.name}: expected a class with @Entity`);
  const everything = columns.reduce((bits, { bit }) => bits | bit, 0);
  const readings = new Map<number, Reading>();
  const bitsOf = (asked: AskedFields | undefined): number => {
    if (!asked || everything === 0) return everything;
    const fields = asked.get(typeNameOf(entity));
    return columns.reduce((bits, { property, bit }) => (fields?.has(property) ? bits | bit : bits), 0);
  };
  const ofOperation = new WeakMap<AskedFields, Reading>();
  return {
    table: `${table.schema}.${table.name}`,
    isPartial: everything !== 0,
    columns: (parameter) =>
      columns.map(({ column, bit }) =>
        bit === 0
          ? `published."${column}"`
          : `CASE WHEN ${parameter}::integer & ${bit} <> 0 THEN published."${column}" END`,
      ),
    reading(asked) {
      const known = asked && ofOperation.get(asked);
      if (known) return known;
      const bits = bitsOf(asked);
      const reading = readings.get(bits) ?? { asked: bits, RowOf: rowClass(entity, columns, bits) };
      readings.set(bits, reading);
      if (asked) ofOperation.set(asked, reading);
      return reading;
    },
  };
}

const naming = new SnakeCaseNaming();

function columnsOf(entity: EntityClass<object>): MappedColumn[] {
  const partial = readWhenAsked(entity);
  let bit = 1;
  return getMetadataArgsStorage()
    .filterColumns(entity)
    .map(({ propertyName, options }) => ({
      property: propertyName,
      column: naming.columnName(propertyName, options.name),
      bit: partial.has(propertyName) ? (bit *= 2) / 2 : 0,
    }));
}

/** A class like the entity, made at once of an array; its code is written out, so that every row has the same shape. */
function rowClass(
  entity: EntityClass<object>,
  columns: readonly MappedColumn[],
  asked: number,
): Reading["RowOf"] {
  const isRead = ({ bit }: MappedColumn): boolean => bit === 0 || (bit & asked) !== 0;
  const body = columns.map((column, index) =>
    isRead(column) ? `this[${JSON.stringify(column.property)}] = values[${index}];` : "",
  );
  const RowOf = new Function("values", body.join("\n")) as unknown as Reading["RowOf"];
  RowOf.prototype = Object.create(entity.prototype as object);
  for (const { property } of columns.filter((column) => !isRead(column)))
    Object.defineProperty(RowOf.prototype, property, {
      get() {
        throw new Error(
          `${entity.name}.${property} is read when an operation asks for it, and this one does not`,
        );
      },
    });
  return RowOf;
}
