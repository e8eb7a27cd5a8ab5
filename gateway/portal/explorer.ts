import fastifyStatic from "@fastify/static";
import { getDistDirectory, renderAltair } from "altair-static";
import type { FastifyInstance } from "fastify";
import { readyQuestions } from "./ready-questions.js";

// The explorer wants whole addresses; a host that is not a plain name or address is not repeated into the page.
const plainHost = /^[\w.-]+(:\d+)?$|^\[[\da-fA-F:]+\](:\d+)?$/;

// The tool's own advertisement has no place on a public body's page.
const withoutAdvertisement = "<style>app-banner { display: none }</style></head>";

const pageFor = (origin: string): string =>
  renderAltair({
    baseURL: "/explorer/",
    endpointURL: `${origin}/graphql`,
    // The last window is the one that opens: the public's first question.
    initialWindows: [...readyQuestions].reverse().map(({ name, door, account, query }) => ({
      initialName: name,
      endpointURL: `${origin}${door}`,
      initialQuery: query,
      ...(account === null ? {} : { initialHeaders: { Authorization: "Bearer " } }),
    })),
    initialSettings: { language: "fr-FR" },
    disableAccount: true,
  }).replace("</head>", withoutAdvertisement);

/** The GraphQL explorer at /explorer; every file of it comes from this hub, none from the internet. */
export async function explorerRoutes(app: FastifyInstance): Promise<void> {
  app.get("/explorer", async (_, reply) => reply.redirect("/explorer/"));
  app.get("/explorer/", async (request, reply) => {
    if (!plainHost.test(request.host)) return reply.code(400).send();
    return reply.type("text/html; charset=utf-8").send(pageFor(`${request.protocol}://${request.host}`));
  });
  await app.register(fastifyStatic, {
    root: getDistDirectory(),
    prefix: "/explorer/",
    index: false,
    decorateReply: false,
  });
}
