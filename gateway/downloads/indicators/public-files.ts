import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { HubError, isHeldAlready } from "../../../subgraphs/index.js";
import { dcatCatalogue, type Publisher } from "./catalogue.js";
import { indicatorsCsv } from "./indicators-csv.js";
import { indicatorsJsonStat } from "./indicators-json-stat.js";
import {
  askPublishedIndicators,
  type PublishedIndicators,
  PublishedUnavailable,
} from "./published-indicators.js";

interface PublicFile {
  readonly path: string;
  readonly contentType: string;
  readonly write: (all: PublishedIndicators, publisher: Publisher) => string;
}

/** The files that anybody may download. */
export const publicFiles: readonly PublicFile[] = [
  {
    path: "/data/indicators.csv",
    contentType: "text/csv; charset=utf-8",
    write: (all, { licence }) => indicatorsCsv(all, licence),
  },
  {
    path: "/data/indicators.json",
    contentType: "application/json; charset=utf-8",
    write: (all, { licence }) => JSON.stringify(indicatorsJsonStat(all, licence)),
  },
  {
    path: "/data/catalogue.jsonld",
    contentType: "application/ld+json; charset=utf-8",
    write: (all, publisher) => JSON.stringify(dcatCatalogue(all, publisher), null, 1),
  },
];

interface WrittenFile {
  readonly body: Buffer;
  readonly etag: string;
}

// A figure withdrawn is gone from the files this soon; a crowd that comes within it is answered from one writing.
const freshForMs = 15_000;

/** The files of open data: written when they are asked for, for everybody who asks at that time. */
export async function publicFileRoutes(app: FastifyInstance, publisher: Publisher): Promise<void> {
  for (const file of publicFiles) {
    let kept: { readonly written: Promise<WrittenFile>; readonly at: number } | null = null;
    const current = (): Promise<WrittenFile> => {
      if (kept !== null && performance.now() - kept.at < freshForMs) return kept.written;
      const written = write(app, file, publisher);
      kept = { written, at: performance.now() };
      written.catch(() => (kept = null));
      return written;
    };
    app.get(file.path, async (request, reply) => {
      try {
        return answer(request, reply, file, await current());
      } catch (error) {
        if (!(error instanceof PublishedUnavailable)) throw error;
        return reply
          .code(503)
          .header("retry-after", 10)
          .send({
            errors: [new HubError("DATABASE_UNAVAILABLE").toJSON()],
          });
      }
    });
  }
}

async function write(app: FastifyInstance, file: PublicFile, publisher: Publisher): Promise<WrittenFile> {
  const body = Buffer.from(file.write(await askPublishedIndicators(app), publisher));
  return { body, etag: `"${createHash("sha256").update(body).digest("base64url")}"` };
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { path, contentType }: PublicFile,
  { body, etag }: WrittenFile,
): FastifyReply {
  reply.header("etag", etag).header("cache-control", "public, max-age=60");
  if (isHeldAlready(request.headers["if-none-match"] ?? null, etag)) return reply.code(304).send();
  return reply
    .header("content-type", contentType)
    .header("content-disposition", `inline; filename="carrefour-${path.split("/").at(-1) ?? ""}"`)
    .send(body);
}
