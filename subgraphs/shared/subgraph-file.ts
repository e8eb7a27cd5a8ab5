import type { Readable } from "node:stream";
import { z } from "zod";
import type { SubgraphContext } from "./context.js";
import { refusalOfDatabase } from "./database-refusal.js";
import { HubError, isRefusal } from "./errors.js";
import type { Principal } from "./principal.js";

/** What is asked of a file: its name and the conditions of HTTP that its answer depends on (RFC 9110, s. 13 and 14). */
export interface FileQuestion {
  /** With its room: releases/<code>.csv */
  readonly name: string;
  readonly method: "GET" | "HEAD";
  readonly range: string | null;
  readonly ifRange: string | null;
  readonly ifNoneMatch: string | null;
}

/** One file asked of a subgraph, by the gateway in process or over HTTP. */
export interface FileRequest extends FileQuestion {
  readonly principal: Principal;
  readonly requestId: string;
  /** Aborts when nobody takes the bytes any more. */
  readonly signal: AbortSignal;
}

/** What a subgraph answers, ready for HTTP. */
export interface FileAnswer {
  readonly status: 200 | 206 | 304 | 416;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null when only the headers are sent. */
  readonly body: Readable | null;
}

/** What the sender of a file knows of the request that it answers. */
export interface FileContext extends Pick<SubgraphContext, "principal" | "database" | "clock" | "requestId"> {
  readonly signal: AbortSignal;
}

/** Answers for the files of a subgraph; throws a HubError for a file that it has not, or not for this caller. */
export type SubgraphFiles = (context: FileContext, question: FileQuestion) => Promise<FileAnswer>;

/** The files of a subgraph that has none. */
export const noFiles: SubgraphFiles = () => Promise.reject(new HubError("FILE_NOT_FOUND"));

/**
 * Makes a subgraph send its files: what it throws is a refusal that may be told. A failure of ours, before the first
 * byte or in the middle, only goes to the log.
 */
export const runFiles =
  (
    files: SubgraphFiles,
    { database, clock }: Pick<SubgraphContext, "database" | "clock">,
    logError: (error: unknown, requestId: string) => void,
  ) =>
  async ({ principal, requestId, signal, ...question }: FileRequest): Promise<FileAnswer> => {
    const tell = (cause: unknown): void => {
      if (!isRefusal(cause) && !signal.aborted) logError(cause, requestId);
    };
    try {
      const answer = await files({ principal, requestId, signal, database, clock }, question);
      answer.body?.on("error", tell);
      return answer;
    } catch (cause) {
      tell(cause);
      throw isRefusal(cause) ? cause : new HubError(refusalOfDatabase(cause) ?? "INTERNAL");
    }
  };

const longestHeader = 500;
const condition = z.string().max(longestHeader).nullable();
const question = z.strictObject({
  name: z.string().max(200),
  method: z.enum(["GET", "HEAD"]),
  range: condition,
  ifRange: condition,
  ifNoneMatch: condition,
});

/** A body that asks for no file; answered by 400. */
class NoFileQuestion extends Error {
  readonly statusCode = 400;
}

/** Reads the question in the body of a request between the gateway and a subgraph. */
export function readFileQuestion(body: Buffer): FileQuestion {
  try {
    return question.parse(JSON.parse(body.toString("utf8")));
  } catch {
    throw new NoFileQuestion("expected { name, method, range, ifRange, ifNoneMatch }");
  }
}

/** The header that carries the head of a file from a subgraph to the gateway; the bytes are the body. */
export const fileHeadHeader = "x-carrefour-file";

const head = z.strictObject({
  status: z.union([z.literal(200), z.literal(206), z.literal(304), z.literal(416)]),
  headers: z.record(z.string(), z.string()),
  hasBody: z.boolean(),
});

/** Writes the head of an answer for `fileHeadHeader`. */
export const writeFileHead = ({ status, headers, body }: FileAnswer): string =>
  Buffer.from(JSON.stringify({ status, headers, hasBody: body !== null })).toString("base64url");

/** Reads what `writeFileHead` wrote; throws for anything else. */
export const readFileHead = (
  written: string,
): Pick<FileAnswer, "status" | "headers"> & { readonly hasBody: boolean } =>
  head.parse(JSON.parse(Buffer.from(written, "base64url").toString()));
