import type { FormattedExecutionResult } from "graphql";
import {
  type Clock,
  type Principal,
  publicPrincipal,
  runSubgraph,
  type Subgraph,
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
  const running = runSubgraph(subgraph.build(), pools, (error) => hidden.push(error), clock);
  const ask = async (
    query: string,
    variables?: Record<string, unknown>,
    principal: Principal = publicPrincipal,
  ) => running.execute({ query, variables, principal, requestId: "test" });
  return { ask: ask as Ask, hidden, statements };
}

/** An establishment's credential. */
export const anEstablishmentPrincipal = (
  establishment: string,
  subject = `user:${establishment}`,
): Principal => ({
  audience: "establishment",
  subject,
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
  scopes: [scope],
  establishment: null,
  agreement: null,
  isDevelopment: true,
});

/** A researcher bound to an access agreement. */
export const aResearcher = (agreement: string | null, subject = "researcher"): Principal => ({
  audience: "researcher",
  subject,
  scopes: ["research:read"],
  establishment: null,
  agreement,
  isDevelopment: true,
});
