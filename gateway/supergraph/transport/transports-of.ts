import { isDeepStrictEqual } from "node:util";
import type { RunningSubgraph, SecretSource, SubgraphName } from "../../../subgraphs/index.js";
import type { RequestContext } from "../request-context.js";
import { Breaker } from "./breaker.js";
import { toldToBreaker } from "./broken-circuit.js";
import { deduplicated } from "./deduplicate.js";
import { type HttpPoolState, type HttpTransport, httpTransport } from "./http.js";
import { inProcessTransport } from "./in-process.js";
import { inTime } from "./in-time.js";
import { limited } from "./limit.js";
import { observed, type TransportObserver } from "./observe.js";
import { retried } from "./retry.js";
import { signedHeaders } from "./signed-headers.js";
import { toldToContext } from "./told-to-context.js";
import type { TransportSettings } from "./transport-settings.js";
import type { Transport } from "./transport.js";

export interface TransportsOptions {
  /** Where a subgraph is: at its address, or in this process. */
  readonly placeOf: (subgraph: SubgraphName) => string | Pick<RunningSubgraph, "execute">;
  readonly hopSecrets: SecretSource;
  readonly settings: TransportSettings;
  /** How long the whole of an operation may take. */
  readonly operationTimeoutMs: number;
  readonly observer?: TransportObserver;
  /** Told why no answer came; the caller is only told that a part is missing. */
  readonly onFailure: (error: unknown, subgraph: SubgraphName, requestId: string) => void;
  /** Milliseconds of a clock that only goes forward, for the breakers. */
  readonly now?: () => number;
}

/** The ways to the subgraphs, of both doors. */
export interface Transports {
  /** The way of one door, whose equal questions are asked once; closing it leaves the others open. */
  of(subgraph: SubgraphName): Transport<RequestContext>;
  /** Something was changed: what is asked from now on is not answered by what is under way. */
  noteChange(): void;
  /** The connections to the subgraphs over HTTP that were asked so far. */
  pools(): Iterable<readonly [SubgraphName, HttpPoolState]>;
  close(): Promise<void>;
}

const startedAt = (context: RequestContext): number => context.startedAt;

/** A subgraph over HTTP knows its caller by the token, one of this process by the principal: both are the same. */
const isSameCaller = (one: RequestContext, other: RequestContext): boolean =>
  one.authorization === other.authorization &&
  (one.principal === other.principal || isDeepStrictEqual(one.principal, other.principal));

/**
 * Builds the way to each subgraph on first use. A fetch passes, from the executor to the subgraph:
 *
 *   context       every receiver is told, those that share an answer too
 *   deduplicated  before anything that has a limit: what is shared takes no place, and who leaves ends what nobody shares
 *   observed      what really leaves, and all of its time
 *   in time       the wait for a turn is a part of it
 *   limited       a fetch that is refused by the breaker gives its place back at once
 *   breaker       asked as a fetch's turn comes, for it may have opened while it waited
 *   retried       within the breaker: a connection that was closed while idle counts for nothing
 *   http
 *
 * In process there is no connection to fail: only the limit stands between, which counts a fetch until the subgraph is
 * done with it, whoever still waits.
 */
export function transportsOf(options: TransportsOptions): Transports {
  const { observer } = options;
  const writes = { count: 0 };
  const overHttp = new Map<SubgraphName, HttpTransport<RequestContext>>();
  const ways = new Map<SubgraphName, Transport<RequestContext>>();

  /** The way that both doors share, with its limits. */
  function wayTo(subgraph: SubgraphName): Transport<RequestContext> {
    const known = ways.get(subgraph);
    if (known) return known;
    const { settings, operationTimeoutMs } = options;
    const place = options.placeOf(subgraph);
    const isOverHttp = typeof place === "string";
    const way = isOverHttp ? wayOverHttp(subgraph, place) : limited(inProcessTransport(place), settings);
    const queryTimeoutMs = isOverHttp ? settings.timeoutMsOf(subgraph) : null;
    const watched = observed(inTime(way, { queryTimeoutMs, operationTimeoutMs, startedAt }), {
      onFetch: (outcome, ms) => observer?.onFetch?.(subgraph, outcome, ms),
      onFailure: (error, { requestId }) => options.onFailure(error, subgraph, requestId),
    });
    ways.set(subgraph, watched);
    return watched;
  }

  function wayOverHttp(subgraph: SubgraphName, url: string): Transport<RequestContext> {
    const { settings, hopSecrets, now = () => performance.now() } = options;
    const breaker = new Breaker({
      mostFailures: settings.breakerFailures,
      openMs: settings.breakerMs,
      now,
      onChange: (state) => observer?.onBreaker?.(subgraph, state),
    });
    const http = httpTransport({
      url,
      connections: settings.mostAtOnce,
      connectTimeoutMs: settings.timeoutMsOf(subgraph),
      headersOf: signedHeaders(subgraph, hopSecrets),
    });
    overHttp.set(subgraph, http);
    const sent = retried(http, () => observer?.onRetry?.(subgraph));
    return limited(toldToBreaker(sent, breaker), settings);
  }

  return {
    of(subgraph) {
      const ofOneDoor = deduplicated(wayTo(subgraph), {
        isSameCaller,
        startedAt,
        askerOf: ({ asker }) => asker,
        writes,
        onShared: () => observer?.onShared?.(subgraph),
      });
      return {
        ...toldToContext(ofOneDoor, subgraph, options.operationTimeoutMs),
        close: async () => undefined,
      };
    },
    pools: () => [...overHttp].map(([subgraph, http]) => [subgraph, http.pool()] as const),
    noteChange: () => void (writes.count += 1),
    async close() {
      await Promise.all([...ways.values()].map((way) => way.close()));
    },
  };
}
