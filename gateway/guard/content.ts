import type { FastifyRequest } from "fastify";
import { HubError } from "../../subgraphs/index.js";

const isIdentity = (encoding: string): boolean => encoding.trim().toLowerCase() === "identity";
// RFC 8259, 8.1: JSON between systems is UTF-8.
const isUtf8 = (charset: string): boolean => /^"?utf-?8"?$/i.test(charset.trim());

/** The refusal of a body that is compressed or not in UTF-8, before it is read; null for any other. */
export function refusalOfContent({ headers }: Pick<FastifyRequest, "headers">): HubError | null {
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && !isIdentity(encoding)) return unsupported(`content-encoding: ${encoding}`);
  const charset = /;\s*charset\s*=\s*([^;]*)/i.exec(headers["content-type"] ?? "")?.[1];
  return charset === undefined || isUtf8(charset) ? null : unsupported(`charset=${charset}`);
}

const longestRepeated = 60;

/** The refusal of a content that is not read here; what was sent is repeated in short. */
export const unsupported = (observed: string): HubError =>
  new HubError("UNSUPPORTED_CONTENT", {
    observed: observed.replace(/[^\x20-\x7e]/g, "?").slice(0, longestRepeated),
  });
