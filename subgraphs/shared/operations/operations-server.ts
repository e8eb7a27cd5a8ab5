import fastify from "fastify";
import { type Registry } from "prom-client";
import { addDrain } from "./drain.js";
import { operationsPortBusy } from "./operations-port-busy.js";

/** What is told on the private port. */
export interface WatchedProcess {
  /** Everything measured, as text. */
  metrics(): Promise<string>;
  /** The same as plain data, for adding up with that of other processes. */
  measured(): Promise<object[]>;
  /** What is ready and what is not, with reasons. */
  health(): Promise<{ readonly isReady: boolean; readonly told: object }>;
}

/** A private port that answers. */
export interface OperationsServer {
  /** http://host:port */
  readonly address: string;
  close(): Promise<void>;
}

// Prometheus text format 0.0.4, the one that prom-client writes.
const metricsType: typeof Registry.PROMETHEUS_CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

// Who watches asks again by itself.
const ending = { drainMs: 0, mostMs: 2_000 };

/** Opens the private port: GET /metrics, /health/live and /health/ready. Throws StartError when it is taken. */
export async function openOperationsServer(
  { host, port }: { readonly host: string; readonly port: number },
  { metrics, health }: Pick<WatchedProcess, "metrics" | "health">,
): Promise<OperationsServer> {
  const app = fastify({ exposeHeadRoutes: false });
  addDrain(app);
  app.setNotFoundHandler((_, reply) => reply.code(404).send());
  app.setErrorHandler((_, __, reply) => reply.code(500).send());
  app.get("/metrics", async (_, reply) => reply.type(metricsType).send(await metrics()));
  app.get("/health/live", async () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    const { isReady, told } = await health();
    return reply.code(isReady ? 200 : 503).send(told);
  });
  try {
    const address = await app.listen({ host, port });
    return { address, close: async () => void (await app.drain.drain(ending)) };
  } catch (error) {
    await app.close();
    throw (error as NodeJS.ErrnoException).code === "EADDRINUSE" ? operationsPortBusy(port) : error;
  }
}
