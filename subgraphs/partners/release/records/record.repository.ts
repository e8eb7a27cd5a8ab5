import type { EntityManager } from "typeorm";
import { PartnerRecord } from "../partner-record.entity.js";
import type { RecordFilter, RecordSort } from "./record-question.js";
import { SortDirection } from "./record-question.input.js";

/** The records of a release, as one agreement sees it, that fulfil every condition. */
export interface AskedRecords {
  readonly release: string;
  readonly agreement: string;
  readonly filter: RecordFilter;
}

/** How many records there are, exactly. */
export async function countRecords(manager: EntityManager, asked: AskedRecords): Promise<number> {
  const question = new Question(manager, asked);
  const [row] = (await manager.query(
    `SELECT count(*)::integer AS count FROM partners_release.record WHERE ${question.condition}`,
    question.values,
  )) as { count: number }[];
  return row?.count ?? 0;
}

/** A page: what of each record is told, in which order, after which position. */
export interface AskedPage {
  readonly columns: readonly string[];
  readonly sort: RecordSort;
  /** The position of the record before the page; 0 for the first page. */
  readonly after: number;
  readonly limit: number;
}

/** One page of records, with the given columns alone; the position of each is the last thing that it is sorted by. */
export const findRecords = (
  manager: EntityManager,
  asked: AskedRecords,
  { columns, sort, after, limit }: AskedPage,
): Promise<PartnerRecord[]> => {
  const question = new Question(manager, asked);
  const told = columns.map((column) => `${question.column(column)} AS "${column}"`);
  const keys = sort.map(({ column, direction }) => ({ value: question.sorted(column), direction }));
  const order = keys.map(({ value, direction }) => `${value} ${direction}`);
  const follows = after === 0 ? "" : `AND ${question.follows(keys, after)}`;
  return manager.query(
    `SELECT row_id AS "rowId", ${[...told, "position"].join(", ")} FROM partners_release.record
     WHERE ${question.condition} ${follows}
     ORDER BY ${[...order, "position"].join(", ")} LIMIT ${question.value(limit)}`,
    question.values,
  );
};

/** How many records have each combination of values that occurs; at most `limit` combinations, in order of their codes. */
export const countGroups = (
  manager: EntityManager,
  asked: AskedRecords,
  groupBy: readonly string[],
  limit: number,
): Promise<{ values: (string | null)[]; count: number }[]> => {
  const question = new Question(manager, asked);
  const columns = groupBy.map((column) => question.column(column));
  const order = columns.map((column) => `${column} COLLATE "C" NULLS FIRST`);
  return manager.query(
    `SELECT ARRAY[${columns.join(", ")}] AS values, count(*)::integer AS count FROM partners_release.record
     WHERE ${question.condition}
     GROUP BY ${columns.join(", ")} ORDER BY ${order.join(", ")} LIMIT ${question.value(limit)}`,
    question.values,
  );
};

/** The text of a statement and its values. Nothing that a caller wrote is ever in the text. */
class Question {
  readonly values: unknown[] = [];
  /** The records that are asked for. */
  readonly condition: string;

  constructor(
    private readonly manager: EntityManager,
    { release, agreement, filter }: AskedRecords,
  ) {
    const records = `release = ${this.value(release)} AND agreement = ${this.value(agreement)}`;
    const conditions = filter.map(({ column, kind, codes }) =>
      kind === "in"
        ? `${this.column(column)} = ANY (${this.value(codes)}::text[])`
        : `(${this.column(column)} <> ALL (${this.value(codes)}::text[])) IS NOT FALSE`,
    );
    this.condition = [records, ...conditions].join(" AND ");
  }

  value(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  /** The name in the table of a variable, from the entity that maps it; throws for anything else. */
  column(variable: string): string {
    const { connection } = this.manager;
    const found = connection.getMetadata(PartnerRecord).findColumnWithPropertyName(variable);
    if (!found) throw new Error(`partners_release.record: no column of the variable ${variable}`);
    return connection.driver.escape(found.databaseName);
  }

  // A record without a value comes first: a NULL would be neither before nor after the others.
  sorted(variable: string): string {
    return `COALESCE(${this.column(variable)}, '') COLLATE "C"`;
  }

  // (a, b, position) after (a₀, b₀, position₀): a after a₀, or a = a₀ and (b after b₀, or b = b₀ and position > position₀).
  follows(keys: readonly { value: string; direction: SortDirection }[], position: number): string {
    const at = this.value(position);
    const there = (value: string): string =>
      `(SELECT ${value} FROM partners_release.record WHERE release = $1 AND agreement = $2 AND position = ${at})`;
    return keys.reduceRight(
      (later, { value, direction }) =>
        `(${value} ${direction === SortDirection.ASC ? ">" : "<"} ${there(value)} OR (${value} = ${there(value)} AND ${later}))`,
      `position > ${at}`,
    );
  }
}
