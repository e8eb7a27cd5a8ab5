import type { FastifyInstance } from "fastify";
import type { SubgraphName } from "../../subgraphs/index.js";

/** How one subgraph is. */
export interface SubgraphState {
  readonly isReady: boolean;
  /** Its database holds demonstration data. */
  readonly isDemonstration: boolean;
}

/** Asks one subgraph how it is. */
export type Readiness = () => Promise<SubgraphState>;
export type ReadinessByName = ReadonlyMap<SubgraphName, Readiness>;

/** Live: the process answers. Ready: so does every subgraph; a missing one is named, the rest goes on serving. */
export async function healthRoutes(app: FastifyInstance, subgraphs: ReadinessByName): Promise<void> {
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    const states = await Promise.all(
      [...subgraphs].map(
        async ([name, ask]) => [name, (await ask()).isReady ? "ready" : "unavailable"] as const,
      ),
    );
    const isReady = states.every(([, state]) => state === "ready");
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? "ready" : "degraded", subgraphs: Object.fromEntries(states) });
  });
}

/** True when any subgraph holds demonstration data: whatever is shown must say so. */
export async function holdsDemonstration(subgraphs: ReadinessByName): Promise<boolean> {
  const states = await Promise.all([...subgraphs.values()].map((ask) => ask()));
  return states.some(({ isDemonstration }) => isDemonstration);
}
