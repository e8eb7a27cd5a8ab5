import type { TestHub } from "../harness/hub.js";

/** Hubs of these tests keep answers, as those of the ministry do. */
export const withCache = { ANSWER_CACHE_MEGABYTES: "48" };

/** A hub that can be asked, and what it did meanwhile. */
export type AskedHub = Pick<TestHub, "address" | "statements" | "plans">;

/** What a portal asks. */
export const questions = {
  glossary: "query Glossary { glossary { code term { fr } } }",
  committees: 'query Committees { userCommittees(establishment: "ciusss-estrie-chus") { id name { fr } } }',
  vintages: "query Vintages($campaign: String!) { vintages(campaign: $campaign) { code status } }",
  observations:
    'query Observations($campaign: String!) { qualityIndicator(code: "IQP-06") { observations(campaign: $campaign) { value status vintage } } }',
} as const;

/** One answer, as it came over the wire. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** How many statements the hub sent meanwhile. */
  readonly statements: number;
  /** True when the hub executed something meanwhile: it was not told from what is kept. */
  readonly isComputed: boolean;
}

const preflight = { "apollo-require-preflight": "1" };

/** Asks the public door by GET, as a portal does. */
export async function get(
  hub: AskedHub,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Got> {
  const [statements, plans] = [hub.statements.length, hub.plans.length];
  const asked = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const response = await fetch(`${hub.address}/graphql?${asked.toString()}`, {
    headers: { "accept-encoding": "identity", ...preflight, ...headers },
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    statements: hub.statements.length - statements,
    isComputed: hub.plans.length > plans,
  };
}

/** The same by POST. */
export async function post(hub: AskedHub, body: object, headers: Record<string, string> = {}): Promise<Got> {
  const [statements, plans] = [hub.statements.length, hub.plans.length];
  const response = await fetch(`${hub.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-encoding": "identity", ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    statements: hub.statements.length - statements,
    isComputed: hub.plans.length > plans,
  };
}

/** Waits until a word is true. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`never: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
