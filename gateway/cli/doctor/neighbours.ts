import { createServer } from "node:net";
import { Redis } from "ioredis";
import {
  examineIssuer,
  type IssuerAddress,
  readHubAddress,
  subgraphNames,
} from "../../../subgraphs/index.js";
import type { Config } from "../../config.js";
import { clockFinding } from "./database.js";
import { type Finding, findingsAbout, reasonOf } from "./finding.js";

/** The issuer of tokens: its page, its keys, what they are for, its clock. */
export async function examineIssuerOf(config: Config): Promise<Finding[]> {
  const about = findingsAbout("Émetteur", "Issuer");
  if (config.issuer === null || config.discoveryUrl === null)
    return [about.ok("celui de développement, dans ce carrefour", "the development one, in this hub")];
  const address: IssuerAddress = { issuer: config.issuer, discoveryUrl: config.discoveryUrl };
  const examined = await examineIssuer(address).catch((error: unknown) => reasonOf(error));
  if (typeof examined === "string")
    return [
      about.fault(
        `${config.discoveryUrl} : ${examined}. Sans lui, la porte authentifiée n'admet personne. Vérifiez OIDC_ISSUER, OIDC_DISCOVERY_URL et le réseau.`,
        `${config.discoveryUrl}: ${examined}. Without it the authenticated door lets nobody in. Check OIDC_ISSUER, OIDC_DISCOVERY_URL and the network.`,
      ),
    ];
  const { keys, algorithms, clockDifferenceMs } = examined;
  const clock =
    clockDifferenceMs === null ? [] : [clockFinding(clockDifferenceMs, "de l'émetteur", "of the issuer")];
  if (keys === 0)
    return [
      about.fault(
        `${config.issuer} ne publie aucune clé de signature que le carrefour accepte (ES256, ES384, RS256 ou PS256, avec « kid »).`,
        `${config.issuer} publishes no signing key that the hub accepts (ES256, ES384, RS256 or PS256, with a “kid”).`,
      ),
      ...clock,
    ];
  const told = algorithms.join(", ");
  return [
    about.ok(`${config.issuer}, ${keys} clés (${told})`, `${config.issuer}, ${keys} keys (${told})`),
    ...clock,
  ];
}

/** Redis, when the environment names one. */
export async function examineRedis(url: string): Promise<Finding> {
  const about = findingsAbout("Redis", "Redis");
  const { host } = new URL(url);
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 3_000, retryStrategy: () => null });
  redis.on("error", () => undefined);
  try {
    await redis.connect();
    await redis.ping();
    return about.ok(host, host);
  } catch (error) {
    return about.warning(
      `${host} ne répond pas (${reasonOf(error)}) : chaque carrefour compterait pour soi. Vérifiez REDIS_URL.`,
      `${host} does not answer (${reasonOf(error)}): each hub would count for itself. Check REDIS_URL.`,
    );
  } finally {
    redis.disconnect();
  }
}

/** Subgraphs over HTTP. */
export async function examineSubgraphs(config: Config): Promise<Finding[]> {
  const about = findingsAbout("Sous-graphe", "Subgraph");
  const elsewhere = subgraphNames.flatMap((name) => {
    const url = config.subgraphUrlOf(name);
    return url === null ? [] : [{ name, url }];
  });
  return Promise.all(
    elsewhere.map(async ({ name, url }) => {
      const failure = await fetch(new URL("/health/ready", url), { signal: AbortSignal.timeout(5_000) }).then(
        ({ ok, status }) => (ok ? null : `HTTP ${status}`),
        (error: unknown) => reasonOf((error as Error).cause ?? error),
      );
      return failure === null
        ? about.ok(`${name}, ${url}`, `${name}, ${url}`)
        : about.fault(
            `${name} ne répond pas à ${url} (${failure}). Démarrez-le : node dist/subgraphs/start.js ${name}`,
            `${name} does not answer at ${url} (${failure}). Start it: node dist/subgraphs/start.js ${name}`,
          );
    }),
  );
}

/** Whether the hub can listen, or does. */
export async function examinePort(
  variable: "PORT" | "OPERATIONS_PORT",
  { host, port, dataDir }: { host: string; port: number; dataDir: string },
): Promise<Finding> {
  const about = findingsAbout("Port", "Port");
  const failure = await whyNotFree(host, port);
  if (failure === null) return about.ok(`${port} libre`, `${port} free`);
  const running = await readHubAddress(dataDir);
  if (failure === "EADDRINUSE" && running !== null && isOf(running.address, variable, port))
    return about.ok(
      `${port} : ce carrefour y sert (processus ${running.pid})`,
      `${port}: this hub serves there (process ${running.pid})`,
    );
  return about.fault(
    `${port} ne peut pas être pris (${failure}). Fermez l'autre programme, ou donnez ${variable}=${port + 10}.`,
    `${port} cannot be taken (${failure}). Close the other program, or give ${variable}=${port + 10}.`,
  );
}

// The private port is nowhere written down: a hub of this data folder that runs has it.
const isOf = (address: string, variable: string, port: number): boolean =>
  variable === "OPERATIONS_PORT" || Number(new URL(address).port) === port;

const whyNotFree = (host: string, port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen({ host, port }, () => probe.close(() => resolve(null)));
  });
