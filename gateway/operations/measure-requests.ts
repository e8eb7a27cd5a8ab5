import type { FastifyInstance } from "fastify";
import type { HubMetrics } from "./metrics.js";

// The path of a route tells its door; what no route answers is « other ».
const doors: readonly (readonly [prefix: string, door: string])[] = [
  ["/graphql/authenticated", "authenticated"],
  ["/graphql", "public"],
  ["/data/", "files"],
  ["/oidc", "issuer"],
  ["/health/", "health"],
  ["/", "portal"],
];

const doorOf = (path: string | undefined): string =>
  path === undefined ? "other" : (doors.find(([prefix]) => path.startsWith(prefix))?.[1] ?? "other");

/** Measures every request on a server, whoever answers it; to be called before its routes are added. */
export function measureRequests(app: FastifyInstance, metrics: HubMetrics): void {
  app.addHook("onResponse", (request, reply, done) => {
    const door = doorOf(request.routeOptions.url);
    metrics.request(door, reply.statusCode, reply.elapsedTime / 1_000);
    // Which limit it was is in the header that says so to the caller.
    if (reply.statusCode === 429) metrics.rateLimited(limitIn(reply.getHeader("ratelimit-policy")));
    done();
  });
  metrics.watch("requests_in_flight", "Requests that are being answered.", [], (set) =>
    set({}, app.drain.inFlight),
  );
  metrics.watch(
    "draining",
    "1 while the hub ends.",
    [],
    (set) => set({}, Number(app.drain.isDraining)),
    "max",
  );
}

const limitIn = (policy: unknown): string => /^"(\w+)"/.exec(String(policy))?.[1] ?? "other";
