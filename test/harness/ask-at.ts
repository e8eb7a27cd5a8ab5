import type { FormattedExecutionResult } from "graphql";

/** Asks the public door, or the authenticated one as a demonstration account. */
export type AskHub = <Answer>(
  query: string,
  options?: { account?: string; variables?: Record<string, unknown> },
) => Promise<FormattedExecutionResult<Answer>>;

type TokenFor = (account: string) => Promise<string>;

const tokenKeptMs = 200_000;

/** Tokens of the demonstration accounts; one is asked for again long before its 300 seconds are over. */
export function keptTokens(ask: TokenFor): TokenFor {
  const kept = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  return (account) => {
    const known = kept.get(account);
    if (known && known.until > Date.now()) return known.token;
    const token = ask(account);
    kept.set(account, { token, until: Date.now() + tokenKeptMs });
    return token;
  };
}

/** Asks the doors of a hub at an address. */
export const askAt =
  (address: string, tokenFor: TokenFor): AskHub =>
  async (query, { account, variables } = {}) => {
    const response = await fetch(`${address}${account ? "/graphql/authenticated" : "/graphql"}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(account ? { authorization: `Bearer ${await tokenFor(account)}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as never;
  };
