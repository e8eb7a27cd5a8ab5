import { z } from "zod";

/** What an operator may say of an operation's time, of watching over a process and of its end: gateway and lone subgraph alike. */
export const operationsVariables = {
  OPERATION_TIMEOUT_SECONDS: z.coerce.number().positive().max(600).default(30).describe("30").meta({
    what: "Durée d'une opération entière ; ce qui n'est pas lu alors n'est plus demandé, et PostgreSQL ne le lit plus. · The whole of an operation; what is not fetched by then is no longer asked, nor read by PostgreSQL.",
  }),
  OPERATIONS_PORT: z
    .string()
    .regex(/^(off|\d{1,5})$/)
    .refine((told) => told === "off" || Number(told) <= 65_535)
    .optional()
    .describe("4001 | off")
    .meta({
      what: "Port privé de /metrics et de la santé en détail ; absent, 4001 pour le carrefour et aucun pour un sous-graphe seul. · Private port of /metrics and of health in detail; absent, 4001 for the hub and none for a lone subgraph.",
    }),
  OPERATIONS_HOST: z.string().min(1).default("127.0.0.1").describe("127.0.0.1").meta({
    what: "Adresse d'écoute de ce port ; nul n'y est tenu de dire qui il est : elle reste privée. · Address that this port listens on; nobody is asked who they are there: it stays private.",
  }),
  DRAIN_SECONDS: z.coerce.number().min(0).max(600).optional().describe("0 – 600").meta({
    what: "Combien de secondes, après SIGTERM, le carrefour répond encore en se disant non prêt, pour qu'un répartiteur l'apprenne ; absent, 5 en production, sinon 0. · How many seconds after SIGTERM the hub still answers while it says that it is not ready, so that a balancer learns of it; absent, 5 in production, else 0.",
  }),
};

/** Where a process is watched, and how it ends. */
export interface OperationsSettings {
  /** Null: nowhere. */
  readonly watchedAt: { readonly host: string; readonly port: number } | null;
  /** How long it still takes connections after it said that it is no longer ready. */
  readonly drainMs: number;
}

const drainSecondsInProduction = 5;

/** Reads where a process is watched; `defaultPort` is taken when the environment names none, null for nowhere. */
export function operationsSettingsOf(
  read: z.infer<z.ZodObject<typeof operationsVariables>> & { readonly NODE_ENV: string },
  defaultPort: number | null,
): OperationsSettings {
  const { OPERATIONS_PORT: told, OPERATIONS_HOST: host, DRAIN_SECONDS: seconds } = read;
  const port = told === undefined ? defaultPort : told === "off" ? null : Number(told);
  return {
    watchedAt: port === null ? null : { host, port },
    drainMs: 1_000 * (seconds ?? (read.NODE_ENV === "production" ? drainSecondsInProduction : 0)),
  };
}
