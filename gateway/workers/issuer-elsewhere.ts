import { request as ask, type IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { DevelopmentIssuer } from "../identity/development-issuer/index.js";
import { issuerPath } from "../identity/development-issuer/mount.js";
import type { IssuerElsewhere } from "./messages.js";

// Headers of one connection, not of what is said over it (RFC 9110, s. 7.6.1).
const ofTheConnection: ReadonlySet<string> = new Set(["connection", "keep-alive", "transfer-encoding"]);

/** The development issuer as a worker has it: it hands every request under /oidc on to the process that has the logins. */
export const issuerElsewhere = ({ issuer, keys, socket }: IssuerElsewhere): DevelopmentIssuer => ({
  issuer,
  keys,
  routes: async (app: FastifyInstance) => {
    await app.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser("*", (_request, _body, done) => done(null));
      scope.all(`${issuerPath}/*`, async (request, reply) => {
        reply.hijack();
        handOn(request.raw, reply, socket);
      });
    });
  },
});

function handOn(asked: IncomingMessage, reply: FastifyReply, socketPath: string): void {
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value);
  const handed = ask(
    { socketPath, path: asked.url, method: asked.method, headers: withoutConnection(asked.headers) },
    (answer) => {
      // What the issuer says of its pages goes before what the hub says of every answer.
      for (const [name, value] of Object.entries(withoutConnection(answer.headers)))
        raw.setHeader(name, value);
      raw.writeHead(answer.statusCode ?? 502);
      answer.pipe(raw);
    },
  );
  handed.on("error", () => {
    if (raw.headersSent) return raw.destroy();
    raw.writeHead(503, { "retry-after": "1" }).end();
  });
  raw.on("close", () => handed.destroy());
  asked.pipe(handed);
}

const withoutConnection = (headers: IncomingMessage["headers"]): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string | string[]] =>
        entry[1] !== undefined && !ofTheConnection.has(entry[0]),
    ),
  );
