import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { paths } from "../../addresses.js";
import { type Language, languages } from "../../language.js";
import { signInAddressFor } from "../session/sign-in.routes.js";
import { visitorOf } from "../visitor.js";
import type { WayIn } from "../way-in.js";
import { plainFailure, refusedPage } from "../workspace-failures.js";
import { HubRefused } from "../workspace-page.js";

type Asked = FastifyRequest<{ Params: { code: string; file: string } }>;

// What a browser may say of the part that it wants, and is told of what it gets.
const asked = ["range", "if-range", "if-none-match"] as const;
const told = [
  "content-type",
  "content-disposition",
  "content-length",
  "content-range",
  "accept-ranges",
  "etag",
  "cache-control",
] as const;

/**
 * Hands on the files of a release to a browser that has a session and no token: asked with the visitor's own token where
 * programs ask for them, and passed on as they come.
 */
export function researchFileRoutes(scope: FastifyInstance, way: WayIn): void {
  for (const language of languages)
    scope.get<{ Params: { code: string; file: string } }>(paths.researchFile[language], (request, reply) =>
      sendFile(scope, way, language, request, reply),
    );
}

async function sendFile(
  scope: FastifyInstance,
  way: WayIn,
  language: Language,
  request: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const back = paths.researchRelease[language].replace(":code", encodeURIComponent(request.params.code));
  const about = { language, addresses: null, token: null };
  const visitor = await visitorOf(request, reply, way.knowing);
  if (visitor.kind === "signed out") return reply.redirect(signInAddressFor(language, back), 303);
  if (visitor.kind !== "signed in") {
    const { status, page } = plainFailure(
      language,
      visitor.kind === "unavailable" ? "issuerDown" : visitor.kind,
    );
    return way.write(reply.code(status), page, about);
  }
  const answer = await scope.inject({
    method: "GET",
    url: `/data/releases/${encodeURIComponent(request.params.file)}`,
    remoteAddress: request.ip,
    headers: {
      host: request.headers.host ?? "localhost",
      authorization: `Bearer ${visitor.session.accessToken}`,
      ...Object.fromEntries(
        asked.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : [])),
      ),
    },
    payloadAsStream: true,
  });
  // Who leaves in the middle frees the place that was counted.
  reply.raw.once("close", () => answer.raw.res.destroy());
  if (answer.statusCode >= 400 && answer.statusCode !== 416) {
    const { status, page } = refusedPage(language, await refusalIn(answer.stream()), back);
    return way.write(reply.code(status), page, about);
  }
  for (const name of told) {
    const value = answer.headers[name];
    if (value !== undefined) reply.header(name, value);
  }
  return reply.code(answer.statusCode).send(answer.stream());
}

async function refusalIn(stream: AsyncIterable<Buffer>): Promise<HubRefused> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  const { errors = [] } = JSON.parse(Buffer.concat(parts).toString("utf8")) as {
    errors?: readonly {
      extensions: { code: string; family: string; messages: { fr: string; en: string }; requestId?: string };
    }[];
  };
  const [first] = errors;
  if (!first) throw new Error("a file was refused without a word");
  const { code, family, messages, requestId } = first.extensions;
  return new HubRefused(code, family, messages, requestId ?? null);
}
