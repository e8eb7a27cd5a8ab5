import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedDatabase } from "../../subgraphs/index.js";
import { bodyOf } from "../faults/push-door.js";
import { fillDatabase, suiteRoleSecret } from "../harness/database.js";
import { aFolder } from "../harness/folder.js";
import { openTestCampaign, type TestCampaign } from "../harness/test-campaign.js";
import { aTokenIssuer, type TokenIssuer } from "../harness/token-issuer.js";
import { pushBare, rowsOfPushes } from "./bare-push.js";
import { hubFlags } from "../harness/hub-flags.js";
import { end, untilAnswers } from "./contestants.js";
import { cpuSecondsOf, cpuSecondsOfTree } from "./measure.js";
import { type Benchmark, type BenchResult, paired } from "./result.js";

const rounds = 5;
const forms = 3_500;
const warmUpForms = 400;
const atOnce = 16;
const port = 4350;

// Neither side is pinned to a core: both have the whole machine, PostgreSQL included.
async function run(): Promise<BenchResult[]> {
  const folder = await aFolder();
  const database = await startEmbeddedDatabase({ dataDir: folder.path });
  const issuer = await aTokenIssuer();
  try {
    await fillDatabase({ url: database.url, roleSecret: suiteRoleSecret }, "demo", new Date());
    const hub = spawn(process.execPath, [...hubFlags, "dist/gateway/main.js"], {
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        NODE_ENV: "production",
        DATABASE_URL: database.url,
        DATABASE_ROLE_SECRET: suiteRoleSecret,
        HUB_DATA_DIR: join(folder.path, "hub"),
        HUB_LOG: "file",
        OPERATIONS_PORT: "off",
        DRAIN_SECONDS: "0",
        OIDC_ISSUER: issuer.issuer,
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    try {
      await untilAnswers(`http://127.0.0.1:${port}/health/ready`);
      const postmaster = Number(
        (await readFile(join(folder.path, "postgres", "postmaster.pid"), "utf8")).split("\n")[0],
      );
      return [await compare(database.url, issuer, { hub: hub.pid!, postmaster })];
    } finally {
      await end(hub);
    }
  } finally {
    await issuer.close();
    await database.stop();
    await folder.remove();
  }
}

async function compare(
  databaseUrl: string,
  issuer: TokenIssuer,
  processes: { readonly hub: number; readonly postmaster: number },
): Promise<BenchResult> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const ours: number[] = [];
  const bare: number[] = [];
  const cpu: Record<"hub" | "postgres" | "postgresBare", number[]> = {
    hub: [],
    postgres: [],
    postgresBare: [],
  };
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const count = round === 0 ? warmUpForms : forms;
      const campaign = await openTestCampaign(databaseUrl, count, `10${10 + round}`);
      const twin = await openTestCampaign(databaseUrl, count, `11${10 + round}`);
      const msAForm = (seconds: number): number => Number(((seconds / count) * 1_000).toFixed(2));
      const before = { hub: cpuSecondsOf([processes.hub]), postgres: cpuSecondsOfTree(processes.postmaster) };
      const oursSeconds = await pushThroughTheDoor(campaign, issuer);
      const hub = cpuSecondsOf([processes.hub]) - before.hub;
      const between = cpuSecondsOfTree(processes.postmaster);
      const rows = await rowsOfPushes(client, campaign.code, twin.code);
      if (rows.length !== count) throw new Error(`${rows.length} of ${count} forms were kept`);
      const bareSeconds = await pushBare(databaseUrl, rows, atOnce);
      if (round === 0) continue;
      ours.push(count / oursSeconds);
      bare.push(count / bareSeconds);
      cpu.hub.push(msAForm(hub));
      cpu.postgres.push(msAForm(between - before.postgres));
      cpu.postgresBare.push(msAForm(cpuSecondsOfTree(processes.postmaster) - between));
    }
  } finally {
    await client.end();
  }
  return paired("push", "full forms a second, 16 at once (bar: ratio ≥ 0.25)", ours, bare, {
    hubCpuMsAForm: cpu.hub.join(" "),
    postgresCpuMsAForm: cpu.postgres.join(" "),
    postgresCpuMsAFormBare: cpu.postgresBare.join(" "),
  });
}

/** Pushes one full form an office through the hub's own door; gives the seconds it took. */
async function pushThroughTheDoor(campaign: TestCampaign, issuer: TokenIssuer): Promise<number> {
  const waiting = await Promise.all(
    campaign.offices.map(async ({ office, establishment }) => {
      const token = await issuer.writerToken(establishment, `writer of ${office}`);
      const value = `Mot du bureau ${office}`;
      const push = {
        office,
        establishment,
        key: office,
        base: null,
        value,
        mode: "SUBMIT",
        token: async () => token,
      } as const;
      return { token, body: bodyOf(push, campaign) };
    }),
  );
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const startedAt = performance.now();
  const send = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const text = await post(agent, next.token, next.body);
      if (!text.includes('"status":"ACCEPTED')) throw new Error(`not accepted: ${text}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, send));
  const seconds = (performance.now() - startedAt) / 1_000;
  agent.destroy();
  return seconds;
}

// Not fetch: what the sender costs is taken from the machine that both sides share.
const post = (agent: Agent, token: string, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const options = {
      agent,
      host: "127.0.0.1",
      port,
      path: "/graphql/authenticated",
      method: "POST",
      headers,
    };
    request(options, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve(text));
    })
      .on("error", reject)
      .end(body);
  });

export const pushBenchmark: Benchmark = {
  name: "push",
  about:
    "full forms pushed through the door, 16 at once, against bare SQL that writes the same rows on 16 connections",
  run,
};
