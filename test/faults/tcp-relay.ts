import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import type { CommitWatch } from "./commit-watch.js";

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  /** What the server sent while answers are held. */
  readonly held: Buffer[];
}

/** Hands bytes on between programs and a server, until it is told to cut them off. */
export class TcpRelay {
  readonly #pairs = new Set<Pair>();
  readonly #listener = createServer((client) => this.#join(client));
  #areAnswersHeld = false;

  private constructor(
    private readonly portOfServer: () => number,
    private readonly watch: CommitWatch | null,
  ) {}

  /** Listens on a free loopback port; the server's own port may change from one connection to the next. */
  static async open(portOfServer: () => number, watch: CommitWatch | null = null): Promise<TcpRelay> {
    const relay = new TcpRelay(portOfServer, watch);
    await new Promise<void>((resolve) => relay.#listener.listen(0, "127.0.0.1", resolve));
    return relay;
  }

  get port(): number {
    return (this.#listener.address() as AddressInfo).port;
  }

  /** Cuts every connection at once; gives how many there were. */
  cut(): number {
    const cut = [...this.#pairs];
    for (const { client, server } of cut) {
      client.destroy();
      server.destroy();
    }
    return cut.length;
  }

  /** Keeps what the server says from now on. */
  holdAnswers(): void {
    this.#areAnswersHeld = true;
  }

  /** Says what was kept. */
  releaseAnswers(): void {
    this.#areAnswersHeld = false;
    for (const pair of this.#pairs) for (const chunk of pair.held.splice(0)) this.#answer(pair, chunk);
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.#listener.close(() => resolve()));
  }

  #join(client: Socket): void {
    const server = connect({ host: "127.0.0.1", port: this.portOfServer() });
    const pair: Pair = { client, server, held: [] };
    this.#pairs.add(pair);
    client.setNoDelay(true);
    server.setNoDelay(true);
    client.on("data", (chunk: Buffer) => {
      server.write(chunk);
      this.watch?.asked(client, chunk);
    });
    server.on("data", (chunk: Buffer) => {
      if (this.#areAnswersHeld) pair.held.push(chunk);
      else this.#answer(pair, chunk);
    });
    const end = (): void => {
      this.#pairs.delete(pair);
      this.watch?.ended(client);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) socket.on("error", end).on("close", end);
  }

  #answer({ client }: Pair, chunk: Buffer): void {
    this.watch?.answered(client, chunk);
    client.write(chunk);
  }
}
