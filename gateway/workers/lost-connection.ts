import type { Worker } from "node:cluster";

/** What Node hands to a worker: an accepted connection, not yet a socket. */
const isConnection = (handed: unknown): handed is { close(): void } =>
  typeof handed === "object" && handed !== null && "close" in handed && typeof handed.close === "function";

/**
 * Gives what closes the connection that was on its way to a worker when the worker died. Node hands one at a time and
 * keeps it open until the worker says that it has it: of one that died it never hears, and the client would wait for an
 * answer for ever. Closed, it asks again. One that the worker had is closed here already, and closing again does nothing.
 */
export function lostConnectionOf({ process: child }: Worker): () => void {
  let last: { close(): void } | null = null;
  const send = child.send.bind(child) as (...values: unknown[]) => boolean;
  child.send = ((...values: unknown[]) => {
    if (isConnection(values[1])) last = values[1];
    return send(...values);
  }) as typeof child.send;
  return () => last?.close();
}
