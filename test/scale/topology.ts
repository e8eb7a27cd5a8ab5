import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { demonstrationClaims } from "../../gateway/identity/demonstration-accounts.js";
import { serverAccount } from "../../subgraphs/shared/embedded-database/account.js";
import { subgraphNames } from "../../subgraphs/index.js";
import { copyProgram } from "../faults/hub-program.js";
import { suiteRoleSecret } from "../harness/database.js";
import { aTokenIssuer, type TokenIssuer } from "../harness/token-issuer.js";
import { findRedis, RedisServer } from "../redis/redis-server.js";
import { type ComposedService, readComposeFile, startOrder } from "../topology/compose-file.js";
import { LoopbackNetwork } from "../topology/loopback-network.js";
import { answersAt, Part } from "./part.js";
import { findNginx, reverseProxy } from "./reverse-proxy.js";
import { findPostgres, StandingPostgres } from "./standing-postgres.js";

/** Every service of docker-compose.yml as a process on loopback, the issuer aside, which stands in this process. */
export interface Topology {
  /** http://host:port of the proxy. */
  readonly address: string;
  readonly proxyHost: string;
  readonly issuer: TokenIssuer;
  readonly primary: StandingPostgres;
  readonly replica: StandingPostgres;
  readonly redis: RedisServer;
  readonly proxy: Part;
  /** gateway-1, gateway-2 and the subgraphs. */
  readonly ours: ReadonlyMap<string, Part>;
  /** Where the programs that are run lie. */
  readonly programFolder: string;
  /** The environment of one of ours, as the file and the network give it. */
  environmentOf(name: string): Readonly<Record<string, string>>;
  tokenOf(account: string): string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export const gatewayNames = ["gateway-1", "gateway-2"] as const;
const loopback = "127.0.9";

/** Reads docker-compose.yml and lays its services out on loopback; nothing runs yet but the issuer. */
export async function layOut(folder: string): Promise<Topology> {
  // What is not to be had is said before anything runs.
  const programs = { postgres: findPostgres(folder), redis: findRedis(folder), nginx: findNginx(folder) };
  const secrets = join(folder, "secrets");
  mkdirSync(secrets);
  execFileSync(process.execPath, [resolve("gateway/identity/keycloak/trial-secrets.mjs")], { cwd: secrets });
  const lines = readFileSync(join(secrets, ".env"), "utf8").trim().split("\n");
  const variables = Object.fromEntries(lines.map((line) => line.split("=") as [string, string]));
  const services = startOrder(readComposeFile("docker-compose.yml", variables));
  const network = new LoopbackNetwork(loopback, services);
  const named = (name: string): ComposedService => {
    const service = services.find((candidate) => candidate.name === name);
    if (!service) throw new Error(`docker-compose.yml: no service ${name}`);
    return service;
  };
  const programFolder = await copyProgram(join(folder, "program"));
  const issuer = await aTokenIssuer();
  const proxyAddress = `http://${network.addressOf("proxy")}:${named("proxy").environment.PROXY_LISTEN}`;

  const environmentOf = (name: string): Record<string, string> => {
    const service = named(name);
    const told = Object.entries(service.environment).map(([variable, value]) => [
      variable,
      variable === "HUB_PUBLIC_URL" ? proxyAddress : network.resolved(value, service),
    ]);
    return {
      ...Object.fromEntries(told),
      PATH: process.env.PATH ?? "",
      HUB_DATA_DIR: join(folder, name),
      // What an issuer in a container would be; and what the laws of the audit are verified with.
      OIDC_ISSUER: issuer.issuer,
      OIDC_DISCOVERY_URL: issuer.discoveryUrl,
      DATABASE_ROLE_SECRET: suiteRoleSecret,
    };
  };
  const part = (name: string): Part => {
    const [program, ...values] = named(name).command ?? [];
    if (program !== "node") throw new Error(`${name}: expected a node command`);
    const environment = environmentOf(name);
    const ready = `http://${network.addressOf(name)}:${environment.PORT}/health/${name.startsWith("gateway") ? "live" : "ready"}`;
    const isReady = (): Promise<boolean> => answersAt(ready);
    return new Part({ name, program: process.execPath, values, cwd: programFolder, environment, isReady });
  };

  const {
    POSTGRES_USER: user,
    POSTGRES_PASSWORD: password,
    POSTGRES_DB: database,
  } = named("postgres").environment;
  const account = await serverAccount(null);
  const postgres = (name: string): StandingPostgres => {
    const service = named(name);
    const inContainer = service.volumes.map((volume) => volume.split(":") as [string, string]);
    return new StandingPostgres(join(folder, name), {
      program: programs.postgres,
      account,
      host: network.addressOf(name),
      port: 5432,
      user: user ?? "",
      password: password ?? "",
      database: database ?? "",
      environment: Object.fromEntries(
        Object.entries(service.environment).map(([variable, value]) => [
          variable,
          network.resolved(value, service),
        ]),
      ),
      // A script that the service sees is the one of the repository.
      command: (service.command ?? []).map((word) => {
        const [here] = inContainer.find(([, there]) => there === word) ?? [];
        return here === undefined ? word : join(programFolder, here);
      }),
    });
  };
  const primary = postgres("postgres");
  const replica = postgres("postgres-replica");
  const redis = new RedisServer(programs.redis, 6379, network.addressOf("redis"));
  const [template = ""] = named("proxy").volumes[0]?.split(":") ?? [];
  const proxy = reverseProxy({
    program: programs.nginx,
    folder: join(folder, "proxy"),
    template,
    environment: Object.fromEntries(
      Object.entries(named("proxy").environment).map(([variable, value]) => [
        variable,
        variable === "PROXY_LISTEN" ? new URL(proxyAddress).host : network.resolved(value, named("proxy")),
      ]),
    ),
    address: proxyAddress,
  });
  const ours = new Map([...subgraphNames, ...gatewayNames].map((name) => [name as string, part(name)]));
  const initialisation = join(programFolder, "gateway/topology/allow-replication.sh");

  return {
    address: proxyAddress,
    proxyHost: new URL(proxyAddress).hostname,
    issuer,
    primary,
    replica,
    redis,
    proxy,
    ours,
    programFolder,
    environmentOf,
    tokenOf: (name) => issuer.token({ claims: { ...claimsOf(name), sub: name, client_id: name } }),
    async start() {
      await primary.initialise(initialisation);
      await Promise.all([replica.start(), redis.start()]);
    },
    async stop() {
      await Promise.all([proxy.end(), ...[...ours.values()].map((each) => each.end())]);
      await redis.stop();
      await Promise.all([replica.stop(), primary.stop()]);
      await issuer.close();
    },
  };
}

function claimsOf(name: string): Record<string, unknown> {
  const claims = demonstrationClaims(name);
  if (claims === null) throw new Error(`no demonstration account ${name}`);
  // The issuer's usual token is that of an establishment.
  return { establishment: undefined, ...claims };
}
