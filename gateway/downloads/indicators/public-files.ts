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
  /** Whether it can be had of one indicator: `?indicator=IQP-06`. */
  readonly isPerIndicator: boolean;
  readonly contentType: string;
  readonly write: (all: PublishedIndicators, publisher: Publisher) => string;
}

/** The files that anybody may download. */
export const publicFiles: readonly PublicFile[] = [
  {
    path: "/data/indicators.csv",
    isPerIndicator: true,
    contentType: "text/csv; charset=utf-8",
    write: (all, { licence }) => indicatorsCsv(all, licence),
  },
  {
    path: "/data/indicators.json",
    isPerIndicator: true,
    contentType: "application/json; charset=utf-8",
    write: (all, { licence }) => JSON.stringify(indicatorsJsonStat(all, licence)),
  },
  {
    path: "/data/catalogue.jsonld",
    isPerIndicator: false,
    contentType: "application/ld+json; charset=utf-8",
    write: (all, publisher) => JSON.stringify(dcatCatalogue(all, publisher), null, 1),
  },
];

interface WrittenFile {
  readonly body: Buffer;
  readonly etag: string;
}

/** What was asked of the public door at one time, and the files written from it by their path and indicator. */
interface Reading {
  readonly all: Promise<PublishedIndicators>;
  readonly at: number;
  readonly files: Map<string, WrittenFile>;
}

// A figure withdrawn is gone from the files this soon; a crowd that comes within it is answered from one writing.
const freshForMs = 15_000;

/** The files of open data: written when they are asked for, for everybody who asks at that time. */
export async function publicFileRoutes(app: FastifyInstance, publisher: Publisher): Promise<void> {
  let last: Reading | null = null;
  const reading = (): Reading => {
    if (last !== null && performance.now() - last.at < freshForMs) return last;
    const read = {
      all: askPublishedIndicators(app),
      at: performance.now(),
      files: new Map<string, WrittenFile>(),
    };
    last = read;
    read.all.catch(() => {
      if (last === read) last = null;
    });
    return read;
  };
  for (const file of publicFiles)
    app.get<{ Querystring: { readonly indicator?: string | string[] } }>(
      file.path,
      async (request, reply) => {
        const indicator = file.isPerIndicator ? request.query.indicator : undefined;
        try {
          const { all: asked, files } = reading();
          const all = await asked;
          const chosen = indicator === undefined ? all : onlyIndicator(all, indicator);
          if (!chosen) return reply.code(404).send({ errors: [new HubError("FILE_NOT_FOUND").toJSON()] });
          const key = `${file.path}?${String(indicator ?? "")}`;
          const written = files.get(key) ?? writtenFile(file.write(chosen, publisher));
          files.set(key, written);
          return answer(request, reply, nameOf(file, indicator), file.contentType, written);
        } catch (error) {
          if (!(error instanceof PublishedUnavailable)) throw error;
          return reply
            .code(503)
            .header("retry-after", 10)
            .send({
              errors: [new HubError("DATABASE_UNAVAILABLE").toJSON()],
            });
        }
      },
    );
}

/** The same, of one indicator; null when there is none by that code. */
function onlyIndicator(all: PublishedIndicators, code: string | string[]): PublishedIndicators | null {
  const indicators = all.indicators.filter((indicator) => indicator.code === code);
  return indicators.length === 0 ? null : { ...all, indicators };
}

function writtenFile(text: string): WrittenFile {
  const body = Buffer.from(text);
  return { body, etag: `"${createHash("sha256").update(body).digest("base64url")}"` };
}

// An indicator that is there has a code of letters, digits and hyphens: it may stand in a file's name.
const nameOf = ({ path }: PublicFile, indicator: string | string[] | undefined): string => {
  const name = `carrefour-${path.split("/").at(-1) ?? ""}`;
  return indicator === undefined ? name : name.replace(".", `-${String(indicator)}.`);
};

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  contentType: string,
  { body, etag }: WrittenFile,
): FastifyReply {
  reply.header("etag", etag).header("cache-control", "public, max-age=60");
  if (isHeldAlready(request.headers["if-none-match"] ?? null, etag)) return reply.code(304).send();
  return reply
    .header("content-type", contentType)
    .header("content-disposition", `inline; filename="${name}"`)
    .send(body);
}
