import type { FormattedExecutionResult } from "graphql";
import { variableOf } from "./environment.js";
import { HubError } from "./errors.js";
import { carriedHeaders } from "./operations/tracing.js";
import { hopHeader, signHop } from "./hop-token.js";
import { hubPrincipal, type Principal, publicPrincipal } from "./principal.js";
import type { SecretSource } from "./secrets/secret-source.js";
import type { SubgraphName } from "./subgraph-name.js";

/**
 * Asks another subgraph a question of its public schema, as anybody could; gives its data. Refuses with
 * PEER_UNAVAILABLE when it does not answer in full: what depends on half an answer is not written.
 */
export type AskPeer = <Answer>(
  subgraph: SubgraphName,
  query: string,
  variables?: Record<string, unknown>,
) => Promise<Answer>;

/** One question on its way to another subgraph. */
export interface PeerQuestion {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly requestId: string;
  /** Asked as the hub itself rather than as the public. */
  readonly asHub?: boolean;
}

/** Carries a question to a subgraph, in this process or by its address. */
export type PeerTransport = (
  subgraph: SubgraphName,
  question: PeerQuestion,
) => Promise<FormattedExecutionResult>;

/** A subgraph of this process, as far as its peers know it. */
interface Neighbour {
  execute(request: PeerQuestion & { readonly principal: Principal }): Promise<FormattedExecutionResult>;
}

// A neighbour that hangs must not hold the operation that waits for it.
const longestAnswerMs = 5_000;

/** Finds each neighbour in this process, or at its address (SUBGRAPH_URL_<NAME>), where it wants a signed hop. */
export const peerTransport =
  (
    placeOf: (subgraph: SubgraphName) => Neighbour | string | null,
    hopSecrets: SecretSource = () => [],
  ): PeerTransport =>
  async (subgraph, question) => {
    const place = placeOf(subgraph);
    if (place === null) throw new Error(`${variableOf("SUBGRAPH_URL", subgraph)} is unset`);
    return typeof place === "string"
      ? askOverHttp(place, subgraph, question, hopSecrets)
      : place.execute({ ...question, principal: question.asHub ? hubPrincipal : publicPrincipal });
  };

/** The transport of a process that has no neighbours. */
export const noPeers: PeerTransport = peerTransport(() => null);

async function askOverHttp(
  url: string,
  subgraph: SubgraphName,
  { query, variables, requestId, asHub }: PeerQuestion,
  hopSecrets: SecretSource,
): Promise<FormattedExecutionResult> {
  const body = JSON.stringify({ query, variables });
  const caller = asHub ? "hub" : "public";
  const hop = signHop(hopSecrets, { subgraph, requestId, caller, token: null, body });
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", [hopHeader]: hop, ...carriedHeaders() },
    body,
    redirect: "error",
    signal: AbortSignal.timeout(longestAnswerMs),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return (await response.json()) as FormattedExecutionResult;
}

/** How one request asks other subgraphs; why a question failed is only told to the log. */
export const askPeerOf =
  (
    transport: PeerTransport,
    requestId: string,
    logError: (error: unknown, requestId: string) => void,
  ): AskPeer =>
  async <Answer>(subgraph: SubgraphName, query: string, variables: Record<string, unknown> = {}) => {
    try {
      const { data, errors } = await transport(subgraph, { query, variables, requestId });
      if (errors || !data) throw new Error(`${subgraph}: ${JSON.stringify(errors ?? "no data")}`);
      return data as Answer;
    } catch (cause) {
      logError(cause, requestId);
      throw new HubError("PEER_UNAVAILABLE", { subgraph });
    }
  };
