import { z } from "zod";
import {
  perSubgraph,
  port,
  readEnvironment,
  roleSecretOf,
  sharedVariables,
  StartError,
  type SubgraphName,
  subgraphNames,
  variableOf,
} from "../subgraphs/index.js";

const variables = {
  ...sharedVariables,
  /** The address that others reach the hub by; the development issuer names itself after it. */
  HUB_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("https://carrefour.exemple.ca"),
  OPERATIONS_PORT: port.default(4001).describe("4001"),
  ...perSubgraph("SUBGRAPH_URL", z.url({ protocol: /^https?$/ }).describe("http://127.0.0.1:4101/graphql")),
};

/** Everything the hub was told, read once. */
export interface Config {
  readonly isProduction: boolean;
  readonly language: "fr" | "en";
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly dataDir: string;
  /** Null: the hub runs its own PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly databaseUrlOf: (subgraph: SubgraphName) => string | null;
  readonly roleSecretOf: (url: string) => string;
  readonly seed: "demo" | "reference";
  /** Null: the development issuer runs in this process. */
  readonly issuer: string | null;
  readonly audience: string;
  readonly subgraphUrlOf: (subgraph: SubgraphName) => string | null;
  readonly logTo: "stdout" | "file";
  readonly logLevel: string;
}

/** Reads the environment; throws StartError that names every mistake. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const read = readEnvironment(variables, environment);
  const byName = read as Readonly<Record<string, unknown>>;
  const textOf = (prefix: string, name: SubgraphName): string | null =>
    (byName[variableOf(prefix, name)] as string | undefined) ?? null;
  const isProduction = read.NODE_ENV === "production";
  refuseDemonstrationInProduction(isProduction, read.HUB_SEED, read.OIDC_ISSUER);
  return {
    isProduction,
    language: read.LANG.toLowerCase().startsWith("en") ? "en" : "fr",
    host: read.HOST,
    port: read.PORT,
    publicUrl: (read.HUB_PUBLIC_URL ?? `http://127.0.0.1:${read.PORT}`).replace(/\/$/, ""),
    dataDir: read.HUB_DATA_DIR,
    databaseUrl: read.DATABASE_URL ?? null,
    databaseUrlOf: (name) => textOf("DATABASE_URL", name) ?? read.DATABASE_URL ?? null,
    roleSecretOf: (url) => roleSecretOf(url, read.DATABASE_ROLE_SECRET),
    seed: read.HUB_SEED ?? (read.DATABASE_URL === undefined && !isProduction ? "demo" : "reference"),
    issuer: read.OIDC_ISSUER ?? null,
    audience: read.OIDC_AUDIENCE,
    subgraphUrlOf: (name) => textOf("SUBGRAPH_URL", name),
    logTo: read.HUB_LOG ?? (isProduction ? "stdout" : "file"),
    logLevel: read.LOG_LEVEL,
  };
}

/** True when at least one subgraph runs in this process, so that a database is needed here. */
export const needsDatabase = (config: Config): boolean =>
  subgraphNames.some((name) => config.subgraphUrlOf(name) === null);

function refuseDemonstrationInProduction(isProduction: boolean, seed?: string, issuer?: string): void {
  if (!isProduction) return;
  if (seed === "demo")
    throw new StartError(
      "DEMO_IN_PRODUCTION",
      "HUB_SEED=demo est refusé avec NODE_ENV=production : des données synthétiques ne vont pas en production.",
      "HUB_SEED=demo is refused with NODE_ENV=production: synthetic data does not go into production.",
    );
  if (issuer === undefined)
    throw new StartError(
      "NO_ISSUER_IN_PRODUCTION",
      "NODE_ENV=production demande OIDC_ISSUER : l'émetteur de développement n'y est pas permis.",
      "NODE_ENV=production needs OIDC_ISSUER: the development issuer is not allowed there.",
    );
}
