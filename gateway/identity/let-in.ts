import type { FastifyInstance, FastifyReply } from "fastify";
import type { Logger } from "pino";
import { HubError, type TokenCarrier } from "../../subgraphs/index.js";
import type { RateLimits } from "../guard/rate/rate-limits.js";
import type { Caller } from "./caller.js";
import { challengeOf } from "./challenge.js";

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

/** How a door learns who knocks, and what it tells those that it sends away. */
export interface LettingIn {
  readonly door: string;
  readonly identify: (request: TokenCarrier) => Promise<Caller>;
  readonly limits: RateLimits;
  readonly publicUrl: string;
  readonly log: Logger;
}

// As long as the issuer is left alone after a failure: nothing is known before.
const secondsToTryAgain = 30;

/** Lets only known callers in to the routes of a scope, no more often than they may; the others are answered here. */
export function letIn(scope: FastifyInstance, { door, identify, limits, publicUrl, log }: LettingIn): void {
  scope.decorateRequest("caller", null);
  scope.addHook("onRequest", async (request, reply): Promise<FastifyReply | undefined> => {
    const caller = await identify({ headers: request.headers, rawHeaders: request.raw.rawHeaders });
    request.caller = caller;
    if (caller.kind === "known")
      return (await limits.ofPrincipal(caller.principal, request, reply)) ?? undefined;
    const journal = { door, requestId: request.id, reason: caller.reason };
    if (caller.kind === "unavailable") {
      log.error(journal, "identity cannot be verified");
      return reply
        .code(503)
        .header("retry-after", secondsToTryAgain)
        .send({ errors: [new HubError("ISSUER_UNAVAILABLE").toJSON()] });
    }
    log.info(journal, "refused at the door");
    return reply
      .code(401)
      .header("www-authenticate", challengeOf(caller.reason, publicUrl))
      .send({ errors: [new HubError("UNAUTHENTICATED").toJSON()] });
  });
}
