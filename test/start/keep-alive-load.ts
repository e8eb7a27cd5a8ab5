import { Agent, request } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";

/** What became of the requests of a load. */
export interface LoadResult {
  /** Answered whole, with success. */
  readonly answered: number;
  /** Everything else: refused, cut off, another status. */
  readonly dropped: readonly string[];
}

/** A load that runs until it is stopped. */
export interface RunningLoad {
  /** Requests answered so far. */
  answered(): number;
  stop(): Promise<LoadResult>;
  /** Opens no connection any more, as a balancer does that turns elsewhere; ends when the server closed every one. */
  turnElsewhere(): Promise<LoadResult>;
}

export interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  readonly query: string;
  /** Of every request, beside its type. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Why an answer is not a good one, on its connection; null when it is. */
  readonly faultOf?: (body: string, connection: number) => string | null;
}

/** Asks again and again on connections that are kept, as a proxy before the hub does, and counts what is lost. */
export function keepAliveLoad(options: LoadOptions): RunningLoad {
  const { connections, faultOf = () => null } = options;
  const dropped: string[] = [];
  let answered = 0;
  let isRunning = true;
  let mayConnect = true;

  /** One connection, and the next one when it was closed. */
  async function ask(connection: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (isRunning) {
      // A connection that can serve again is known as such a turn after its answer.
      await nextTurn();
      if (!mayConnect && Object.keys(agent.freeSockets).length === 0) break;
      const fault = await asked(agent, options, (body) => faultOf(body, connection));
      if (fault === null) answered += 1;
      else dropped.push(fault);
    }
    agent.destroy();
  }

  const loops = Array.from({ length: connections }, (_, connection) => ask(connection));
  const ended = async (): Promise<LoadResult> => {
    await Promise.all(loops);
    return { answered, dropped };
  };
  return {
    answered: () => answered,
    stop() {
      isRunning = false;
      return ended();
    },
    turnElsewhere() {
      mayConnect = false;
      return ended();
    },
  };
}

/** Asks once; gives why the answer is lost, null when it is not. */
const asked = (
  agent: Agent,
  { url, query, headers }: LoadOptions,
  faultOf: (body: string) => string | null,
): Promise<string | null> =>
  new Promise((resolve) => {
    const sent = { agent, method: "POST", headers: { "content-type": "application/json", ...headers } };
    const asking = request(url, sent, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("aborted", () => resolve("cut off"));
      response.once("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve(
          response.statusCode === 200 ? faultOf(text) : `${response.statusCode}: ${text.slice(0, 200)}`,
        );
      });
    });
    asking.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    asking.end(JSON.stringify({ query }));
  });
