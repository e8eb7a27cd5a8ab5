import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
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
  /** Waits for an answer of this server until it is sent: for each but those that were sent before anybody could wait. */
  follow(request: IncomingMessage, response: ServerResponse): void;
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
 *   drain() ── drainMs ──────────────────── close() ─── lookMs ─── lookMs ─── … at most mostMs ── end
 *   says « not ready »; takes connections   takes none; answers what came,    then the rest is cut
 *   each answer ends its connection         lets go of who asks nothing
 *
 * An answer that ends its connection is how HTTP/1.1 lets a client go without a loss (RFC 9112, s. 9.6): whoever sends on
 * a connection that the server just closed cannot know whether the request was read. Who asked nothing within drainMs and
 * asks at the very moment of the end has to ask again; that no server can spare its clients.
 */

// Who has connected sends at once: a connection that is silent for so long after the port closed has nothing to ask.
const lookMs = 100;

/** Makes the end of a server gentle: `app.drain`. To be called before it listens. */
export function addDrain(app: FastifyInstance): void {
  const { server } = app;
  // By connection: Node tells nothing of an answer that waits behind another when their connection ends.
  const answering = new Map<Socket, Set<ServerResponse>>();
  let isDraining = false;
  server.on("connection", (socket: Socket) => {
    answering.set(socket, new Set());
    socket.once("close", () => answering.delete(socket));
  });
  const follow: Drain["follow"] = ({ socket }, response) => {
    if (isDraining) response.shouldKeepAlive = false;
    const ofConnection = answering.get(socket);
    ofConnection?.add(response);
    response.once("close", () => ofConnection?.delete(response));
  };
  server.prependListener("request", follow);
  const answers = (): ServerResponse[] => [...answering.values()].flatMap((responses) => [...responses]);
  const begin = (): void => {
    isDraining = true;
    for (const response of answers()) response.shouldKeepAlive = false;
  };
  app.addHook("preClose", async () => {
    begin();
    // What came while this process was busy lies unread in the kernel, which would refuse it with the port.
    await nextTurn();
    letGoOfIdle(app, answering, answers);
  });
  app.decorate("drain", {
    get isDraining() {
      return isDraining;
    },
    get inFlight() {
      return answers().length;
    },
    follow,
    async drain({ drainMs, mostMs }, atOnce) {
      begin();
      await pause(drainMs, null, atOnce ? { signal: atOnce } : {}).catch(() => undefined);
      let cutOff = 0;
      const cut = (): void => {
        cutOff = answers().length;
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

/**
 * Has a server that closes end the connections that ask nothing, until it is closed. A half-sent request is none of
 * them. As it closes, Node by itself would cut what has arrived and is not yet read, and an answer of which a slow reader
 * has not yet taken the end; and it takes a connection on which nothing was sent yet for a busy one.
 */
function letGoOfIdle(
  { server }: FastifyInstance,
  open: ReadonlyMap<Socket, unknown>,
  answers: () => readonly ServerResponse[],
): void {
  const closeIdle = server.closeIdleConnections.bind(server);
  server.closeIdleConnections = () => undefined;
  const look = async (): Promise<void> => {
    // Timers come before what has arrived is read.
    await nextTurn();
    if (!answers().some((response) => response.writableEnded)) closeIdle();
    for (const socket of open.keys()) if (socket.bytesRead === 0) socket.destroy();
  };
  const looking = setInterval(() => void look(), lookMs);
  server.once("close", () => clearInterval(looking));
}
