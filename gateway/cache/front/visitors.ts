import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { LRUCache } from "lru-cache";

/** What decides whose request it is, and whether it is let in: the connection, and what proxies say. */
interface Visitor {
  readonly host: string | undefined;
  readonly forwardedFor: string | string[] | undefined;
  readonly forwardedHost: string | string[] | undefined;
  /** What its requests are counted under. */
  readonly address: string;
}

// Behind a proxy every request of a connection may be another visitor's.
const mostKnown = 10_000;

/**
 * Who has come the long way before, so that the same need not be found out again. Another connection's address, another
 * host, another forwarded address: another visitor.
 */
export class Visitors {
  readonly #ofConnection = new WeakMap<Socket, Visitor>();
  readonly #known = new LRUCache<string, string>({ max: mostKnown });

  learn({ socket, headers }: IncomingMessage, address: string): void {
    this.#remember(socket, headers, address);
    this.#known.set(wordsOf(socket, headers), address);
  }

  /** What the requests of a visitor are counted under; null when it is not known. */
  addressOf({ socket, headers }: IncomingMessage): string | null {
    const visitor = this.#ofConnection.get(socket);
    if (
      visitor !== undefined &&
      visitor.host === headers.host &&
      visitor.forwardedFor === headers["x-forwarded-for"] &&
      visitor.forwardedHost === headers["x-forwarded-host"]
    )
      return visitor.address;
    const address = this.#known.get(wordsOf(socket, headers));
    if (address === undefined) return null;
    this.#remember(socket, headers, address);
    return address;
  }

  #remember(socket: Socket, headers: IncomingMessage["headers"], address: string): void {
    this.#ofConnection.set(socket, {
      host: headers.host,
      forwardedFor: headers["x-forwarded-for"],
      forwardedHost: headers["x-forwarded-host"],
      address,
    });
  }
}

const wordsOf = ({ remoteAddress }: Socket, headers: IncomingMessage["headers"]): string =>
  [remoteAddress, headers.host, headers["x-forwarded-for"], headers["x-forwarded-host"]].join("\n");
