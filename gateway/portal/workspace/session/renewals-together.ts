import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Redis } from "ioredis";

/** What several processes know of a renewal that is under way or done, by a key that tells nothing of its token. */
export interface RenewalsTogether {
  /** True for the first who asks: it renews, and the others wait for what it puts. */
  claim(key: string): Promise<boolean>;
  put(key: string, outcome: string): Promise<void>;
  get(key: string): Promise<string | null>;
  /** Lets another try: the renewal came to nothing. */
  release(key: string): Promise<void>;
  close(): void;
}

/** For how long an outcome is told; longer than a request that still has the former cookie can take. */
export const toldForMs = 2 * 60_000;

/** Where the processes of a hub agree on renewals: in Redis where gateways share one, else in the data folder of workers. */
export function renewalsTogetherOf({
  guard,
  workers,
  dataDir,
}: {
  readonly guard: { readonly redisUrl: string | null };
  readonly workers: number;
  readonly dataDir: string;
}): RenewalsTogether | null {
  if (guard.redisUrl !== null) return renewalsInRedis(guard.redisUrl);
  return workers > 1 ? renewalsInFolder(join(dataDir, "portal-renewals")) : null;
}

/** Between the workers of one machine: files of the data folder, which let only one of them begin. */
export function renewalsInFolder(folder: string): RenewalsTogether {
  const fileOf = (key: string): string => join(folder, key);
  let sweptAt = 0;
  async function sweep(): Promise<void> {
    if (Date.now() - sweptAt < toldForMs) return;
    sweptAt = Date.now();
    for (const name of await readdir(folder)) {
      const written = await stat(fileOf(name)).catch(() => null);
      if (written && Date.now() - written.mtimeMs > toldForMs) await rm(fileOf(name), { force: true });
    }
  }
  return {
    async claim(key) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await sweep();
      try {
        await writeFile(`${fileOf(key)}.claim`, "", { flag: "wx", mode: 0o600 });
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        return false;
      }
    },
    async put(key, outcome) {
      const written = `${fileOf(key)}.${randomBytes(6).toString("hex")}`;
      await writeFile(written, outcome, { mode: 0o600, flag: "wx" });
      await rename(written, fileOf(key));
    },
    get: (key) => readFile(fileOf(key), "utf8").catch(() => null),
    release: (key) => rm(`${fileOf(key)}.claim`, { force: true }),
    close: () => undefined,
  };
}

// A page waits no longer for Redis than this; without it the process renews by itself.
const longestAnswerMs = 500;

/** Between gateways: through the Redis that they count requests in. */
export function renewalsInRedis(url: string): RenewalsTogether {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: longestAnswerMs,
    connectTimeout: 2_000,
    retryStrategy: () => 1_000,
  });
  // Without a listener a lost connection would end the process; the counts of requests tell of it in the log.
  redis.on("error", () => undefined);
  const nameOf = (key: string): string => `carrefour:renewal:${key}`;
  return {
    claim: async (key) => (await redis.set(`${nameOf(key)}:claim`, "", "PX", toldForMs, "NX")) === "OK",
    put: async (key, outcome) => void (await redis.set(nameOf(key), outcome, "PX", toldForMs)),
    get: (key) => redis.get(nameOf(key)),
    release: async (key) => void (await redis.del(`${nameOf(key)}:claim`)),
    close: () => redis.disconnect(),
  };
}
