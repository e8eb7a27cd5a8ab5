import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

/** How a server ends. */
export interface DrainTimes {
  /** How long it still takes connections, so that whoever sends it requests learns that it is going. */
  readonly drainMs: number;
  /** How long what is under way may take after that; then its connections are cut. */
  readonly mostMs: number;
}

/** The end of a server, from the first word of it on. */
export interface Drain {
  readonly isDraining: boolean;
  /** Requests that are being answered. */
  readonly inFlight: number;
  /**
   * Goes on answering for a while, each connection for one last time, then takes no more, finishes what is under way
   * and closes. Gives how many answers were cut off. `atOnce` aborts every wait.
   */
  drain(times: DrainTimes, atOnce?: AbortSignal): Promise<{ readonly cutOff: number }>;
}

declare module "fastify" {
  interface FastifyInstance {
    /** The end of this server. */
    drain: Drain;
  }
}

/*
 *   drain() ── drainMs ──────────────────── close() ── at most mostMs ── end
 *   says « not ready »; takes connections   takes none; answers what came
 *   each answer ends its connection         then the rest is cut
 *
 * An answer that ends its connection is how HTTP/1.1 lets a client go without a loss (RFC 9112, s. 9.6): whoever sends on
 * a connection that the server just closed cannot know whether the request was read.
 */

/** Makes the end of a server gentle: `app.drain`. To be called before it listens. */
export function addDrain(app: FastifyInstance): void {
  const { server } = app;
  const answering = new Set<ServerResponse>();
  let isDraining = false;
  server.prependListener("request", (_, response: ServerResponse) => {
    if (isDraining) response.shouldKeepAlive = false;
    answering.add(response);
    response.once("close", () => answering.delete(response));
  });
  app.decorate("drain", {
    get isDraining() {
      return isDraining;
    },
    get inFlight() {
      return answering.size;
    },
    async drain({ drainMs, mostMs }, atOnce) {
      isDraining = true;
      for (const response of answering) response.shouldKeepAlive = false;
      await pause(drainMs, null, atOnce ? { signal: atOnce } : {}).catch(() => undefined);
      let cutOff = 0;
      const cut = (): void => {
        cutOff = answering.size;
        server.closeAllConnections();
      };
      const late = setTimeout(cut, mostMs);
      if (atOnce?.aborted) cut();
      else atOnce?.addEventListener("abort", cut);
      try {
        await app.close();
      } finally {
        clearTimeout(late);
        atOnce?.removeEventListener("abort", cut);
      }
      return { cutOff };
    },
  });
}
