import pg from "pg";
import { prepareValue } from "pg/lib/utils.js";
import { nameOf } from "./prepared-statements.js";

/** A connection as `pg` writes to it; its types tell of an older one. */
interface Sending extends Pick<pg.Connection, "sync"> {
  readonly parsedStatements: Readonly<Record<string, string | undefined>>;
  parse(statement: { readonly name: string; readonly text: string }): void;
  bind(values: {
    readonly statement: string;
    readonly values: readonly unknown[];
    readonly valueMapper: (value: unknown) => unknown;
  }): void;
  describe(what: { readonly type: "P" }): void;
  execute(): void;
}

/** A column of which PostgreSQL's text is not the value. */
interface Converted {
  readonly index: number;
  readonly valueOf: (text: string) => unknown;
}

// Each connection has its statements prepared for itself. PostgreSQL refuses to run one whose columns have changed since.
const described = new WeakMap<pg.Connection, Map<string, readonly Converted[]>>();

// What `pg` has the values of types unknown to it be: their text.
const asIs = pg.types.getTypeParser(pg.types.builtins.TEXT, "text");

/**
 * A statement whose rows are the values of their columns in order, as `pg` takes statements of others' making. What its
 * columns are is asked once a connection. Told again in the answer to each run, they are read again each time: of a cold
 * portal query that was a fiftieth of its CPU, beside what it costs PostgreSQL to tell them.
 */
export class RowsStatement implements pg.Submittable {
  readonly name: string;
  /** Told the rows, or why there are none. */
  callback: ((error: Error | null, rows?: unknown[][]) => void) | null = null;
  readonly #rows: unknown[][] = [];
  #columns: readonly Converted[] | undefined;
  #connection: pg.Connection | null = null;
  #failure: Error | null = null;

  constructor(
    readonly text: string,
    private readonly values: readonly unknown[],
  ) {
    this.name = nameOf(text) ?? "";
  }

  submit(given: pg.Connection): Error | null {
    const connection = given as unknown as Sending;
    const { name, text, values } = this;
    const isPrepared = name !== "" && connection.parsedStatements[name] !== undefined;
    this.#connection = given;
    if (isPrepared) this.#columns = described.get(given)?.get(name);
    else connection.parse({ name, text });
    connection.bind({ statement: name, values, valueMapper: prepareValue });
    if (this.#columns === undefined) connection.describe({ type: "P" });
    connection.execute();
    connection.sync();
    return null;
  }

  handleRowDescription({ fields }: { readonly fields: readonly { readonly dataTypeID: number }[] }): void {
    const parsers = fields.map(({ dataTypeID }) => pg.types.getTypeParser(dataTypeID, "text"));
    const columns = parsers.flatMap((valueOf, index) => (valueOf === asIs ? [] : [{ index, valueOf }]));
    this.#columns = columns;
    if (this.name === "" || !this.#connection) return;
    let known = described.get(this.#connection);
    if (!known) described.set(this.#connection, (known = new Map()));
    known.set(this.name, columns);
  }

  handleDataRow({ fields }: { readonly fields: unknown[] }): void {
    try {
      for (const { index, valueOf } of this.#columns ?? []) {
        const text = fields[index];
        if (text !== null) fields[index] = valueOf(text as string);
      }
      this.#rows.push(fields);
    } catch (error) {
      // Thrown into the connection, it would end the process.
      this.#failure ??= error as Error;
    }
  }

  handleCommandComplete(): void {}

  handleEmptyQuery(): void {}

  handleError(error: Error): void {
    this.callback?.(error);
  }

  handleReadyForQuery(): void {
    if (this.#failure) this.callback?.(this.#failure);
    else this.callback?.(null, this.#rows);
  }
}

/** The rows of a statement on a connection. */
export async function rowsOn(
  client: pg.ClientBase,
  text: string,
  values: readonly unknown[],
): Promise<unknown[][]> {
  try {
    return await new Promise((resolve, reject) => {
      const told = (error: Error | null, rows?: unknown[][]): void =>
        error ? reject(error) : resolve(rows ?? []);
      (client.query as (statement: RowsStatement, told: unknown) => void)(
        new RowsStatement(text, values),
        told,
      );
    });
  } catch (error) {
    // It was made where the connection is read: who asked is told instead.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}
