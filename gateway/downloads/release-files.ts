import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  type FileAnswer,
  type FileQuestion,
  httpStatusOf,
  HubError,
  isRefusal,
  type RefusalCode,
} from "../../subgraphs/index.js";
import { letIn, type LettingIn } from "../identity/let-in.js";
import type { FileSource } from "../supergraph/file-source.js";

export interface ReleaseFileOptions extends Omit<LettingIn, "door"> {
  /** The subgraph that keeps the releases. */
  readonly source: FileSource;
  /** Begins a download of a caller; gives what ends it. Rejects with TOO_MANY_DOWNLOADS. */
  readonly beginDownload: (caller: string) => Promise<() => void>;
}

// Who takes nothing for so long is gone; what was not sent can be asked for later.
const longestSilenceMs = 60_000;
const secondsToTryAgain = 10;

/**
 * GET and HEAD /data/releases/<code>.csv | .ndjson | .parquet, and the companions beside them, for the bearer of a
 * researcher's token. What is in a file, and whose it is, the subgraph knows; here its bytes only pass.
 */
export async function releaseFileRoutes(app: FastifyInstance, options: ReleaseFileOptions): Promise<void> {
  const underWay = new Set<AbortController>();
  // A hub that stops does not wait for a slow reader, who can go on with another.
  app.addHook("preClose", async () => underWay.forEach((gone) => gone.abort()));
  await app.register(async (scope) => {
    letIn(scope, { ...options, door: "releases" });
    scope.route<{ Params: { file: string } }>({
      method: ["GET", "HEAD"],
      url: "/data/releases/:file",
      async handler(request, reply) {
        const { caller } = request;
        if (caller?.kind !== "known") throw new HubError("UNAUTHENTICATED");
        const { principal, authorization } = caller;
        const gone = new AbortController();
        let end = (): void => undefined;
        reply.raw.once("close", () => {
          end();
          underWay.delete(gone);
          gone.abort();
        });
        try {
          const ended = await options.beginDownload(principal.subject ?? "");
          // Who left while it was counted is counted no more.
          if (gone.signal.aborted) ended();
          else underWay.add(gone);
          end = ended;
          const asker = { principal, authorization, requestId: request.id, signal: gone.signal };
          return send(reply, await options.source(questionOf(request), asker), gone);
        } catch (error) {
          if (!isRefusal(error)) throw error;
          return refuse(reply, error);
        }
      },
    });
  });
}

const questionOf = ({
  params,
  method,
  headers,
}: FastifyRequest<{ Params: { file: string } }>): FileQuestion => ({
  name: `releases/${params.file}`,
  method: method === "HEAD" ? "HEAD" : "GET",
  range: headers.range ?? null,
  ifRange: headers["if-range"]?.toString() ?? null,
  ifNoneMatch: headers["if-none-match"] ?? null,
});

function send(
  reply: FastifyReply,
  { status, headers, body }: FileAnswer,
  gone: AbortController,
): FastifyReply {
  reply.raw.setTimeout(longestSilenceMs, () => reply.raw.destroy());
  gone.signal.addEventListener("abort", () => body?.destroy());
  return reply
    .code(status)
    .headers(headers)
    .send(body ?? undefined);
}

function refuse(reply: FastifyReply, error: HubError): FastifyReply {
  const code = error.extensions.code as RefusalCode;
  const status = httpStatusOf(code);
  if (status === 429 || status === 503) reply.header("retry-after", secondsToTryAgain);
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .send({ errors: [error.toJSON()] });
}
