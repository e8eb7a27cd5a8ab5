import { z } from "zod";
import { StartError } from "./start-error.js";
import { subgraphNames } from "./subgraph-name.js";

type Environment = Readonly<Record<string, string | undefined>>;

const databaseUrl = z
  .url({ protocol: /^postgres(ql)?$/ })
  .describe("postgres://utilisateur:motdepasse@127.0.0.1:5432/carrefour");

/** A TCP port as the environment gives it; 0 lets the system choose. */
export const port = z.coerce.number().int().min(0).max(65_535);

/** A variable name of one subgraph: DATABASE_URL_USER_COMMITTEES. */
export const variableOf = (prefix: string, subgraph: string): string =>
  `${prefix}_${subgraph.toUpperCase().replaceAll("-", "_")}`;

/** One optional variable a subgraph: SUBGRAPH_URL_<NAME>, DATABASE_URL_<NAME>. */
export const perSubgraph = <Shape extends z.ZodType>(
  prefix: string,
  shape: Shape,
): Record<string, z.ZodOptional<Shape>> =>
  Object.fromEntries(subgraphNames.map((name) => [variableOf(prefix, name), shape.optional()]));

/** What every process of the hub reads: gateway and lone subgraph alike. */
export const sharedVariables = {
  NODE_ENV: z.enum(["development", "test", "production"]).default("development").describe("production"),
  HUB_DATA_DIR: z.string().min(1).default(".data").describe(".data"),
  HUB_SEED: z.enum(["demo", "reference"]).optional().describe("demo"),
  HOST: z.string().min(1).default("127.0.0.1").describe("127.0.0.1"),
  PORT: port.default(4000).describe("0 – 65535 (4000)"),
  DATABASE_URL: databaseUrl.optional().describe("postgres://utilisateur:motdepasse@127.0.0.1:5432/carrefour"),
  DATABASE_ROLE_SECRET: z
    .string()
    .min(16)
    .optional()
    .describe("seize caractères ou plus · sixteen characters or more"),
  AUDIT_SIGNING_KEY: z.string().min(1).optional().describe("-----BEGIN PRIVATE KEY-----…"),
  AUDIT_SIGNING_KEY_FILE: z.string().min(1).optional().describe("/run/secrets/audit-signing-key.pem"),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("https://identite.exemple.ca/realms/carrefour"),
  OIDC_AUDIENCE: z.string().min(1).default("urn:carrefour").describe("urn:carrefour"),
  HUB_LOG: z.enum(["stdout", "file"]).optional().describe("stdout"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info").describe("info"),
  LANG: z.string().default("fr_CA.UTF-8").describe("fr_CA.UTF-8"),
  ...perSubgraph("DATABASE_URL", databaseUrl),
  ...perSubgraph("SUBGRAPH_URL", z.url({ protocol: /^https?$/ }).describe("http://127.0.0.1:4101/graphql")),
};

/**
 * Reads variables against their shapes; empty ones count as absent.
 * Throws StartError naming every mistake at once, each with an example.
 */
export function readEnvironment<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Environment,
): z.infer<z.ZodObject<Shape>> {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const read = z.object(shape).safeParse(given);
  if (read.success) return read.data;
  const mistakes = read.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const expected = allowedValues(issue) ?? (shape[name] as z.ZodType | undefined)?.description ?? "";
    return { name, observed: given[name] ?? "", expected };
  });
  throw new StartError(
    "BAD_ENVIRONMENT",
    mistakes
      .map(
        ({ name, observed, expected }) => `${name}=${observed} : valeur non reconnue ; attendu : ${expected}`,
      )
      .join("\n"),
    mistakes
      .map(
        ({ name, observed, expected }) => `${name}=${observed}: value not recognised; expected: ${expected}`,
      )
      .join("\n"),
  );
}

const allowedValues = (issue: z.core.$ZodIssue): string | null =>
  issue.code === "invalid_value" ? issue.values.map(String).join(" | ") : null;

/** Synthetic data does not go into production; a database that was seeded before is served as it is, labelled. */
export function refuseDemonstrationInProduction(read: {
  NODE_ENV: string;
  HUB_SEED?: string | undefined;
}): void {
  if (read.NODE_ENV !== "production" || read.HUB_SEED !== "demo") return;
  throw new StartError(
    "DEMO_IN_PRODUCTION",
    "HUB_SEED=demo est refusé avec NODE_ENV=production : des données synthétiques ne vont pas en production.",
    "HUB_SEED=demo is refused with NODE_ENV=production: synthetic data does not go into production.",
  );
}
