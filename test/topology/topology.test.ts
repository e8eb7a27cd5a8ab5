import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve as absolute } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeJwt, decodeProtectedHeader } from "jose";
import pg from "pg";
import { aBrowser } from "../../gateway/cli/testing/a-browser.js";
import { carrefour, startCarrefour } from "../../gateway/cli/testing/a-terminal.js";
import { subgraphNames, variableOf } from "../../subgraphs/index.js";
import { anOpening } from "../../subgraphs/quality-indicators/campaign/testing/an-opening.js";
import { type ComposedService, readComposeFile, startOrder } from "./compose-file.js";
import { LoopbackNetwork } from "./loopback-network.js";
import { readRealm, type RealmIssuerOptions } from "./realm-issuer.js";

// The secrets are made as the file says.
const secrets = mkdtempSync(join(tmpdir(), "topology-secrets-"));
const makeSecrets = (): string =>
  execFileSync(process.execPath, [absolute("gateway/identity/keycloak/trial-secrets.mjs")], {
    cwd: secrets,
    stdio: ["ignore", "pipe", "pipe"],
  }).toString();
makeSecrets();
const machineKey = join(secrets, "machine.pem");
const variables = Object.fromEntries(
  readFileSync(join(secrets, ".env"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("=") as [string, string]),
);

// Each service gets a loopback address of its own, so that names and ports can stay as the file writes them.
const services = startOrder(readComposeFile("docker-compose.yml", variables));
const network = new LoopbackNetwork("127.0.7", services);
// Programs of others, which `npm run test:scale` brings: without them the hub serves, with less.
const withoutContainer = new Set(["postgres-replica", "redis", "proxy"]);
const named = (name: string): ComposedService =>
  services.find((service) => service.name === name) as ComposedService;
const keycloak = named("keycloak");
// Where the host publishes the issuer: not its address in the network of the containers.
const publishedHost = "127.0.7.100";
const running: ChildProcess[] = [];
const output = new Map<string, string>();
let databaseName = "";

const dataFolder = (): string => join(tmpdir(), databaseName);
const server = (): URL => new URL(process.env.TEST_DATABASE_URL ?? "");

/** What a container network does by name, done by address; PostgreSQL is the suite's own server. */
function resolved(text: string, service: ComposedService): string {
  const { hostname, port } = server();
  const issuerHere = keycloak.environment.KC_HOSTNAME ?? "";
  const here = text
    .replace(issuerHere, issuerHere.replace("127.0.0.1", publishedHost))
    .replace("@postgres:5432/carrefour", `@${hostname}:${port}/${databaseName}`);
  return network.resolved(here, service);
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

/** The file that the issuer is given, as the service mounts it. */
const realmPath = (): string => keycloak.volumes[0]?.split(":")[0] ?? "";

/** Serves the realm in a process of its own, where Keycloak would. */
function startKeycloak(service: ComposedService): void {
  const own = network.addressOf(service.name);
  const port = Number(service.environment.KC_HTTP_PORT);
  const { realm } = readRealm(realmPath(), service.environment);
  const options: Omit<RealmIssuerOptions, "realm"> & { realmPath: string } = {
    realmPath: realmPath(),
    issuer: resolved(`${service.environment.KC_HOSTNAME}/realms/${realm}`, service),
    listen: [publishedHost, own].map((host) => ({ host, port })),
    health: { host: own, port: 9000 },
  };
  run(service, ["dist/test/topology/realm-issuer.main.js", JSON.stringify(options)], service.environment);
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
  const shared = { HUB_DATA_DIR: dataFolder(), DATABASE_ROLE_SECRET: "role-secret-of-the-suite" };
  run(service, values, { ...shared, ...environment });
}

function run(service: ComposedService, values: string[], environment: Record<string, string>): void {
  const child = spawn(process.execPath, values, {
    env: { PATH: process.env.PATH, ...environment },
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
  const known: Record<string, string> = { node: process.execPath, bash: "bash" };
  const runner = known[program ?? ""];
  if (kind !== "CMD" || runner === undefined) throw new Error(`${service.name}: no health check to run`);
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const check = spawn(
      runner,
      values.map((value) => resolved(value, service)),
      { stdio: "ignore" },
    );
    const code = await new Promise((resolve) => check.once("exit", resolve));
    if (code === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${service.name} never became healthy:\n${output.get(service.name)}`);
}

const gateway = named("gateway-1");
const gatewayUrl = (): string => `http://${network.addressOf("gateway-1")}:${gateway.environment.PORT}`;

/** An access token of a trial program, as the command line prints it. */
async function tokenOf(account: string): Promise<string> {
  const words = ["token", "--client", account, "--key", machineKey, "--url", gatewayUrl()];
  const { code, output } = await carrefour(words);
  expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^eyJ/) });
  return output.trim();
}

type Answer = { data?: Record<string, unknown>; errors?: unknown[] };

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${gatewayUrl()}${path}`, {
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
        if (withoutContainer.has(service.name)) return;
        if (service === keycloak) startKeycloak(service);
        else start(service);
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
  await rm(secrets, { recursive: true, force: true });
  await asAdministrator(`DROP DATABASE ${databaseName} WITH (FORCE)`);
  await asAdministrator("DROP OWNED BY topology_admin; DROP ROLE topology_admin");
}, 60_000);

describe("the distributed form of docker-compose.yml", () => {
  it("waits for PostgreSQL before every subgraph, for all that answers before the gateways, for these before the proxy", () => {
    const names = services.map(({ name }) => name);
    expect(names[0]).toBe("postgres");
    expect(names.at(-1)).toBe("proxy");
    expect([...gateway.dependsOn].sort()).toEqual([
      "establishments",
      "keycloak",
      "partners",
      "quality-indicators",
      "redis",
      "research-partnerships",
      "user-committees",
    ]);
    expect([...named("proxy").dependsOn]).toEqual(["gateway-1", "gateway-2"]);
    expect(named("postgres-replica").dependsOn).toEqual(["postgres"]);
  });

  it("runs two gateways that are told the same, behind the one place that the host publishes", () => {
    expect({ ...named("gateway-2"), name: "gateway-1" }).toEqual(gateway);
    const published = services.filter(({ name, ports }) => name !== keycloak.name && ports.length > 0);
    expect(published.map(({ name, ports }) => [name, ports])).toEqual([["proxy", ["127.0.0.1:4000:4000"]]]);
    const { GATEWAY_1, GATEWAY_2, PROXY_LISTEN } = named("proxy").environment;
    expect([GATEWAY_1, GATEWAY_2]).toEqual([
      `gateway-1:${gateway.environment.PORT}`,
      `gateway-2:${gateway.environment.PORT}`,
    ]);
    expect(gateway.environment.HUB_PUBLIC_URL).toBe(`http://127.0.0.1:${PROXY_LISTEN}`);
    expect(gateway.environment).toMatchObject({ REDIS_URL: "redis://redis:6379", TRUST_PROXY: "1" });
  });

  it("gives every subgraph the replica, and the replica what it needs to follow the primary", () => {
    for (const name of subgraphNames)
      expect(named(name).environment.DATABASE_REPLICA_URL).toBe("postgres://postgres-replica:5432/carrefour");
    const { REPLICATION_PASSWORD: secret } = variables;
    expect(named("postgres").environment.REPLICATION_PASSWORD).toBe(secret);
    expect(named("postgres-replica").environment.PRIMARY_URL).toContain(`:${secret}@postgres:5432/`);
    for (const [name, file] of [
      ["postgres", "allow-replication.sh"],
      ["postgres-replica", "start-replica.sh"],
      ["proxy", "nginx.conf.template"],
    ] as const) {
      const [volume] = named(name).volumes.filter((candidate) => candidate.includes(file));
      expect(statSync(absolute(volume?.split(":")[0] ?? "")).isFile()).toBe(true);
      expect(volume).toMatch(/:ro$/);
    }
  });

  it("gives every process its place: none had to run a database or a subgraph of another", async () => {
    // A process without its variables falls back on a PostgreSQL of its own in the data folder.
    expect(await readdir(dataFolder())).not.toContain("postgres");
    expect(await readdir(dataFolder())).not.toContain("postgres-location");
    const prefix = "SUBGRAPH_URL_";
    const given = Object.keys(gateway.environment).filter((name) => name.startsWith(prefix));
    expect(given.sort()).toEqual(subgraphNames.map((name) => variableOf("SUBGRAPH_URL", name)).sort());
  });

  it("makes the secrets of a trial for nobody else's eyes, and overwrites none", () => {
    for (const file of [machineKey, join(secrets, ".env")]) expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(makeSecrets).toThrow("Existe déjà");
    const ignored = [".gitignore", ".dockerignore"].map((path) => readFileSync(path, "utf8").split("\n"));
    for (const lines of ignored) expect(lines).toEqual(expect.arrayContaining([".env", "*.pem"]));
  });

  it("requires the secret of the hop, and gives the same to every process", () => {
    const ours = services.filter(({ image }) => image === null);
    expect(ours).toHaveLength(7);
    for (const { environment } of ours) expect(environment.HOP_SECRET).toBe(variables.HOP_SECRET);
    const { HOP_SECRET: _, ...without } = variables;
    expect(() => readComposeFile("docker-compose.yml", without)).toThrow("HOP_SECRET is required");
  });

  it("requires the key of the portal's sessions, and gives both gateways the same", () => {
    for (const name of ["gateway-1", "gateway-2"])
      expect(named(name).environment.PORTAL_SESSION_KEY).toBe(variables.PORTAL_SESSION_KEY);
    const { PORTAL_SESSION_KEY: _, ...without } = variables;
    expect(() => readComposeFile("docker-compose.yml", without)).toThrow("PORTAL_SESSION_KEY is required");
  });

  it("names one issuer for browsers and containers: the names, ports and realm of the services agree", () => {
    const { KC_HOSTNAME: host, KC_HTTP_PORT: port, KC_HOSTNAME_BACKCHANNEL_DYNAMIC } = keycloak.environment;
    const { realm } = readRealm(realmPath(), keycloak.environment);
    const issuer = `${host}/realms/${realm}`;
    const discovery = `http://${keycloak.name}:${port}/realms/${realm}/.well-known/openid-configuration`;
    for (const { environment } of services.filter(({ image }) => image === null))
      expect(environment).toMatchObject({ OIDC_ISSUER: issuer, OIDC_DISCOVERY_URL: discovery });
    expect(KC_HOSTNAME_BACKCHANNEL_DYNAMIC).toBe("true");
    expect(keycloak.ports).toEqual([`${new URL(host ?? "").host}:${port}`]);
    expect(keycloak.volumes).toEqual([
      expect.stringMatching(/^\.\/.*:\/opt\/keycloak\/data\/import\/.*\.json:ro$/),
    ]);
    expect(keycloak.command).toContain("--import-realm");
    expect(keycloak.image).toMatch(/^quay\.io\/keycloak\/keycloak:\d+\.\d+\.\d+$/);
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

  it("lets a subgraph verify again the token that the realm's issuer gave to a program", async () => {
    const question = { query: "{ me { audience agreement } }" };
    const token = await tokenOf("researcher");
    expect(decodeProtectedHeader(token)).toMatchObject({ typ: "at+jwt" });
    expect(decodeJwt(token)).toMatchObject({
      aud: "urn:carrefour",
      sub: "researcher",
      client_id: "researcher",
      scope: "research:read",
      jti: expect.any(String),
    });
    expect(await post("/graphql/authenticated", question, { authorization: `Bearer ${token}` })).toEqual({
      data: { me: { audience: "researcher", agreement: "entente-demo-1" } },
    });
    expect(await post("/graphql/authenticated", question)).toMatchObject({
      errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
    });
  });

  it("logs in a person of the realm, who asks for every scope and gets the one that is theirs", async () => {
    const environment = { XDG_CONFIG_HOME: join(secrets, "config") };
    const login = startCarrefour(["login", "--no-browser", "--url", gatewayUrl()], environment);
    await login.until("code_challenge");
    const [address = ""] = /http:\S+code_challenge\S+/.exec(login.output()) ?? [];
    expect(new URL(address).searchParams.get("scope")).toContain("steward:publish");
    const page = await aBrowser().open(address);
    const password = variables.DEMONSTRATION_PASSWORD ?? "";
    const ended = await page.send({ username: "establishment-ciusss-estrie-chus", password });
    expect(ended.page).toContain("Vous êtes connecté");
    expect(await login.ended()).toBe(0);
    const { output } = await carrefour(["token", "--url", gatewayUrl()], environment);
    const claims = decodeJwt(output.trim());
    expect(claims).toMatchObject({
      aud: "urn:carrefour",
      sub: "establishment:ciusss-estrie-chus",
      client_id: "carrefour-cli",
      scope: "openid figures:write",
      establishment: "ciusss-estrie-chus",
    });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(300);
    const status = await carrefour(["status", "--url", gatewayUrl()], environment);
    expect(status).toMatchObject({ code: 0, output: expect.stringContaining("bureau-ciusss-estrie-chus") });
  });
});
