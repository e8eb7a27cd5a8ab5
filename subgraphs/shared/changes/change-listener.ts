import { randomUUID } from "node:crypto";
import type pg from "pg";
import { type DatabaseAddress, urlOfRole } from "../database-address.js";
import { DatabaseClient } from "../database-client.js";
import { withPasswordInUse } from "../secrets/renewed-password.js";
import { changeChannel } from "./change-triggers.js";

/** Who is told what the listener hears. */
export interface ChangeEar {
  told(topic: string): void;
  /** Whether changes are told from now on. */
  stands(isSeeing: boolean): void;
}

const askAgainMs = 1_000;
// Between machines a connection may be gone without a word, and a pooler may take LISTEN and tell nothing: only a word of
// its own that comes back proves that others would.
const probeEveryMs = 5_000;
const longestProbeMs = 5_000;
const probe = "probe ";

// Anybody who can log in may send words on a channel; these have a form and a length, and cost a cache at most.
const isTopic = (word: string): boolean => /^[a-z_]{1,63}\.[a-z_*]{1,63}(@.{1,200})?$/.test(word);

/** Listens on a connection of its own, and connects again for as long as it is not stopped; gives what stops it. */
export function listenForChanges(address: DatabaseAddress, ear: ChangeEar): () => Promise<void> {
  let isStopped = false;
  let current: pg.Client | null = null;
  let wake: () => void = () => undefined;
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      setTimeout(resolve, ms).unref();
    });

  async function listenOnce(): Promise<void> {
    const client = await withPasswordInUse(address, () => connected(address));
    current = client;
    const gone = new Promise<void>((resolve) => client.once("end", resolve));
    let expected = "";
    let heard: () => void = () => undefined;
    client.on("notification", ({ payload = "" }) => {
      if (payload === expected) heard();
      else if (isTopic(payload)) ear.told(payload);
    });
    const proves = async (): Promise<boolean> => {
      expected = `${probe}${randomUUID()}`;
      const returned = new Promise<true>((resolve) => (heard = () => resolve(true)));
      const tooLate = new Promise<false>((resolve) => {
        setTimeout(resolve, longestProbeMs, false).unref();
      });
      const sent = client.query("SELECT pg_notify($1, $2)", [changeChannel, expected]);
      return Promise.race([returned, tooLate, gone.then(() => false), sent.then(() => returned)]);
    };
    try {
      await client.query(`LISTEN ${changeChannel}`);
      if (!(await proves()) || isStopped) return;
      ear.stands(true);
      do await Promise.race([pause(probeEveryMs), gone]);
      while (!isStopped && (await proves()));
    } finally {
      if (!isStopped) ear.stands(false);
      current = null;
      await ended(client);
    }
  }

  const listening = (async () => {
    while (!isStopped) {
      await listenOnce().catch(() => undefined);
      if (!isStopped) await pause(askAgainMs);
    }
  })();
  return async () => {
    isStopped = true;
    wake();
    if (current) await ended(current);
    await listening;
  };
}

async function connected(address: DatabaseAddress): Promise<pg.Client> {
  const client = new DatabaseClient({
    // The role that may do least: listening takes no right.
    connectionString: urlOfRole(address, "hub_public"),
    application_name: "carrefour changes",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  await client.connect();
  return client;
}

const longestEndMs = 1_000;

// A server that hangs answers no goodbye either.
const ended = (client: pg.Client): Promise<void> =>
  Promise.race([
    client.end().catch(() => undefined),
    new Promise<void>((resolve) => {
      setTimeout(() => {
        (client as unknown as { connection: pg.Connection }).connection.stream.destroy();
        resolve();
      }, longestEndMs).unref();
    }),
  ]);
