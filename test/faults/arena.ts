import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fillDatabase, suiteRoleSecret } from "../harness/database.js";
import { freePort } from "../harness/free-port.js";
import { aTokenIssuer } from "../harness/token-issuer.js";
import { openTestCampaign, type TestCampaign } from "../harness/test-campaign.js";
import { CommitWatch } from "./commit-watch.js";
import { beforeAnEarlyEnd } from "./early-end.js";
import { copyProgram, HubProgram, type Patch } from "./hub-program.js";
import { Ledger } from "./ledger.js";
import { PostgresServer } from "./postgres-server.js";
import { PushDoor } from "./push-door.js";
import type { SmallDisk } from "./small-disk.js";
import { TcpRelay } from "./tcp-relay.js";
import { officeCount, Writers } from "./writers.js";

/** Everything that takes part in one run: writers → relay → hub → relay → PostgreSQL on a small disk. */
export interface Arena {
  readonly hub: HubProgram;
  readonly server: PostgresServer;
  readonly disk: SmallDisk;
  readonly commits: CommitWatch;
  readonly towardsDatabase: TcpRelay;
  readonly towardsHub: TcpRelay;
  readonly ledger: Ledger;
  readonly campaign: TestCampaign;
  readonly door: PushDoor;
  /** Lets the sixteen begin. */
  startWriters(): Writers;
  close(): Promise<void>;
}

/** A data folder, filled once, that every run starts from a copy of. */
export interface Model {
  readonly folder: string;
  readonly campaign: TestCampaign;
}

/** Fills a new PostgreSQL with the demonstration and a campaign for the writers' offices. */
export async function makeModel(folder: string): Promise<Model> {
  await mkdir(folder);
  const server = new PostgresServer(folder);
  await server.start();
  try {
    await fillDatabase({ url: server.url, roleSecret: suiteRoleSecret }, "demo", new Date());
    return { folder, campaign: await openTestCampaign(server.url, officeCount) };
  } finally {
    await server.stop();
  }
}

export interface ArenaOptions {
  readonly patches?: readonly Patch[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly statements?: readonly string[];
}

/** Starts a run of its own in a folder: PostgreSQL, both relays and the hub. */
export async function openArena(
  folder: string,
  { folder: model, campaign }: Model,
  disk: SmallDisk,
  { patches = [], settings = {}, statements = [] }: ArenaOptions = {},
): Promise<Arena> {
  // Owners too: PostgreSQL does not run as root.
  execFileSync("cp", ["-a", `${model}/.`, disk.folder]);
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end();
    forget();
  };
  const forget = beforeAnEarlyEnd(close);
  try {
    const server = new PostgresServer(disk.folder);
    server.configure({ max_wal_size: "256MB", ...settings });
    closing.push(async () => {
      server.signal("SIGCONT");
      await server.stop();
    });
    await server.start();
    for (const statement of statements) await server.query(statement);
    const commits = new CommitWatch();
    const towardsDatabase = await TcpRelay.open(() => server.port, commits);
    closing.push(() => towardsDatabase.close());
    const issuer = await aTokenIssuer();
    closing.push(() => issuer.close());
    const url = new URL(server.url);
    url.port = String(towardsDatabase.port);
    const hub = new HubProgram(await copyProgram(join(folder, "program"), patches), await freePort(), {
      NODE_ENV: "production",
      DATABASE_URL: url.toString(),
      DATABASE_ROLE_SECRET: suiteRoleSecret,
      HUB_DATA_DIR: join(folder, "hub"),
      HUB_LOG: "file",
      OIDC_ISSUER: issuer.issuer,
    });
    const towardsHub = await TcpRelay.open(() => hub.port);
    closing.push(() => towardsHub.close());
    closing.push(async () => {
      hub.signal("SIGCONT");
      await hub.end("SIGKILL");
    });
    await hub.start();
    const ledger = new Ledger();
    const door = new PushDoor(() => `http://127.0.0.1:${towardsHub.port}`, campaign);
    const startWriters = (): Writers => new Writers(campaign, door, issuer, ledger);
    return {
      hub,
      server,
      disk,
      commits,
      towardsDatabase,
      towardsHub,
      ledger,
      campaign,
      door,
      startWriters,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Waits until something holds; false when it does not within the time. */
export async function until(holds: () => boolean | Promise<boolean>, mostMs: number): Promise<boolean> {
  const deadline = Date.now() + mostMs;
  while (!(await holds())) {
    if (Date.now() > deadline) return false;
    await pause(20);
  }
  return true;
}
