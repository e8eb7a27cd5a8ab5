import { Agent, request } from "node:http";
import { Writable } from "node:stream";
import pino from "pino";
import { readConfig } from "../../gateway/config.js";
import { startHub } from "../../gateway/hub.js";
import { aDatabase, suiteRoleSecret, testDay } from "../harness/database.js";
import { aFolder } from "../harness/folder.js";
import { freePort } from "../harness/free-port.js";
import type { TurnedClock } from "../harness/turned-clock.js";

/** What came back from the authenticated door, and what the hub wrote of it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** The reason that the log names. */
  readonly reason: string | null;
}

/** The authenticated door of a real hub, whose issuer and clock a test holds. */
export interface GuardedDoor {
  readonly publicUrl: string;
  /** Everything that the hub has logged. */
  readonly log: readonly string[];
  /** Knocks with the given headers, in their order and as often as they are given. */
  knock(headers: readonly (readonly [string, string])[]): Promise<Answer>;
  knockWith(token: string): Promise<Answer>;
  close(): Promise<void>;
}

const question = JSON.stringify({ query: "{ me { audience subject establishment agreement scopes } }" });

/** Starts a hub that trusts the issuer, in production, and judges times by the clock. */
export async function aGuardedDoor(
  issuer: string,
  clock: TurnedClock,
  more: Record<string, string> = {},
): Promise<GuardedDoor> {
  const database = await aDatabase("reference");
  const folder = await aFolder();
  const port = await freePort();
  const publicUrl = "https://carrefour.exemple.ca";
  const log: string[] = [];
  const journal = new Writable({
    write(line: Buffer, _, written) {
      log.push(line.toString());
      written();
    },
  });
  const hub = await startHub({
    config: readConfig({
      NODE_ENV: "production",
      PORT: String(port),
      HUB_DATA_DIR: folder.path,
      HUB_PUBLIC_URL: publicUrl,
      DATABASE_URL: database.address.url,
      DATABASE_ROLE_SECRET: suiteRoleSecret,
      OIDC_ISSUER: issuer,
      ...more,
    }),
    databaseUrlOf: () => database.address.url,
    seed: async () => ({ isDemonstration: false }),
    log: pino({ level: "info" }, journal),
    clock: () => testDay,
    tokenClock: clock.read,
  });
  // A thousand knocks at once are a thousand requests, not a thousand connections.
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const knock = (headers: readonly (readonly [string, string])[]): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const before = log.length;
      const host = `127.0.0.1:${port}`;
      const sent = ["host", host, "content-type", "application/json", ...headers.flat()];
      request(
        `http://${host}/graphql/authenticated`,
        // An array keeps a header that is sent twice.
        { method: "POST", headers: sent as never, agent },
        (response) => {
          let body = "";
          response.setEncoding("utf8");
          response.on("data", (chunk: string) => (body += chunk));
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body,
              reason: reasonIn(log.slice(before)),
            }),
          );
        },
      )
        .on("error", reject)
        .end(question);
    });
  return {
    publicUrl,
    log,
    knock,
    knockWith: (token) => knock([["authorization", `Bearer ${token}`]]),
    async close() {
      agent.destroy();
      await hub.close();
      await folder.remove();
      await database.drop();
    },
  };
}

function reasonIn(lines: readonly string[]): string | null {
  const told = lines.map((line) => JSON.parse(line) as { door?: string; reason?: string });
  return told.find(({ door, reason }) => door === "authenticated" && reason)?.reason ?? null;
}
