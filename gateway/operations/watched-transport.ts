import { SpanKind } from "@opentelemetry/api";
import { beginSpan, type SubgraphName, within } from "../../subgraphs/index.js";
import type { RequestContext } from "../supergraph/request-context.js";
import type { SubgraphAnswer, Transport } from "../supergraph/transport/transport.js";

/** Measures the fetches of each operation, and runs each in a span of its own when the operation has one. */
export const watchedTransport = (
  subgraph: SubgraphName,
  next: Transport<RequestContext>,
): Transport<RequestContext> => ({
  async send(operation, context, wait) {
    const { watch } = context;
    if (!watch) return next.send(operation, context, wait);
    const startedAt = performance.now();
    const traced = watch.traced && beginFetch(subgraph, operation.kind, watch.traced.context);
    // What the way to the subgraph hands on is this fetch, rather than the operation it belongs to.
    const own = traced ? { ...context, fetch: traced.context } : context;
    try {
      const answer = await within(traced, () => next.send(operation, own, wait));
      traced?.end(firstCode(answer));
      return answer;
    } catch (error) {
      traced?.end(String((error as { kind?: unknown }).kind ?? "no answer"));
      throw error;
    } finally {
      watch.fetched(subgraph, performance.now() - startedAt);
    }
  },
  close: () => next.close(),
});

const beginFetch = (subgraph: string, kind: string, parent: Parameters<typeof beginSpan>[1]) =>
  beginSpan(`fetch ${subgraph}`, parent, {
    kind: SpanKind.CLIENT,
    attributes: { "carrefour.subgraph": subgraph, "graphql.operation.type": kind },
  });

const firstCode = ({ errors }: SubgraphAnswer): string | null => {
  const [first] = errors ?? [];
  return first ? String(first.extensions?.code ?? "error") : null;
};
