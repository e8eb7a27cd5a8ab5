import type { TestDatabase } from "../harness/database.js";

export interface Condition {
  readonly column: string;
  readonly in?: readonly string[];
  readonly notIn?: readonly string[];
}
export interface Order {
  readonly column: string;
  readonly direction: "ASC" | "DESC";
}
export interface Variable {
  readonly column: string;
  readonly part: string;
  readonly codes: readonly string[];
}
export type CopiedRecord = Readonly<Record<string, string>>;

/** A release in memory, as one agreement sees it; what the hub answers of it is worked out here a second time. */
export class RecordCopy {
  private constructor(
    readonly variables: readonly Variable[],
    /** In the order of the agreement. */
    readonly records: readonly CopiedRecord[],
  ) {}

  static async of(database: TestDatabase, release: string, agreement: string): Promise<RecordCopy> {
    const [known] = await database.query<{
      columns: { column: string; part: string; codes: { code: string }[] }[];
    }>("SELECT columns FROM partners_release.release WHERE code = $1", [release]);
    const variables = known!.columns.map(({ column, part, codes }) => ({
      column,
      part,
      codes: codes.map(({ code }) => code),
    }));
    const snake = (column: string): string =>
      column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const records = await database.query<CopiedRecord>(
      `SELECT row_id AS "rowId", ${variables.map(({ column }) => `${snake(column)} AS "${column}"`).join(", ")}
       FROM partners_release.record WHERE release = $1 AND agreement = $2 ORDER BY position`,
      [release, agreement],
    );
    return new RecordCopy(variables, records);
  }

  /** The records that fulfil every condition, sorted; what is equal stays in the order of the agreement. */
  find(filter: readonly Condition[], sort: readonly Order[] = []): CopiedRecord[] {
    const found = this.records.filter((record) =>
      filter.every(
        ({ column, in: among, notIn }) =>
          (among?.includes(record[column]!) ?? true) && !notIn?.includes(record[column]!),
      ),
    );
    if (sort.length === 0) return found;
    return found.sort((left, right) => {
      for (const { column, direction } of sort) {
        const [a, b] = [left[column]!, right[column]!];
        if (a !== b) return a < b === (direction === "ASC") ? -1 : 1;
      }
      return 0;
    });
  }

  /** How many of them have each combination of values, in the order of the codes. */
  count(groupBy: readonly string[], filter: readonly Condition[]): { values: string[]; count: number }[] {
    const groups = new Map<string, { values: string[]; count: number }>();
    for (const record of this.find(filter)) {
      const values = groupBy.map((column) => record[column]!);
      const group = groups.get(values.join()) ?? { values, count: 0 };
      group.count += 1;
      groups.set(values.join(), group);
    }
    return [...groups.values()].sort((left, right) => {
      const at = left.values.findIndex((value, index) => value !== right.values[index]);
      return left.values[at]! < right.values[at]! ? -1 : 1;
    });
  }
}
