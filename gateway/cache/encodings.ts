import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** How a body is written on its way. */
export type Encoding = "identity" | "gzip" | "br";

// Below this the headers weigh more than what is saved.
export const leastCompressed = 1_000;
// Chosen anew for each header that comes along, of which browsers and programs send a handful.
const mostRemembered = 500;

/** The encoding for who accepts these; brotli before gzip, and the body as it is where neither is wanted (RFC 9110, s. 12.5.3). */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined || accepted === "") return "identity";
  const known = remembered.get(accepted);
  if (known) return known;
  const weights = new Map(accepted.toLowerCase().split(",").map(weightIn));
  const wants = (encoding: string): number => weights.get(encoding) ?? weights.get("*") ?? 0;
  const [br, zipped] = [wants("br"), wants("gzip")];
  const chosen = br > 0 && br >= zipped ? "br" : zipped > 0 ? "gzip" : "identity";
  if (remembered.size < mostRemembered) remembered.set(accepted, chosen);
  return chosen;
}

const remembered = new Map<string, Encoding>();

function weightIn(part: string): [string, number] {
  const [encoding = "", ...parameters] = part.split(";").map((word) => word.trim());
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return [encoding, Number.isFinite(weight) ? weight : 0];
}

/** How much work is put into a body: much into one that is kept, little into one that is sent once. */
export type Effort = "kept" | "once";
const brotliQuality = { kept: 6, once: 1 } as const;
const gzipLevel = { kept: 7, once: 1 } as const;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Compresses a body, on a thread of its own. */
export function compressed(
  body: Buffer,
  encoding: Exclude<Encoding, "identity">,
  effort: Effort,
): Promise<Buffer> {
  if (encoding === "gzip") return toGzip(body, { level: gzipLevel[effort] });
  return toBrotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: brotliQuality[effort],
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
