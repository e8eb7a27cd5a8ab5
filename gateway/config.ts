import { homedir, platform } from "node:os";
import { isAbsolute, join } from "node:path";
import { z } from "zod";
import {
  type DatabaseAddress,
  databaseAddresses,
  type GivenReplica,
  givenReplica,
  givenSigningKey,
  hopSecretsOf,
  isLoopback,
  issuerAddressOf,
  type OperationsSettings,
  operationsSettingsOf,
  readEnvironment,
  refuseDemonstrationInProduction,
  type SecretSource,
  sharedVariables,
  type SigningKeySource,
  StartError,
  type SubgraphName,
  subgraphNames,
  variableOf,
} from "../subgraphs/offline.js";
import { type CacheSettings, cacheSettingsOf, cacheVariables } from "./cache/cache-settings.js";
import { type DataLicence, dataLicences } from "./downloads/indicators/data-licence.js";
import { type GuardSettings, guardSettingsOf, guardVariables } from "./guard/guard-settings.js";
import { watchSettingsOf, type WatchSettings, watchVariables } from "./operations/watch-settings.js";
import {
  portalSettingsOf,
  type PortalSettings,
  portalVariables,
} from "./portal/workspace/session/session-settings.js";
import {
  type TransportSettings,
  transportSettingsOf,
  transportVariables,
} from "./supergraph/transport/transport-settings.js";
import { workersOf, workerVariables } from "./workers/worker-count.js";

/** Every variable that the hub and its command line read. */
export const variables = {
  ...sharedVariables,
  ...guardVariables,
  ...workerVariables,
  ...cacheVariables,
  ...watchVariables,
  ...transportVariables,
  ...portalVariables,
  /** The address that others reach the hub by; the development issuer names itself after it. */
  HUB_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("https://carrefour.exemple.ca")
    .meta({
      what: "L'adresse par laquelle on atteint le carrefour ; absente, http://127.0.0.1 et PORT. · The address that others reach the hub by; absent, http://127.0.0.1 and PORT.",
    }),
  DATA_LICENCE: z
    .enum(Object.keys(dataLicences) as [DataLicence, ...DataLicence[]])
    .default("CC-BY-4.0")
    .describe("CC-BY-4.0")
    .meta({
      what: "Licence de ce que le carrefour calcule, dite dans les fichiers ouverts ; celle d'une valeur imprimée est celle de sa source. · Licence of what the hub computes, told in the open files; that of a printed value is its source's.",
    }),
  HUB_CONTACT: z
    .union([z.email(), z.url({ protocol: /^https?$/ })])
    .optional()
    .describe("carrefour@exemple.ca | https://exemple.ca/contact")
    .meta({
      what: "Adresse de courriel ou page où joindre le propriétaire du carrefour, dite par le portail ; absente, il dit qu'elle reste à fixer. · Mail address or page where the hub's owner is reached, told by the portal; absent, it says that it is yet to be set.",
    }),
  CARREFOUR_TOKEN: z.string().min(1).optional().describe("eyJhbGciOiJFUzI1NiIs…").meta({
    what: "Jeton d'accès que la ligne de commande montre au carrefour. · Access token that the command line shows to the hub.",
  }),
  CARREFOUR_CLIENT: z.string().min(1).optional().describe("ciusss-estrie-chus-envoi").meta({
    what: "Programme au nom duquel la ligne de commande demande un jeton. · Program in whose name the command line asks for a token.",
  }),
  CARREFOUR_KEY_FILE: z.string().min(1).optional().describe("/etc/carrefour/cle.pem").meta({
    what: "Clé privée par laquelle ce programme se prouve. · Private key that this program proves itself with.",
  }),
};

// What a terminal says of itself: no setting of the hub.
const terminalVariables = {
  ...variables,
  XDG_CONFIG_HOME: z.string().min(1).optional().describe("/home/vous/.config"),
  DISPLAY: z.string().optional().describe(":0"),
  WAYLAND_DISPLAY: z.string().optional().describe("wayland-0"),
};

/** Everything the hub was told, read once. */
export interface Config {
  readonly isProduction: boolean;
  readonly language: "fr" | "en";
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  /** The licence of what the hub computes. */
  readonly dataLicence: DataLicence;
  /** Where the owner is written to; null: not told. */
  readonly contact: string | null;
  readonly dataDir: string;
  /** Null: the hub runs its own PostgreSQL. */
  readonly databaseUrl: string | null;
  readonly databaseUrlOf: (subgraph: SubgraphName) => string | null;
  /** The streaming replica that a subgraph of this process reads from. */
  readonly replicaOf: (subgraph: SubgraphName) => GivenReplica | null;
  /** One server as the subgraphs of this process reach it, whose secret may change while they run. */
  readonly addressOf: (url: string) => DatabaseAddress;
  /** What lets this process in at subgraphs over HTTP; null when it has none. */
  readonly hopSecrets: SecretSource | null;
  /** Null: the audit is signed with a key derived from the secret of the roles. */
  readonly signingKey: SigningKeySource;
  readonly seed: "demo" | "reference";
  /** Null: the development issuer runs in this process. */
  readonly issuer: string | null;
  /** Where the issuer's keys are asked for; null with the development issuer, whose keys lie in this process. */
  readonly discoveryUrl: string | null;
  readonly audience: string;
  /** How the portal signs people in. */
  readonly portal: PortalSettings;
  readonly subgraphUrlOf: (subgraph: SubgraphName) => string | null;
  readonly guard: GuardSettings;
  readonly cache: CacheSettings;
  readonly transports: TransportSettings;
  readonly operations: OperationsSettings & WatchSettings;
  /** How many processes serve. */
  readonly workers: number;
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
  if (read.OIDC_ISSUER === undefined && !isOfThisMachine(read.HOST)) throw issuerWithoutPasswords(read.HOST);
  return {
    isProduction,
    language: languageOf(read.LANG),
    host: read.HOST,
    port: read.PORT,
    publicUrl: publicUrlOf(read),
    dataLicence: read.DATA_LICENCE,
    contact: read.HUB_CONTACT ?? null,
    dataDir: read.HUB_DATA_DIR,
    databaseUrl: read.DATABASE_URL ?? null,
    databaseUrlOf: (name) => textOf("DATABASE_URL", name) ?? read.DATABASE_URL ?? null,
    replicaOf: (name) => givenReplica(read, name),
    addressOf: databaseAddresses(read),
    hopSecrets: subgraphNames.some((name) => textOf("SUBGRAPH_URL", name) !== null)
      ? hopSecretsOf(read)
      : null,
    signingKey: givenSigningKey(read),
    seed: read.HUB_SEED ?? (read.DATABASE_URL === undefined && !isProduction ? "demo" : "reference"),
    issuer: read.OIDC_ISSUER ?? null,
    discoveryUrl: issuerAddressOf(read)?.discoveryUrl ?? null,
    audience: read.OIDC_AUDIENCE,
    portal: portalSettingsOf(read),
    subgraphUrlOf: (name) => textOf("SUBGRAPH_URL", name),
    guard: guardSettingsOf(read),
    cache: cacheSettingsOf(read),
    transports: transportSettingsOf(read),
    operations: { ...operationsSettingsOf(read, defaultOperationsPort), ...watchSettingsOf(read) },
    workers: workersOf(read.HUB_WORKERS),
    logTo: read.HUB_LOG ?? (isProduction ? "stdout" : "file"),
    logLevel: read.LOG_LEVEL,
  };
}

/** What the command line was told: it needs no more than the hub's address and who asks. */
export interface TerminalConfig extends Pick<Config, "language" | "dataDir" | "publicUrl"> {
  readonly token: string | null;
  readonly client: string | null;
  readonly keyFile: string | null;
  /** Where programs keep what a person told them. */
  readonly configHome: string;
  /** A browser can be opened here. */
  readonly hasDisplay: boolean;
}

/** Reads what the command line needs of the environment; throws StartError that names every mistake. */
export function readTerminalConfig(environment: NodeJS.ProcessEnv = process.env): TerminalConfig {
  const read = readEnvironment(terminalVariables, environment);
  const { XDG_CONFIG_HOME: configHome } = read;
  return {
    language: languageOf(read.LANG),
    dataDir: read.HUB_DATA_DIR,
    publicUrl: publicUrlOf(read),
    token: read.CARREFOUR_TOKEN ?? null,
    client: read.CARREFOUR_CLIENT ?? null,
    keyFile: read.CARREFOUR_KEY_FILE ?? null,
    // A relative path is invalid there (XDG Base Directory Specification).
    configHome: configHome && isAbsolute(configHome) ? configHome : join(homedir(), ".config"),
    hasDisplay: platform() !== "linux" || read.DISPLAY !== undefined || read.WAYLAND_DISPLAY !== undefined,
  };
}

/** What a command of the operator needs: the database, and what the audit is signed with. */
export type OperatorConfig = Pick<
  Config,
  "language" | "dataDir" | "databaseUrlOf" | "addressOf" | "signingKey"
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
    addressOf: databaseAddresses(read),
    signingKey: givenSigningKey(read),
  };
}

const defaultOperationsPort = 4001;

/** The files that the environment names for secrets; unreadable ones are a mistake that reading the configuration tells. */
export const secretFilesOf = (environment: NodeJS.ProcessEnv = process.env): string[] =>
  [
    "DATABASE_ROLE_SECRET_FILE",
    "HOP_SECRET_FILE",
    "AUDIT_SIGNING_KEY_FILE",
    "PORTAL_CLIENT_SECRET_FILE",
    "PORTAL_SESSION_KEY_FILE",
  ].flatMap((name) => environment[name] || []);

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

const isOfThisMachine = (host: string): boolean => host === "::1" || isLoopback({ hostname: host });

// The development issuer asks nobody for a password: whoever reaches it is whom they say.
const issuerWithoutPasswords = (host: string): StartError =>
  new StartError(
    "ISSUER_WITHOUT_PASSWORDS",
    `HOST=${host} ouvre le carrefour à d'autres machines : il faut alors OIDC_ISSUER, car l'émetteur de développement ne demande aucun mot de passe. Pour un essai, gardez HOST=127.0.0.1.`,
    `HOST=${host} opens the hub to other machines: it then needs OIDC_ISSUER, as the development issuer asks for no password. To try it out, keep HOST=127.0.0.1.`,
  );

const noIssuerInProduction = (): StartError =>
  new StartError(
    "NO_ISSUER_IN_PRODUCTION",
    "NODE_ENV=production demande OIDC_ISSUER : l'émetteur de développement n'y est pas permis.",
    "NODE_ENV=production needs OIDC_ISSUER: the development issuer is not allowed there.",
  );
