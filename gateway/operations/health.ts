import type { FastifyInstance } from "fastify";
import type { SubgraphName } from "../../subgraphs/index.js";

/** Asks one subgraph whether it can answer. */
export type Readiness = () => Promise<boolean>;

/** Live: the process answers. Ready: so does every subgraph; a missing one is named, the rest goes on serving. */
export async function healthRoutes(
  app: FastifyInstance,
  subgraphs: ReadonlyMap<SubgraphName, Readiness>,
): Promise<void> {
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    const states = await Promise.all(
      [...subgraphs].map(
        async ([name, isReady]) => [name, (await isReady()) ? "ready" : "unavailable"] as const,
      ),
    );
    const isReady = states.every(([, state]) => state === "ready");
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? "ready" : "degraded", subgraphs: Object.fromEntries(states) });
  });
}
