import type { FastifyInstance } from "fastify";

/**
 * Ends what is still open once the server closes and answers nothing any more. Node takes a connection on which nothing
 * was sent yet for a busy one, and no longer times it out then: it would hold the stop for a minute.
 */
export function letGoOfSilentConnections(app: FastifyInstance): void {
  let inFlight = 0;
  app.server.on("request", (_, response) => {
    inFlight += 1;
    response.once("close", () => (inFlight -= 1));
  });
  app.addHook("preClose", async () => {
    const looking = setInterval(() => {
      if (inFlight === 0) app.server.closeAllConnections();
    }, 100);
    app.server.once("close", () => clearInterval(looking));
  });
}
