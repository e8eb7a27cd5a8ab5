import { httpTransport } from "./http.js";
import { inTime } from "./in-time.js";
import { retried } from "./retry.js";
import type { Transport } from "./transport.js";

const timeoutMs = 30_000;

/** The way to a subgraph of anybody's: no hop, no token, a time-out, one more try where it was not reached. */
export const plainHttpTransport = (url: string): Transport =>
  inTime(retried(httpTransport<unknown>({ url, connections: 64, connectTimeoutMs: timeoutMs })), {
    queryTimeoutMs: timeoutMs,
    operationTimeoutMs: timeoutMs,
    startedAt: () => performance.now(),
  });
