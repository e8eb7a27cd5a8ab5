import { availableParallelism } from "node:os";
import { z } from "zod";

// More than any machine that serves a portal has; what is above is a slip of the keyboard.
const mostWorkers = 64;

/** What an operator may say of the workers. */
export const workerVariables = {
  HUB_WORKERS: z
    .union([z.literal("auto"), z.coerce.number().int().min(1).max(mostWorkers)])
    .default(1)
    .describe(`1 – ${mostWorkers} | auto`)
    .meta({
      what: "Combien de processus servent, avec une seule base ; `auto` : un par cœur. · How many processes serve, with one database; `auto`: one a core.",
    }),
};

/** How many processes serve. */
export const workersOf = (told: number | "auto"): number => (told === "auto" ? availableParallelism() : told);

const poolsOfOneSubgraph = 5;
const subgraphCount = 5;
const poolOfOneProcess = 8;
const smallestPool = 3;
// Migrations, seeds, daily tasks, listeners, exports, a backup, the operator's commands.
const besideOfOneProcess = 12;
const besideInAll = 38;

/**
 * How many connections a pool of one process may open: several processes share what one had, and none has so few that
 * the parts of one page wait for each other.
 */
export const poolSizeOf = (workers: number): number =>
  Math.max(smallestPool, Math.ceil(poolOfOneProcess / workers));

/**
 * The connections that a hub may open in all. A subgraph has a pool for each of four kinds of caller, that of the
 * establishments being double.
 */
export const connectionsOf = (workers: number): number =>
  besideInAll + workers * (besideOfOneProcess + subgraphCount * poolsOfOneSubgraph * poolSizeOf(workers));
