import fastifyStatic from "@fastify/static";
import { getDistDirectory, renderAltair } from "altair-static";
import type { FastifyInstance } from "fastify";
import { readyQuestions } from "./ready-questions.js";

const windows = readyQuestions.map(({ name, door, account, query }) => ({
  initialName: name,
  endpointURL: door,
  initialQuery: query,
  ...(account === null ? {} : { initialHeaders: { Authorization: "Bearer " } }),
}));

/** The GraphQL explorer at /explorer; every file of it comes from this hub, none from the internet. */
export async function explorerRoutes(app: FastifyInstance): Promise<void> {
  const page = renderAltair({
    baseURL: "/explorer/",
    endpointURL: "/graphql",
    initialWindows: windows,
    initialSettings: { language: "fr-FR", "schema.reloadOnStart": true },
    disableAccount: true,
  });
  app.get("/explorer", async (_, reply) => reply.redirect("/explorer/"));
  app.get("/explorer/", async (_, reply) => reply.type("text/html; charset=utf-8").send(page));
  await app.register(fastifyStatic, {
    root: getDistDirectory(),
    prefix: "/explorer/",
    index: false,
    decorateReply: false,
  });
}
