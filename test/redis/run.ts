import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { Redis } from "ioredis";
import fastify, { type FastifyInstance } from "fastify";
import pino from "pino";
import { readEnvironment } from "../../subgraphs/index.js";
import { guardSettingsOf, guardVariables } from "../../gateway/guard/guard-settings.js";
import { memoryCounter } from "../../gateway/guard/rate/counter.js";
import { limitRates } from "../../gateway/guard/rate/rate-limits.js";
import { aFolder } from "../harness/folder.js";
import { freePort } from "../harness/free-port.js";
import { proveSharedChanges } from "./changes.js";
import { findRedis, RedisServer } from "./redis-server.js";

/** One hub's limits before an answer that is always the same. */
interface Limited {
  readonly app: FastifyInstance;
  readonly lines: { level: number; msg: string }[];
  ask(from: string): Promise<number>;
}

const limit = 20;

async function aLimitedHub(url: string): Promise<Limited> {
  const lines: Limited["lines"] = [];
  const log = pino(
    new Writable({
      write(line: Buffer, _, written) {
        lines.push(JSON.parse(line.toString()) as Limited["lines"][0]);
        written();
      },
    }),
  );
  const settings = guardSettingsOf({
    ...readEnvironment(guardVariables, {
      REDIS_URL: url,
      RATE_LIMIT_ADDRESS: String(limit),
      TRUST_PROXY: "1",
    }),
    OPERATION_TIMEOUT_SECONDS: 30,
  });
  const app = fastify({ trustProxy: settings.trustProxy });
  limitRates(app, settings, memoryCounter, log);
  app.get("/", async () => "");
  await app.ready();
  return {
    app,
    lines,
    ask: async (from) => (await app.inject({ url: "/", headers: { "x-forwarded-for": from } })).statusCode,
  };
}

const answeredOf = async (count: number, ask: () => Promise<number>): Promise<number> => {
  let answered = 0;
  for (let n = 0; n < count; n += 1) if ((await ask()) === 200) answered += 1;
  return answered;
};

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never: ${what}`);
}

let told = 0;
const holds = (what: string): void => void process.stdout.write(`ok ${(told += 1)} - ${what}\n`);

async function prove(redis: RedisServer): Promise<void> {
  await redis.start();
  const hubs = [await aLimitedHub(redis.url), await aLimitedHub(redis.url)] as const;
  const [one, other] = hubs;
  let turn = 0;
  const either = (from: string) => () => hubs[(turn += 1) % 2]!.ask(from);
  const messages = (): string[] => one.lines.map(({ msg }) => msg);
  try {
    const inRedis = new Redis(redis.url);
    await until(async () => {
      await Promise.all([one.ask("192.0.2.1"), other.ask("192.0.2.2")]);
      return (await inRedis.dbsize()) === 2;
    }, "two hubs that count in Redis");
    inRedis.disconnect();

    assert.equal(await answeredOf(2 * limit, either("203.0.113.1")), limit);
    holds("two hubs on one Redis let an address ask as often as the limit says, not twice as often");

    redis.freeze();
    const slowest = Math.max(
      ...(await Promise.all(
        Array.from({ length: 10 }, async () => {
          const startedAt = performance.now();
          assert.equal(await one.ask("203.0.113.2"), 200);
          return performance.now() - startedAt;
        }),
      )),
    );
    assert.ok(slowest < 2_000, `${slowest} ms`);
    assert.equal(await answeredOf(2 * limit, () => one.ask("203.0.113.2")), limit - 10);
    assert.equal(messages().filter((line) => line.includes("Redis is away")).length, 1);
    holds(
      "with a Redis that hangs nobody waits long, nobody is shut out, the limit stays, and the log says it once",
    );

    redis.thaw();
    await until(async () => messages().some((line) => line.includes("Redis is back")), "Redis back");
    await until(
      async () =>
        other.lines.every(({ msg }) => !msg.includes("away")) ||
        other.lines.some(({ msg }) => msg.includes("back")),
      "both back",
    );
    assert.equal(await answeredOf(2 * limit, either("203.0.113.3")), limit);
    holds("when Redis answers again the hubs share their counts again");

    await redis.stop();
    assert.equal(await answeredOf(2 * limit, () => one.ask("203.0.113.4")), limit);
    assert.equal(messages().filter((line) => line.includes("Redis is away")).length, 2);
    holds(
      "with a Redis that is gone each hub counts for itself, with the same limit, and the log says it once",
    );

    await redis.start();
    await until(
      async () => messages().filter((line) => line.includes("Redis is back")).length === 2,
      "back again",
    );
    holds("a Redis that is started anew is used again without a restart of the hub");
  } finally {
    await Promise.all(hubs.map(({ app }) => app.close()));
    redis.thaw();
    await redis.stop();
  }
  const late = await aLimitedHub(redis.url);
  try {
    assert.equal(await answeredOf(2 * limit, () => late.ask("203.0.113.5")), limit);
    await until(
      async () => late.lines.filter(({ msg }) => msg.includes("Redis is away")).length === 1,
      "one line about a Redis that was never there",
    );
    holds("a hub that is started before its Redis counts for itself");
    await redis.start();
    await proveSharedChanges(redis, holds, until);
  } finally {
    await redis.stop();
    await late.app.close();
  }
}

/** npm run test:redis */
async function main(): Promise<void> {
  const folder = await aFolder();
  try {
    const program = findRedis(folder.path);
    await prove(new RedisServer(program, await freePort()));
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    if (told === 0)
      process.stderr.write(
        "no Redis to test with: put redis-server into the PATH, or run where `apt-get download` works\n",
      );
  } finally {
    await folder.remove();
  }
}

await main();
