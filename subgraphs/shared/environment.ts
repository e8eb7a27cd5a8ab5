import { z } from "zod";
import { operationsVariables } from "./operations/operations-variables.js";
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
const perSubgraph = <Shape extends z.ZodType>(
  prefix: string,
  shape: Shape,
): Record<string, z.ZodOptional<Shape>> =>
  Object.fromEntries(subgraphNames.map((name) => [variableOf(prefix, name), shape.optional()]));

/** What every process of the hub reads: gateway and lone subgraph alike. */
export const sharedVariables = {
  NODE_ENV: z.enum(["development", "test", "production"]).default("development").describe("production").meta({
    what: "`production` exige un émetteur de jetons et refuse les données de démonstration. · `production` requires a token issuer and refuses demonstration data.",
  }),
  HUB_DATA_DIR: z.string().min(1).default(".data").describe(".data").meta({
    what: "Dossier du carrefour : base embarquée, journal, clés d'essai. · Folder of the hub: embedded database, log, trial keys.",
  }),
  HUB_SEED: z.enum(["demo", "reference"]).optional().describe("demo").meta({
    what: "Données de départ ; `demo` sur la base embarquée hors production, sinon `reference`. · Data to start with; `demo` on the embedded database outside production, else `reference`.",
  }),
  HOST: z.string().min(1).default("127.0.0.1").describe("127.0.0.1").meta({
    what: "Adresse d'écoute ; celle d'un sous-graphe reste privée. · Address to listen on; that of a subgraph stays private.",
  }),
  PORT: port.default(4000).describe("0 – 65535 (4000)").meta({ what: "Port d'écoute. · Port to listen on." }),
  DATABASE_URL: databaseUrl
    .optional()
    .describe("postgres://utilisateur:motdepasse@127.0.0.1:5432/carrefour")
    .meta({
      what: "Serveur PostgreSQL et compte qui peut créer des rôles ; absent, le carrefour démarre le sien. · PostgreSQL server and an account that may create roles; absent, the hub starts its own.",
    }),
  DATABASE_ROLE_SECRET: z
    .string()
    .min(16)
    .optional()
    .describe("seize caractères ou plus · sixteen characters or more")
    .meta({
      what: "D'où viennent les mots de passe des rôles, le même pour chaque processus ; absent, le mot de passe de DATABASE_URL. · From which the roles' passwords are derived, the same for every process; absent, the password of DATABASE_URL.",
    }),
  DATABASE_ROLE_SECRET_FILE: z.string().min(1).optional().describe("/run/secrets/role-secret").meta({
    what: "Fichier de ces secrets, un par ligne : le premier sert, tous sont acceptés ; relu dès qu'il change. · File of these secrets, one a line: the first is used, all are accepted; read again when it changes.",
  }),
  DATABASE_REPLICA_URL: databaseUrl.optional().describe("postgres://127.0.0.1:5433/carrefour").meta({
    what: "Réplique en continu de ce serveur, où le public et la recherche lisent ce qui est publié ; absente ou en retard, le serveur répond. · Streaming replica of that server, where the public and researchers read what is published; absent or behind, the server answers.",
  }),
  DATABASE_REPLICA_LAG_SECONDS: z.coerce
    .number()
    .min(0.5)
    .max(3_600)
    .default(5)
    .describe("0.5 – 3600 (5)")
    .meta({
      what: "Retard au-delà duquel la réplique ne sert plus, en secondes. · How far behind a replica may be and still serve, in seconds.",
    }),
  HOP_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe("trente-deux caractères ou plus · thirty-two characters or more")
    .meta({
      what: "À quoi la passerelle et les sous-graphes servis par HTTP se reconnaissent, le même partout ; absent, il est tiré du secret des rôles. · By which the gateway and subgraphs over HTTP know each other, the same everywhere; absent, it is derived from the roles' secret.",
    }),
  HOP_SECRET_FILE: z.string().min(1).optional().describe("/run/secrets/hop-secret").meta({
    what: "Fichier de ces secrets, un par ligne : le premier signe, tous sont acceptés ; relu dès qu'il change. · File of these secrets, one a line: the first signs, all are accepted; read again when it changes.",
  }),
  AUDIT_SIGNING_KEY: z.string().min(1).optional().describe("-----BEGIN PRIVATE KEY-----…").meta({
    what: "Clé privée Ed25519 (PEM) qui signe les têtes du journal ; absente, elle est tirée du secret des rôles. · Ed25519 private key (PEM) that signs the heads of the audit; absent, it is derived from the roles' secret.",
  }),
  AUDIT_SIGNING_KEY_FILE: z.string().min(1).optional().describe("/run/secrets/audit-signing-key.pem").meta({
    what: "Fichier de cette clé ; relu dès qu'il change : la clé nouvelle signe le jour suivant. · File of this key; read again when it changes: the new key signs the next day.",
  }),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("https://identite.exemple.ca/realms/carrefour")
    .meta({
      what: "Émetteur des jetons d'accès (OpenID Connect) ; absent hors production, l'émetteur de développement. · Issuer of the access tokens (OpenID Connect); absent outside production, the development issuer.",
    }),
  OIDC_DISCOVERY_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe("http://keycloak:8080/realms/carrefour/.well-known/openid-configuration")
    .meta({
      what: "Page de découverte de l'émetteur, quand le réseau d'ici l'atteint par une autre adresse que son nom. · Discovery page of the issuer, when the network here reaches it by another address than its name.",
    }),
  OIDC_AUDIENCE: z
    .string()
    .min(1)
    .default("urn:carrefour")
    .describe("urn:carrefour")
    .meta({ what: "Le nom du carrefour dans les jetons. · The name of the hub in tokens." }),
  HUB_LOG: z.enum(["stdout", "file"]).optional().describe("stdout").meta({
    what: "Où va le journal du carrefour ; `stdout` en production, sinon un fichier de HUB_DATA_DIR. · Where the log goes; `stdout` in production, else a file of HUB_DATA_DIR.",
  }),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"])
    .default("info")
    .describe("info")
    .meta({
      what: "Ce que le journal retient ; aucun niveau n'y met un secret, un chiffre ni un texte transmis. · What the log keeps; no level puts a secret, a figure or a text that was sent in it.",
    }),
  ...operationsVariables,
  LANG: z.string().default("fr_CA.UTF-8").describe("fr_CA.UTF-8").meta({
    what: "Langue du terminal : anglais si elle commence par « en », sinon français. · Language of the terminal: English if it begins with “en”, else French.",
  }),
  ...perSubgraph(
    "DATABASE_URL",
    databaseUrl.meta({
      what: "Le serveur d'un sous-graphe, quand il a le sien. · The server of one subgraph, when it has its own.",
    }),
  ),
  ...perSubgraph(
    "DATABASE_REPLICA_URL",
    databaseUrl.meta({
      what: "La réplique du serveur d'un sous-graphe. · The replica of the server of one subgraph.",
    }),
  ),
  ...perSubgraph(
    "SUBGRAPH_URL",
    z
      .url({ protocol: /^https?$/ })
      .describe("http://127.0.0.1:4101/graphql")
      .meta({
        what: "Un sous-graphe servi par HTTP, à cette adresse privée ; absent, il tourne dans ce processus. · A subgraph over HTTP, at this private address; absent, it runs in this process.",
      }),
  ),
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
    return { name, observed: toldBack(name, given[name] ?? ""), expected };
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

const secretVariables: ReadonlySet<string> = new Set([
  "DATABASE_ROLE_SECRET",
  "HOP_SECRET",
  "AUDIT_SIGNING_KEY",
  "CARREFOUR_TOKEN",
  "PORTAL_CLIENT_SECRET",
  "PORTAL_SESSION_KEY",
]);

/** What a message may repeat of a value: nothing of a secret, nothing before the @ of an address. */
function toldBack(name: string, value: string): string {
  if (secretVariables.has(name)) return "…";
  const mayHoldPassword = name.includes("_URL") && (value.includes("@") || !value.includes("://"));
  return mayHoldPassword ? (/^[a-z][a-z+.-]*:\/\//i.exec(value)?.[0] ?? "") + "…" : value;
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
