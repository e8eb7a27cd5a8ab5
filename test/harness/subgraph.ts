import type { FormattedExecutionResult } from "graphql";
import {
  type Clock,
  type Principal,
  publicPrincipal,
  peerTransport,
  runSubgraph,
  type RunningSubgraph,
  type Subgraph,
  subgraphs,
} from "../../subgraphs/index.js";
import { testDay, type TestDatabase } from "./database.js";

type Data = Record<string, never>;

/** Asks one subgraph a question through its own schema, as the given caller. */
export type Ask = <Answer = Data>(
  query: string,
  variables?: Record<string, unknown>,
  principal?: Principal,
) => Promise<FormattedExecutionResult<Answer & Record<string, unknown>>>;

/** Starts a subgraph on a test database; errors that it hides from callers are kept in `hidden`. */
export function aSubgraph(
  subgraph: Subgraph,
  database: TestDatabase,
  clock: Clock = () => testDay,
): { ask: Ask; hidden: unknown[]; statements: string[] } {
  const hidden: unknown[] = [];
  const statements: string[] = [];
  const pools = database.of(subgraph);
  pools.observe((sql) => statements.push(sql));
  const logError = (error: unknown): unknown => hidden.push(error);
  const neighbours = new Map<string, RunningSubgraph>();
  // Started when first asked; most tests ask no neighbour.
  const neighbour = (name: string): RunningSubgraph | null => {
    const known = neighbours.get(name);
    const other = subgraphs.find((candidate) => candidate.name === name);
    if (known || !other) return known ?? null;
    const started = runSubgraph(other.build(), database.of(other), logError, clock);
    neighbours.set(name, started);
    return started;
  };
  const running = runSubgraph(subgraph.build(), pools, logError, clock, peerTransport(neighbour));
  const ask = async (
    query: string,
    variables?: Record<string, unknown>,
    principal: Principal = publicPrincipal,
  ) => running.execute({ query, variables, principal, requestId: "test" });
  return { ask: ask as Ask, hidden, statements };
}

/** Gives what the only field of a public question answers, asked of the named subgraph; fails when it is refused. */
export type Told = <Answer>(subgraph: string, query: string, variables?: object) => Promise<Answer>;

/** Starts every subgraph on one test database. */
export function everySubgraph(database: TestDatabase): Told {
  const asks = new Map<string, Ask>(
    subgraphs.map((subgraph) => [subgraph.name, aSubgraph(subgraph, database).ask]),
  );
  return async <Answer>(subgraph: string, query: string, variables: object = {}) => {
    const answer = await asks.get(subgraph)?.<Record<string, unknown>>(query, { ...variables });
    if (!answer?.data || answer.errors) throw new Error(`${subgraph}: ${JSON.stringify(answer?.errors)}`);
    return Object.values(answer.data)[0] as Answer;
  };
}

/** An establishment's credential. */
export const anEstablishmentPrincipal = (
  establishment: string,
  subject = `user:${establishment}`,
): Principal => ({
  audience: "establishment",
  subject,
  client: null,
  scopes: ["figures:write"],
  establishment,
  agreement: null,
  isDevelopment: true,
});

/** A steward with one of the three scopes. */
export const aSteward = (
  scope: "steward:collect" | "steward:publish" | "steward:privacy",
  subject: string = scope,
): Principal => ({
  audience: "steward",
  subject,
  client: null,
  scopes: [scope],
  establishment: null,
  agreement: null,
  isDevelopment: true,
});

/** A researcher bound to an access agreement. */
export const aResearcher = (agreement: string | null, subject = "researcher"): Principal => ({
  audience: "researcher",
  subject,
  client: null,
  scopes: ["research:read"],
  establishment: null,
  agreement,
  isDevelopment: true,
});
