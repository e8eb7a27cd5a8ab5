import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from "@apollo/server";
import { type Context, SpanKind } from "@opentelemetry/api";
import type { FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { beginSpan, carriedContext } from "../../subgraphs/index.js";
import type { RequestContext } from "../supergraph/request-context.js";
import type { NameOperation } from "./known-operations.js";
import type { HubMetrics, OperationOutcome } from "./metrics.js";

export interface OperationWatching {
  readonly door: string;
  readonly log: Logger;
  readonly metrics: HubMetrics;
  readonly nameOf: NameOperation;
  /** From how many milliseconds on an operation is told apart as slow; null: never. */
  readonly slowMs: number | null;
}

/** Measures each operation of a door, gives it a span, and writes it to the log: a line each, two for a slow one. */
export const watchOperations = (watching: OperationWatching): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart({ contextValue: { watch, traceParent } }) {
    const startedAt = performance.now();
    const kind = SpanKind.SERVER;
    if (watch) watch.traced = beginSpan(`graphql ${watching.door}`, traceParent, { kind });
    return {
      async willSendResponse(ended) {
        tellEnd(watching, ended, performance.now() - startedAt);
      },
    };
  },
});

type Ended = GraphQLRequestContextWillSendResponse<RequestContext>;

/** Who (audience only), what, how long, which subgraphs. Never a value, never a token. */
function tellEnd(
  { door, log, metrics, nameOf, slowMs }: OperationWatching,
  { operationName, operation, errors, contextValue, queryHash, response }: Ended,
  ms: number,
): void {
  const { requestId, principal, subgraphsCalled, watch, asker } = contextValue;
  const codes = errors?.map((error) => String(error.extensions?.code ?? "UNKNOWN")) ?? [];
  // Nobody heard what is missing, and nothing of ours failed.
  const outcome = codes.length > 0 && asker?.reason ? "left" : outcomeOf(response, codes);
  const name = nameOf(queryHash);
  metrics.operation(door, name, outcome, ms / 1_000);
  const line = { door, requestId, audience: principal.audience, operation: operationName ?? null };
  log.info(
    {
      ...line,
      type: operation?.operation ?? null,
      subgraphs: [...new Set(subgraphsCalled)],
      errors: outcome === "left" ? [] : codes,
      ...(outcome === "left" ? { outcome } : {}),
      durationMs: Math.round(ms),
    },
    "operation",
  );
  if (!watch) return;
  watch.traced?.end(outcome === "complete" ? null : (codes[0] ?? outcome), {
    "graphql.operation.type": operation?.operation ?? "none",
    "graphql.operation.name": name,
    "carrefour.document": queryHash ?? "",
    "carrefour.audience": principal.audience,
    "carrefour.request_id": requestId,
  });
  const { planMs, executeMs, serialiseMs } = watch;
  if (planMs > 0) metrics.phase("plan", planMs / 1_000);
  if (executeMs > 0) metrics.phase("execute", executeMs / 1_000);
  if (slowMs === null || ms < slowMs) return;
  if (serialiseMs > 0) metrics.phase("serialise", serialiseMs / 1_000);
  const phases = { planMs, executeMs, serialiseMs };
  const rounded = Object.fromEntries(
    Object.entries(phases).map(([phase, took]) => [phase, Math.round(took)]),
  );
  log.warn(
    {
      ...line,
      document: queryHash ?? null,
      durationMs: Math.round(ms),
      ...rounded,
      fetches: watch.fetches(),
    },
    "slow operation",
  );
}

function outcomeOf(response: Ended["response"], codes: readonly string[]): OperationOutcome {
  if (codes.length === 0) return "complete";
  const { body } = response;
  return body.kind === "single" && body.singleResult.data ? "partial" : "failed";
}

/** The span that a request says it belongs to, if the word of who sent it is believed (TRUST_PROXY). */
export function traceParentOf({
  ips,
  headers,
}: Pick<FastifyRequest, "ips" | "headers">): Context | undefined {
  // The first is the other end of the connection; a second one was told by it, and believed.
  return (ips?.length ?? 0) > 1 ? carriedContext(headers) : undefined;
}
