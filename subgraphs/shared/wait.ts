import type { ServerResponse } from "node:http";
import pg from "pg";

/** The wait of whoever asked for an answer. */
export interface Wait {
  /** Why nobody waits any more; null while somebody does. */
  readonly reason: Error | null;
  /** Has the end told, at once if it is past. What is told may have nothing left to do. */
  onEnd(tell: (reason: Error) => void): void;
}

/** Nobody waits for the answer: what would have been read is not read. PostgreSQL's word for it is query_canceled. */
export class NobodyWaits extends Error {
  readonly code = "57014";
}

/** The wait of whoever asked over HTTP: over when the connection ends before the answer. */
export const waitFor = (response: ServerResponse): Wait => new ConnectionWait(response);

// A class: what V8 makes for the getter of an object of its own holds the whole request until everything is collected.
class ConnectionWait implements Wait {
  #reason: Error | null = null;
  readonly #told: ((reason: Error) => void)[] = [];

  constructor(response: ServerResponse) {
    response.once("close", () => {
      if (!response.writableFinished) this.#end(new Error("the connection ended before the answer"));
    });
  }

  get reason(): Error | null {
    return this.#reason;
  }

  onEnd(tell: (reason: Error) => void): void {
    if (this.#reason) tell(this.#reason);
    else this.#told.push(tell);
  }

  #end(reason: Error): void {
    this.#reason = reason;
    for (const tell of this.#told.splice(0)) tell(reason);
  }
}

/**
 * Reads on a connection while somebody waits. When nobody does any more, PostgreSQL is told to stop, and the connection
 * is given up rather than used again: a cancellation that comes late finds no other statement on it.
 */
export async function whileWaited<Result>(
  client: pg.ClientBase,
  wait: Wait | undefined,
  read: () => Promise<Result>,
): Promise<Result> {
  if (!wait) return read();
  if (wait.reason) throw new NobodyWaits(wait.reason.message);
  let isReading = true;
  let isOver = false;
  wait.onEnd(() => {
    isOver = true;
    if (isReading) giveUp(client);
  });
  try {
    return await read();
  } catch (error) {
    throw isOver ? new NobodyWaits("nobody waits", { cause: error }) : error;
  } finally {
    isReading = false;
  }
}

/** What a connection of `pg` has that its types do not tell. */
interface Connected {
  readonly connection: pg.Connection;
  readonly processID: number;
  readonly secretKey: number;
  readonly host: string;
  readonly port: number;
  readonly ssl: pg.ConnectionConfig["ssl"];
}

interface Cancelling extends pg.Connection {
  connect(port: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processID: number, secretKey: number): void;
}

const longestCancellationMs = 5_000;

// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-CANCELING-REQUESTS
function giveUp(client: pg.ClientBase): void {
  const { connection, processID, secretKey, host, port, ssl } = client as unknown as Connected;
  connection.stream.destroy();
  const cancelling = new pg.Connection({ ...(ssl ? { ssl } : {}) }) as Cancelling;
  const cancel = (): void => cancelling.cancel(processID, secretKey);
  const end = setTimeout(() => cancelling.stream.destroy(), longestCancellationMs).unref();
  // Where no cancellation arrives, the time-out of the statement ends it.
  cancelling.on("error", () => undefined);
  cancelling.once("end", () => clearTimeout(end));
  cancelling.once("connect", () => (ssl ? cancelling.requestSsl() : cancel()));
  cancelling.once("sslconnect", cancel);
  if (host.startsWith("/")) cancelling.connect(`${host}/.s.PGSQL.${port}`);
  else cancelling.connect(port, host);
}
