import { expect } from "vitest";
import {
  isRefusal,
  publicPrincipal,
  type RunningSubgraph,
  type SecretSource,
  type SubgraphName,
} from "../../../../subgraphs/index.js";
import { suiteHopSecrets } from "../../../../test/harness/lone-subgraph.js";
import type { RequestContext } from "../../request-context.js";
import type { FetchOutcome } from "../observe.js";
import type { TransportSettings } from "../transport-settings.js";
import type { SubgraphOperation } from "../transport.js";
import { type Transports, transportsOf } from "../transports-of.js";
import { anOperation } from "./a-server.js";

/** The subgraph that the ways of a test lead to. */
export const name: SubgraphName = "quality-indicators";

/** How long an operation of a test may take. */
export const operationMs = 5_000;

const settings: TransportSettings = {
  timeoutMsOf: () => 400,
  mostAtOnce: 4,
  mostWaiting: 4,
  breakerFailures: 3,
  breakerMs: 60_000,
};

/** What was told of the way. */
export interface Seen {
  readonly outcomes: FetchOutcome[];
  readonly states: string[];
  readonly failures: unknown[];
  shared: number;
}

export interface TestTransports extends Transports {
  readonly seen: Seen;
}

/** The ways to one subgraph, with small limits. */
export function transportsTo(
  place: string | Pick<RunningSubgraph, "execute">,
  more: Partial<TransportSettings> = {},
  {
    now,
    hopSecrets = suiteHopSecrets,
    operationTimeoutMs = operationMs,
  }: { now?: () => number; hopSecrets?: SecretSource; operationTimeoutMs?: number } = {},
): TestTransports {
  const seen: Seen = { outcomes: [], states: [], failures: [], shared: 0 };
  const transports = transportsOf({
    placeOf: () => place,
    hopSecrets,
    settings: { ...settings, ...more },
    operationTimeoutMs,
    ...(now ? { now } : {}),
    onFailure: (error, subgraph, requestId) => seen.failures.push([subgraph, requestId, String(error)]),
    observer: {
      onFetch: (_, outcome) => seen.outcomes.push(outcome),
      onBreaker: (_, state) => seen.states.push(state),
      onShared: () => (seen.shared += 1),
    },
  });
  return { ...transports, seen };
}

let requests = 0;

/** One operation of anybody's, unless told otherwise. */
export const aContext = (more: Partial<RequestContext> = {}): RequestContext => ({
  principal: publicPrincipal,
  authorization: null,
  requestId: `r-${(requests += 1)}`,
  startedAt: performance.now(),
  subgraphsCalled: [],
  extensions: {},
  ...more,
});

/** A question that is like no other. */
export const nth = (n: number): SubgraphOperation =>
  anOperation({ query: `{ campaigns { code n${n}: code } }` });

/** The code of what a caller is told; it must hold no address and no word of the transport's own. */
export async function toldFor(sending: Promise<unknown>): Promise<unknown> {
  const error = await sending.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (!isRefusal(error)) throw new Error(`expected a refusal: ${String(error)}`);
  expect(JSON.stringify(error)).not.toMatch(/127\.0\.0\.1|localhost|http|ECONN|quality-indicators|:\d{4}/);
  return error.extensions.code;
}
