import type { KeyObject } from "node:crypto";
import { z } from "zod";
import {
  givenSigningKey,
  readEnvironment,
  refuseDemonstrationInProduction,
  roleSecretOf,
  sharedVariables,
  StartError,
  type SubgraphName,
  subgraphNames,
  variableOf,
} from "../subgraphs/offline.js";

const variables = {
  ...sharedVariables,
  /** The address that others reach the hub by; the development issuer names itself after it. */
  HUB_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("https://carrefour.exemple.ca"),
  /** The access token that the command line shows to the hub. */
  CARREFOUR_TOKEN: z.string().min(1).optional().describe("eyJhbGciOiJFUzI1NiIs…"),
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
  /** Null: the audit is signed with a key derived from the secret of the roles. */
  readonly signingKey: KeyObject | null;
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
  refuseDemonstrationInProduction(read);
  if (isProduction && read.OIDC_ISSUER === undefined) throw noIssuerInProduction();
  return {
    isProduction,
    language: languageOf(read.LANG),
    host: read.HOST,
    port: read.PORT,
    publicUrl: publicUrlOf(read),
    dataDir: read.HUB_DATA_DIR,
    databaseUrl: read.DATABASE_URL ?? null,
    databaseUrlOf: (name) => textOf("DATABASE_URL", name) ?? read.DATABASE_URL ?? null,
    roleSecretOf: (url) => roleSecretOf(url, read.DATABASE_ROLE_SECRET),
    signingKey: givenSigningKey(read),
    seed: read.HUB_SEED ?? (read.DATABASE_URL === undefined && !isProduction ? "demo" : "reference"),
    issuer: read.OIDC_ISSUER ?? null,
    audience: read.OIDC_AUDIENCE,
    subgraphUrlOf: (name) => textOf("SUBGRAPH_URL", name),
    logTo: read.HUB_LOG ?? (isProduction ? "stdout" : "file"),
    logLevel: read.LOG_LEVEL,
  };
}

/** What the command line was told: it needs no more than the hub's address and who asks. */
export interface TerminalConfig extends Pick<Config, "language" | "dataDir" | "publicUrl"> {
  readonly token: string | null;
}

/** Reads what the command line needs of the environment; throws StartError that names every mistake. */
export function readTerminalConfig(environment: NodeJS.ProcessEnv = process.env): TerminalConfig {
  const read = readEnvironment(variables, environment);
  return {
    language: languageOf(read.LANG),
    dataDir: read.HUB_DATA_DIR,
    publicUrl: publicUrlOf(read),
    token: read.CARREFOUR_TOKEN ?? null,
  };
}

/** What a command of the operator needs: the database, and what the audit is signed with. */
export type OperatorConfig = Pick<
  Config,
  "language" | "dataDir" | "databaseUrlOf" | "roleSecretOf" | "signingKey"
>;

/** Reads what a command of the operator needs of the environment; throws StartError that names every mistake. */
export function readOperatorConfig(environment: NodeJS.ProcessEnv = process.env): OperatorConfig {
  const read = readEnvironment(variables, environment);
  const byName = read as Readonly<Record<string, unknown>>;
  return {
    language: languageOf(read.LANG),
    dataDir: read.HUB_DATA_DIR,
    databaseUrlOf: (name) =>
      (byName[variableOf("DATABASE_URL", name)] as string | undefined) ?? read.DATABASE_URL ?? null,
    roleSecretOf: (url) => roleSecretOf(url, read.DATABASE_ROLE_SECRET),
    signingKey: givenSigningKey(read),
  };
}

const languageOf = (locale: string): Config["language"] =>
  locale.toLowerCase().startsWith("en") ? "en" : "fr";

const publicUrlOf = ({
  HUB_PUBLIC_URL,
  PORT,
}: {
  HUB_PUBLIC_URL?: string | undefined;
  PORT: number;
}): string => (HUB_PUBLIC_URL ?? `http://127.0.0.1:${PORT}`).replace(/\/$/, "");

/** True when at least one subgraph runs in this process, so that a database is needed here. */
export const needsDatabase = (config: Config): boolean =>
  subgraphNames.some((name) => config.subgraphUrlOf(name) === null);

const noIssuerInProduction = (): StartError =>
  new StartError(
    "NO_ISSUER_IN_PRODUCTION",
    "NODE_ENV=production demande OIDC_ISSUER : l'émetteur de développement n'y est pas permis.",
    "NODE_ENV=production needs OIDC_ISSUER: the development issuer is not allowed there.",
  );
