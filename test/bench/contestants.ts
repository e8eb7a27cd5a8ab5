import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedDatabase, subgraphNames, variableOf } from "../../subgraphs/index.js";
import { fillDatabase, suiteRoleSecret } from "../harness/database.js";
import { aFolder } from "../harness/folder.js";
import { hubFlags } from "../harness/hub-flags.js";
import { pin } from "./measure.js";

/** The core that every process of a contestant shares; load and PostgreSQL have the other. */
export const contestantCore = 0;
const loadCore = 1;

/** A gateway that answers, with every process it needs. */
export interface Contestant {
  readonly url: string;
  readonly processIds: readonly number[];
  stop(): Promise<void>;
}

/** A database seeded with the demonstration data, and a place for files. */
export interface Ground {
  readonly databaseUrl: string;
  readonly dataDir: string;
  clear(): Promise<void>;
}

/** Starts PostgreSQL on the load's core and fills it. */
export async function prepareGround(): Promise<Ground> {
  pin(process.pid, loadCore);
  const folder = await aFolder();
  const dataDir = folder.path;
  const database = await startEmbeddedDatabase({ dataDir });
  await fillDatabase({ url: database.url, roleSecret: suiteRoleSecret }, "demo", new Date());
  return {
    databaseUrl: database.url,
    dataDir,
    async clear() {
      await database.stop();
      await folder.remove();
    },
  };
}

/** What a hub in production is told. */
export const environmentOf = (
  { databaseUrl, dataDir }: Ground,
  more: Record<string, string>,
): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  NODE_ENV: "production",
  DATABASE_URL: databaseUrl,
  DATABASE_ROLE_SECRET: suiteRoleSecret,
  HUB_DATA_DIR: join(dataDir, "hub"),
  HUB_LOG: "file",
  OIDC_ISSUER: "http://127.0.0.1:9/oidc",
  APOLLO_TELEMETRY_DISABLED: "1",
  OPERATIONS_PORT: "off",
  DRAIN_SECONDS: "0",
  ...more,
});

/** Runs one of our compiled programs on the contestants' core. */
export const runPinned = (
  script: string,
  values: string[],
  environment: NodeJS.ProcessEnv,
  flags: readonly string[] = [],
): ChildProcess =>
  spawn("taskset", ["-c", String(contestantCore), process.execPath, ...flags, script, ...values], {
    env: environment,
    stdio: ["ignore", "ignore", "inherit"],
  });

/** Waits until an address answers with success. */
export async function untilAnswers(url: string, mostSeconds = 60): Promise<void> {
  const deadline = performance.now() + mostSeconds * 1_000;
  while (performance.now() < deadline) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${url} did not answer within ${mostSeconds} s`);
}

/** Ends a program and waits for it. */
export const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });

/** Waits for programs to be there; ends those that were started when they do not come, so that no bench waits for them. */
async function orEnd<Result>(children: readonly ChildProcess[], coming: Promise<Result>): Promise<Result> {
  try {
    return await coming;
  } catch (error) {
    await Promise.all(children.map(end));
    throw error;
  }
}

/** The hub with its subgraphs in process. */
export async function startOurs(
  ground: Ground,
  port: number,
  more: Record<string, string> = {},
): Promise<Contestant> {
  const child = runPinned(
    "dist/gateway/main.js",
    [],
    environmentOf(ground, { PORT: String(port), ...more }),
    hubFlags,
  );
  await orEnd([child], untilAnswers(`http://127.0.0.1:${port}/health/ready`));
  return { url: `http://127.0.0.1:${port}/graphql`, processIds: [child.pid!], stop: () => end(child) };
}

/** The hub with a process a subgraph. */
export async function startOursOverHttp(
  ground: Ground,
  firstPort: number,
  more: Record<string, string> = {},
): Promise<Contestant> {
  const { children, addresses } = await startSubgraphs(ground, firstPort + 1, more);
  const gateway = await orEnd(children, startOurs(ground, firstPort, { ...addresses, ...more }));
  return {
    url: gateway.url,
    processIds: [...gateway.processIds, ...children.map((child) => child.pid!)],
    stop: async () => void (await Promise.all([gateway.stop(), ...children.map(end)])),
  };
}

/** Starts every subgraph in a process of its own; gives the variables by which a gateway finds them. */
async function startSubgraphs(
  ground: Ground,
  firstPort: number,
  more: Record<string, string> = {},
): Promise<{ children: ChildProcess[]; addresses: Record<string, string> }> {
  const started = subgraphNames.map((name, index) => {
    const port = String(firstPort + index);
    const values = environmentOf(ground, { PORT: port, LOG_LEVEL: "silent", ...more });
    return { name, port, child: runPinned("dist/subgraphs/start.js", [name], values, hubFlags) };
  });
  const children = started.map(({ child }) => child);
  const ready = started.map(({ port }) => untilAnswers(`http://127.0.0.1:${port}/health/ready`));
  await orEnd(children, Promise.all(ready));
  return {
    children,
    addresses: Object.fromEntries(
      started.map(({ name, port }) => [variableOf("SUBGRAPH_URL", name), `http://127.0.0.1:${port}/graphql`]),
    ),
  };
}

/** The yardstick: the same five subgraphs over HTTP behind a stock gateway and server. */
export async function startStock(ground: Ground, firstPort: number): Promise<Contestant> {
  const { children: subgraphs, addresses } = await startSubgraphs(ground, firstPort + 1);
  const gateway = runPinned(
    "dist/test/bench/stock-gateway.js",
    [String(firstPort)],
    environmentOf(ground, addresses),
  );
  await untilAnswers(`http://127.0.0.1:${firstPort}/?query=%7B__typename%7D&extensions=%7B%7D`, 60).catch(
    () => undefined,
  );
  const children = [gateway, ...subgraphs];
  return {
    url: `http://127.0.0.1:${firstPort}/`,
    processIds: children.map((child) => child.pid!),
    stop: async () => void (await Promise.all(children.map(end))),
  };
}

/** Another router of the federation over the same five subgraphs; its packages are installed in test/hive. */
export async function startHive(ground: Ground, firstPort: number): Promise<Contestant> {
  if (!existsSync("test/hive/node_modules"))
    throw new Error("Hive Gateway is not there: npm ci --ignore-scripts --prefix test/hive");
  const { children: subgraphs, addresses } = await startSubgraphs(ground, firstPort + 1);
  const gateway = runPinned(
    "test/hive/start-hive.mjs",
    [String(firstPort)],
    environmentOf(ground, addresses),
  );
  const children = [gateway, ...subgraphs];
  await orEnd(children, untilAnswers(`http://127.0.0.1:${firstPort}/readiness`));
  return {
    url: `http://127.0.0.1:${firstPort}/graphql`,
    processIds: children.map((child) => child.pid!),
    stop: async () => void (await Promise.all(children.map(end))),
  };
}
