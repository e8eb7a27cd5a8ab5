import { z } from "zod";

const points = z.coerce.number().int().min(1);

/** What an operator may say of the guard; each has a default that needs no thought. */
export const guardVariables = {
  RATE_LIMIT_ADDRESS: points.default(300_000).describe("300000").meta({
    what: "Points par minute d'une adresse ; une requête servie en coûte un, une refusée cinquante. · Points a minute of one address; an answered request costs one, a refused one fifty.",
  }),
  RATE_LIMIT_PRINCIPAL: points.default(120_000).describe("120000").meta({
    what: "Points par minute d'un compte, quelle que soit l'adresse. · Points a minute of one account, whatever the address.",
  }),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .describe("redis://127.0.0.1:6379")
    .meta({
      what: "Partage ces comptes entre plusieurs carrefours ; absent, chacun compte pour soi. · Shares these counts between several hubs; absent, each counts for itself.",
    }),
  TRUST_PROXY: z
    .string()
    .regex(/^(\d{1,2}|[\da-fA-F.:/]+(,\s*[\da-fA-F.:/]+)*)$/)
    .optional()
    .describe("1 | 10.0.0.0/8")
    .meta({
      what: "Combien de mandataires précèdent le carrefour, ou leurs adresses : leur X-Forwarded-For est cru. · How many proxies stand before the hub, or their addresses: their X-Forwarded-For is believed.",
    }),
  CORS_ORIGINS: z
    .string()
    .regex(/^https?:\/\/[\w.-]+(:\d+)?(,\s*https?:\/\/[\w.-]+(:\d+)?)*$/)
    .optional()
    .describe("https://tableau.exemple.ca,https://autre.exemple.ca")
    .meta({
      what: "Sites qui peuvent interroger la porte authentifiée depuis un navigateur. · Web sites that may ask the authenticated door from a browser.",
    }),
  REQUEST_TIMEOUT_SECONDS: z.coerce.number().positive().max(600).default(30).describe("30").meta({
    what: "Durée de l'arrivée d'une requête ; ses en-têtes en ont le tiers. · The whole of a request on its way in; its headers have a third of it.",
  }),
};

/** Whose word on the caller's address is believed: nobody's, that of named addresses, or of so many hops. */
export type TrustedProxies = false | string[] | ((address: string, hop: number) => boolean);

/** The guard's settings, read. */
export interface GuardSettings {
  readonly pointsPerAddress: number;
  readonly pointsPerPrincipal: number;
  /** Null: each hub counts for itself. */
  readonly redisUrl: string | null;
  /** False: the address is that of the connection. */
  readonly trustProxy: TrustedProxies;
  readonly corsOrigins: readonly string[];
  readonly operationTimeoutMs: number;
  readonly requestTimeoutMs: number;
}

/** Reads the guard's settings from the environment that was read. */
export function guardSettingsOf(
  read: z.infer<z.ZodObject<typeof guardVariables>> & { readonly OPERATION_TIMEOUT_SECONDS: number },
): GuardSettings {
  return {
    pointsPerAddress: read.RATE_LIMIT_ADDRESS,
    pointsPerPrincipal: read.RATE_LIMIT_PRINCIPAL,
    redisUrl: read.REDIS_URL ?? null,
    trustProxy: proxiesOf(read.TRUST_PROXY),
    corsOrigins: read.CORS_ORIGINS?.split(/,\s*/) ?? [],
    operationTimeoutMs: read.OPERATION_TIMEOUT_SECONDS * 1_000,
    requestTimeoutMs: read.REQUEST_TIMEOUT_SECONDS * 1_000,
  };
}

function proxiesOf(told: string | undefined): TrustedProxies {
  if (told === undefined || told === "0") return false;
  if (!/^\d+$/.test(told)) return told.split(/,\s*/);
  const hops = Number(told);
  return (_, hop) => hop < hops;
}
