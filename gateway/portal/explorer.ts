import { randomBytes } from "node:crypto";
import fastifyStatic from "@fastify/static";
import { getDistDirectory, renderAltair } from "altair-static";
import type { FastifyInstance } from "fastify";
import { readyQuestions } from "./ready-questions.js";

// The explorer wants whole addresses; a host that is not a plain name or address is not repeated into the page.
const plainHost = /^[\w.-]+(:\d+)?$|^\[[\da-fA-F:]+\](:\d+)?$/;

// The tool's own advertisement has no place on a public body's page.
const withoutAdvertisement = "<style>app-banner { display: none }</style></head>";

// What an operation costs is shown beside its answer, before it is put into a program.
const showCost = { "carrefour-cost": "show" };

// The page's own scripts carry a number that is new each time; its tool writes styles as it runs.
const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

const pageFor = (origin: string, nonce: string): string =>
  renderAltair({
    cspNonce: nonce,
    baseURL: "/explorer/",
    endpointURL: `${origin}/graphql`,
    // The last window is the one that opens: the public's first question.
    initialWindows: [...readyQuestions].reverse().map(({ name, door, account, query }) => ({
      initialName: name,
      endpointURL: `${origin}${door}`,
      initialQuery: query,
      initialHeaders: { ...showCost, ...(account === null ? {} : { Authorization: "Bearer " }) },
    })),
    initialSettings: { language: "fr-FR" },
    disableAccount: true,
  }).replace("</head>", withoutAdvertisement);

/** The GraphQL explorer at /explorer; every file of it comes from this hub, none from the internet. */
export async function explorerRoutes(app: FastifyInstance): Promise<void> {
  app.get("/explorer", async (_, reply) => reply.redirect("/explorer/"));
  app.get("/explorer/", async (request, reply) => {
    if (!plainHost.test(request.host)) return reply.code(400).send();
    const nonce = randomBytes(16).toString("base64");
    return reply
      .type("text/html; charset=utf-8")
      .header("content-security-policy", pagePolicy(nonce))
      .send(pageFor(`${request.protocol}://${request.host}`, nonce));
  });
  await app.register(fastifyStatic, {
    root: getDistDirectory(),
    prefix: "/explorer/",
    index: false,
    decorateReply: false,
  });
}
