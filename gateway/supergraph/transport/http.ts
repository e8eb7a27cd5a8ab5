import { type Dispatcher, Pool as HttpPool } from "undici";
import { NoAnswer } from "./no-answer.js";
import { readAnswer } from "./read-answer.js";
import type { SubgraphAnswer, Transport } from "./transport.js";
import type { Wait } from "./wait.js";
import { bodyWriter } from "./written-body.js";

// The server lets go of an idle connection after 65 s; ours goes first, so that none is written to as it closes.
const keepAliveMs = 30_000;
// Ten times every establishment of the country asked whole.
const mostAnswerBytes = 64_000_000;

export interface HttpOptions<Context> {
  readonly url: string;
  /** The most connections at a time. */
  readonly connections: number;
  /** How long a connection may take to stand. */
  readonly connectTimeoutMs: number;
  /** What one request carries beside its body. */
  readonly headersOf?: (body: string, context: Context) => Readonly<Record<string, string>>;
  readonly mostAnswerBytes?: number;
}

/** How the connections of a pool stand, and the requests on them. */
export interface HttpPoolState {
  readonly connected: number;
  readonly free: number;
  readonly running: number;
  /** Waiting for a connection. */
  readonly queued: number;
}

export interface HttpTransport<Context> extends Transport<Context> {
  pool(): HttpPoolState;
}

/**
 * Sends fetches to a subgraph over HTTP, by connections that are kept. It sets no time of its own but for connecting:
 * what ends the wait destroys the connection, by which the subgraph learns that nobody waits.
 */
export function httpTransport<Context>(options: HttpOptions<Context>): HttpTransport<Context> {
  const { headersOf, mostAnswerBytes: most = mostAnswerBytes } = options;
  const { origin, pathname, search } = new URL(options.url);
  const pool = new HttpPool(origin, {
    connections: options.connections,
    connect: { timeout: options.connectTimeoutMs },
    keepAliveTimeout: keepAliveMs,
    keepAliveMaxTimeout: keepAliveMs,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const bodyOf = bodyWriter();
  const sent = { origin, path: pathname + search, method: "POST" };
  return {
    async send(operation, context, wait) {
      if (wait?.reason) throw wait.reason;
      const body = bodyOf(operation);
      const headers = {
        "content-type": "application/json",
        accept: "application/graphql-response+json, application/json;q=0.9",
        ...headersOf?.(body, context),
      };
      return new Promise((resolve, reject) => {
        const exchange = new Exchange(resolve, reject, wait, most);
        wait?.onEnd((reason) => exchange.giveUp(reason));
        pool.dispatch({ ...sent, headers, body }, exchange);
      });
    },
    pool: () => pool.stats,
    close: () => pool.destroy(),
  };
}

type Controller = Dispatcher.DispatchController;

/** One request and what comes back: read whole, up to a size, redirects not followed. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #status = 0;
  #contentType = "";
  #hasBegun = false;
  #controller: Controller | null = null;

  constructor(
    private readonly resolve: (answer: SubgraphAnswer) => void,
    private readonly reject: (error: Error) => void,
    private readonly wait: Wait | undefined,
    private readonly mostBytes: number,
  ) {}

  giveUp(reason: Error): void {
    this.reject(reason);
    this.#controller?.abort(reason);
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller;
    // It waited for a connection longer than anybody waited for it.
    if (this.wait?.reason) controller.abort(this.wait.reason);
  }

  /** At the first byte, before undici knows the status. */
  onResponseStarted(): void {
    this.#hasBegun = true;
  }

  onResponseStart(
    _controller: Controller,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    this.#status = status;
    this.#contentType = String(headers["content-type"] ?? "");
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.mostBytes)
      controller.abort(
        new NoAnswer("unreadable", `the subgraph's answer has more than ${this.mostBytes} bytes`),
      );
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const [first] = this.#chunks;
    const whole = this.#chunks.length === 1 ? first! : Buffer.concat(this.#chunks);
    try {
      this.resolve(readAnswer(this.#status, this.#contentType, whole.toString()));
    } catch (error) {
      this.reject(error as Error);
    }
  }

  onResponseError(_controller: Controller, error: Error): void {
    if (error instanceof NoAnswer) return this.reject(error);
    const { code = error.name } = error as { code?: string };
    if (this.#hasBegun)
      return this.reject(new NoAnswer("cut-off", `the answer ended early (${code})`, { cause: error }));
    if (connectionCodes.has(code))
      return this.reject(new NoAnswer("unreachable", `no connection (${code})`, { cause: error }));
    this.reject(
      code === "UND_ERR_CONNECT_TIMEOUT"
        ? new NoAnswer("too-late", "no connection in time", { cause: error })
        : new NoAnswer("unreadable", `no answer (${code})`, { cause: error }),
    );
  }
}

const connectionCodes: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_SOCKET",
]);
