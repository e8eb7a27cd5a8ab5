import { z } from "zod";
import { type SubgraphName, subgraphNames, variableOf } from "../../../subgraphs/offline.js";

const seconds = z.coerce.number().positive().max(600);
const count = z.coerce.number().int().min(1);

const timeOutOfOne = seconds.optional().describe("2").meta({
  what: "La même durée pour un sous-graphe, quand elle diffère. · The same for one subgraph, when it differs.",
});

/** What an operator may say of the way to the subgraphs; each has a default that needs no thought. */
export const transportVariables = {
  SUBGRAPH_TIMEOUT_SECONDS: seconds.default(5).describe("5").meta({
    what: "Combien de temps un sous-graphe servi par HTTP a pour répondre à une lecture ; ses champs manquent ensuite, et la requête est abandonnée. · How long a subgraph over HTTP has to answer a query; its fields are missing afterwards, and the request is given up.",
  }),
  SUBGRAPH_CONCURRENCY: count.default(64).describe("64").meta({
    what: "Requêtes en cours au plus vers un même sous-graphe ; c'est aussi le nombre de connexions. · Requests under way to one subgraph at most; also the number of connections.",
  }),
  SUBGRAPH_QUEUE: count.default(1_000).describe("1000").meta({
    what: "Requêtes qui attendent leur tour au plus, par sous-graphe ; au-delà, la partie est dite occupée. · Requests that wait for their turn at most, a subgraph; beyond that, it is told to be busy.",
  }),
  SUBGRAPH_BREAKER_FAILURES: count.default(5).describe("5").meta({
    what: "Échecs de suite d'un sous-graphe servi par HTTP après lesquels on cesse un moment de le solliciter. · Failures in a row of a subgraph over HTTP after which it is left alone for a while.",
  }),
  SUBGRAPH_BREAKER_SECONDS: seconds.default(2).describe("2").meta({
    what: "Durée de ce moment ; une seule requête essaie ensuite. · How long that lasts; a single request tries afterwards.",
  }),
  ...(Object.fromEntries(
    subgraphNames.map((name) => [variableOf("SUBGRAPH_TIMEOUT_SECONDS", name), timeOutOfOne]),
  ) as Record<string, typeof timeOutOfOne>),
};

/** The way to the subgraphs, as it was told. */
export interface TransportSettings {
  readonly timeoutMsOf: (subgraph: SubgraphName) => number;
  readonly mostAtOnce: number;
  readonly mostWaiting: number;
  readonly breakerFailures: number;
  readonly breakerMs: number;
}

/** Reads the settings from the environment that was read. */
export function transportSettingsOf(read: {
  readonly SUBGRAPH_TIMEOUT_SECONDS: number;
  readonly SUBGRAPH_CONCURRENCY: number;
  readonly SUBGRAPH_QUEUE: number;
  readonly SUBGRAPH_BREAKER_FAILURES: number;
  readonly SUBGRAPH_BREAKER_SECONDS: number;
}): TransportSettings {
  const byName = read as Readonly<Record<string, unknown>>;
  return {
    timeoutMsOf: (name) =>
      1_000 *
      ((byName[variableOf("SUBGRAPH_TIMEOUT_SECONDS", name)] as number | undefined) ??
        read.SUBGRAPH_TIMEOUT_SECONDS),
    mostAtOnce: read.SUBGRAPH_CONCURRENCY,
    mostWaiting: read.SUBGRAPH_QUEUE,
    breakerFailures: read.SUBGRAPH_BREAKER_FAILURES,
    breakerMs: read.SUBGRAPH_BREAKER_SECONDS * 1_000,
  };
}
