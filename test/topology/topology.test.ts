import { type ChildProcess, execFile, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { subgraphNames, variableOf } from "../../subgraphs/index.js";
import { anOpening } from "../../subgraphs/quality-indicators/campaign/testing/an-opening.js";
import { type ComposedService, readComposeFile, startOrder } from "./compose-file.js";

// Each service gets a loopback address of its own, so that names and ports can stay as the file writes them.
const services = startOrder(
  readComposeFile("docker-compose.yml", { POSTGRES_PASSWORD: "topology-password" }),
);
const addressOf = new Map(services.map(({ name }, index) => [name, `127.0.7.${index + 1}`]));
const running: ChildProcess[] = [];
const output = new Map<string, string>();
let databaseName = "";

const dataFolder = (): string => join(tmpdir(), databaseName);
const server = (): URL => new URL(process.env.TEST_DATABASE_URL ?? "");

/** What a container network does by name, done by address; PostgreSQL is the suite's own server. */
function resolved(text: string, service: ComposedService): string {
  const { hostname, port } = server();
  let result = text.replace("@postgres:5432/carrefour", `@${hostname}:${port}/${databaseName}`);
  for (const [name, address] of addressOf) result = result.replaceAll(`//${name}:`, `//${address}:`);
  const own = addressOf.get(service.name) ?? "";
  return result === "0.0.0.0" ? own : result.replaceAll("//127.0.0.1:", `//${own}:`);
}

async function asAdministrator(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server().toString() });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function startPostgres({ environment }: ComposedService): Promise<void> {
  const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = environment;
  expect({ POSTGRES_USER, POSTGRES_DB }).toEqual({ POSTGRES_USER: "hub_admin", POSTGRES_DB: "carrefour" });
  databaseName = `topology_${process.pid}`;
  await asAdministrator(`CREATE ROLE topology_admin SUPERUSER LOGIN PASSWORD '${POSTGRES_PASSWORD}'`);
  await asAdministrator(`CREATE DATABASE ${databaseName} OWNER topology_admin`);
}

function start(service: ComposedService): void {
  const [program, ...values] = service.command ?? [];
  if (program !== "node")
    throw new Error(`${service.name}: expected a node command, got ${service.command?.join(" ")}`);
  const environment = Object.fromEntries(
    Object.entries(service.environment).map(([name, value]) => [name, resolved(value, service)]),
  );
  // The suite's administrator is not called hub_admin; roles belong to the whole server, so their secret is the suite's.
  if (environment.DATABASE_URL)
    environment.DATABASE_URL = environment.DATABASE_URL.replace("hub_admin", "topology_admin");
  const child = spawn(process.execPath, values, {
    env: {
      PATH: process.env.PATH,
      HUB_DATA_DIR: dataFolder(),
      DATABASE_ROLE_SECRET: "role-secret-of-the-suite",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  const keep = (chunk: Buffer): void =>
    void output.set(service.name, `${output.get(service.name) ?? ""}${chunk.toString()}`);
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
}

async function untilHealthy(service: ComposedService): Promise<void> {
  const [kind, program, ...values] = service.healthCheck;
  if (kind !== "CMD" || program !== "node") throw new Error(`${service.name}: no health check to run`);
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const check = spawn(
      process.execPath,
      values.map((value) => resolved(value, service)),
      { stdio: "ignore" },
    );
    const code = await new Promise((resolve) => check.once("exit", resolve));
    if (code === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${service.name} never became healthy:\n${output.get(service.name)}`);
}

const gateway = (): ComposedService => services.find(({ name }) => name === "gateway") as ComposedService;
const portOfGateway = (): string => gateway().ports[0]?.split(":")[1] ?? "";

/** An access token of a trial account, as the command line prints it. */
async function tokenOf(account: string): Promise<string> {
  const url = `http://${addressOf.get("gateway")}:${portOfGateway()}`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["dist/gateway/cli/program.js", "token", "--as", account, "--url", url],
    { env: { PATH: process.env.PATH, HUB_DATA_DIR: dataFolder() } },
  );
  return stdout.trim();
}

type Answer = { data?: Record<string, unknown>; errors?: unknown[] };

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`http://${addressOf.get("gateway")}:${portOfGateway()}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}

beforeAll(async () => {
  // As compose does it: each service starts as soon as those it waits for are healthy.
  const healthy = new Map<string, Promise<void>>();
  for (const service of services) {
    const needed = Promise.all(service.dependsOn.map((name) => healthy.get(name)));
    healthy.set(
      service.name,
      needed.then(async () => {
        if (service.name === "postgres") return startPostgres(service);
        start(service);
        return untilHealthy(service);
      }),
    );
  }
  await Promise.all(healthy.values());
}, 120_000);

afterAll(async () => {
  await Promise.all(
    running.map(
      (child) =>
        new Promise((resolve) => {
          if (child.exitCode !== null) return resolve(null);
          child.once("exit", resolve);
          child.kill("SIGTERM");
        }),
    ),
  );
  await asAdministrator(`DROP DATABASE ${databaseName} WITH (FORCE)`);
  await asAdministrator("DROP OWNED BY topology_admin; DROP ROLE topology_admin");
}, 60_000);

describe("the distributed form of docker-compose.yml", () => {
  it("waits for PostgreSQL before every subgraph and for every subgraph before the gateway", () => {
    const names = services.map(({ name }) => name);
    expect(names[0]).toBe("postgres");
    expect(names.at(-1)).toBe("gateway");
    expect([...gateway().dependsOn].sort()).toEqual([
      "establishments",
      "partners",
      "quality-indicators",
      "research-partnerships",
      "user-committees",
    ]);
  });

  it("gives every process its place: none had to run a database or a subgraph of another", async () => {
    // A process without its variables falls back on a PostgreSQL of its own in the data folder.
    expect(await readdir(dataFolder())).not.toContain("postgres");
    expect(await readdir(dataFolder())).not.toContain("postgres-location");
    const prefix = "SUBGRAPH_URL_";
    const given = Object.keys(gateway().environment).filter((name) => name.startsWith(prefix));
    expect(given.sort()).toEqual(subgraphNames.map((name) => variableOf("SUBGRAPH_URL", name)).sort());
  });

  it("answers the portal's question over five processes", async () => {
    const { data, errors } = await post("/graphql", {
      query: `{ establishment(code: "ciusss-estrie-chus") {
        region { code } partnershipOffice { code } userCommittees { kind } researchPartnerships { id }
        observations(campaign: "2024") { status } } glossary { code } }`,
    });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ establishment: { region: { code: "RSS-05" } } });
    const { establishment } = data as {
      establishment: { userCommittees: unknown[]; observations: unknown[] };
    };
    expect(establishment.userCommittees.length).toBeGreaterThan(0);
    expect(establishment.observations.length).toBeGreaterThan(0);
  });

  it("opens a campaign: the subgraph that keeps campaigns reaches the register of establishments", async () => {
    const { data, errors } = await post(
      "/graphql/authenticated",
      {
        query: `mutation ($input: OpenCampaignInput!) { openCampaign(input: $input) { status expectedOffices } }`,
        variables: { input: anOpening({ dryRun: true }) },
      },
      { authorization: `Bearer ${await tokenOf("steward:collect")}` },
    );
    expect({ data, errors }).toEqual({
      data: { openCampaign: { status: "VALID", expectedOffices: 35 } },
      errors: undefined,
    });
  });

  it("lets a subgraph verify again the token that the gateway's issuer gave", async () => {
    const question = { query: "{ me { audience agreement } }" };
    expect(
      await post("/graphql/authenticated", question, {
        authorization: `Bearer ${await tokenOf("researcher")}`,
      }),
    ).toEqual({
      data: { me: { audience: "researcher", agreement: "entente-demo-1" } },
    });
    expect(await post("/graphql/authenticated", question)).toMatchObject({
      errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
    });
  });
});
