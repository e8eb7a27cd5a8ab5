import { setTimeout as sleep } from "node:timers/promises";
import { HubRefusal, type TokenSource } from "../../sdk/client.js";
import { NoAnswer } from "../access/refusals.js";
import { jsonOrNull } from "../json-or-null.js";
import type { PartialFile } from "./partial-file.js";

/** What was downloaded. */
export interface Downloaded {
  readonly bytes: number;
  /** The hub told the digest of the file, and it is that of what came. */
  readonly isDigestTold: boolean;
}

// Nothing for so long: the connection is taken for broken.
const patienceMs = 60_000;
const mostTriesWithoutProgress = 3;
const pauseMs = 1_000;
const longestWaitSeconds = 120;

/** The connection ended before the file did, or the hub asks to wait: to be tried again. */
class Interrupted extends Error {
  constructor(
    readonly reason: string,
    readonly waitMs: number,
    readonly refusal: HubRefusal | null = null,
  ) {
    super(reason);
    this.name = "Interrupted";
  }
}

/**
 * Downloads a file, going on with what is there of the same version. A connection that breaks is taken up again as long
 * as bytes come. Throws HubRefusal when the hub refuses, NoAnswer when the rest does not come or is not what was told.
 */
export async function download(
  url: string,
  token: TokenSource,
  part: PartialFile,
  onProgress: (share: number) => void,
): Promise<Downloaded> {
  for (let tries = 1; ; tries += 1) {
    const before = part.length;
    try {
      return await goOn(url, await token(), part, onProgress);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      if (part.length > before) tries = 1;
      if (tries >= mostTriesWithoutProgress) throw error.refusal ?? broken(url, error.reason, part.length);
      await sleep(error.waitMs);
    }
  }
}

async function goOn(
  url: string,
  token: string,
  part: PartialFile,
  onProgress: (share: number) => void,
): Promise<Downloaded> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), patienceMs);
  try {
    const { etag, length } = part;
    const rest = etag === null ? {} : { range: `bytes=${length}-`, "if-range": etag };
    const response = await fetch(url, {
      // Compressed on the way, the bytes counted would not be those of the file.
      headers: { authorization: `Bearer ${token}`, "accept-encoding": "identity", ...rest },
      redirect: "error",
      signal: silence.signal,
    });
    const total = await totalOf(response, url, part);
    for await (const chunk of response.body ?? []) {
      await part.append(chunk as Uint8Array);
      onProgress(part.length / Math.max(1, total));
      timer.refresh();
    }
    if (part.length < total) throw new Interrupted("ended early", pauseMs);
    return await judged(response, url, part, total);
  } catch (error) {
    if (error instanceof Interrupted || error instanceof HubRefusal || error instanceof NoAnswer) throw error;
    const { cause, name } = error as { cause?: { code?: string }; name?: string };
    throw new Interrupted(cause?.code ?? name ?? "network", pauseMs);
  } finally {
    clearTimeout(timer);
  }
}

/** The length of the whole file that an answer is of, or its rest; what is there already is kept or dropped as it says. */
async function totalOf(response: Response, url: string, part: PartialFile): Promise<number> {
  const { status, headers } = response;
  if (status === 200) {
    await part.begin(headers.get("etag"));
    return Number(headers.get("content-length"));
  }
  const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get("content-range") ?? "") ?? [];
  if (status === 206 && Number(from) === part.length) return Number(total);
  if (status === 206 || status === 416) {
    await response.body?.cancel();
    // What is there does not fit: from the first byte again.
    await part.begin(null);
    throw new Interrupted(`HTTP ${status}`, 0);
  }
  const refusal = await refusalIn(response);
  if (refusal === null) throw broken(url, `HTTP ${status}`, part.length);
  if (status !== 429 && status !== 503) throw refusal;
  const seconds = Number(headers.get("retry-after") ?? 1);
  throw new Interrupted(refusal.code, Math.min(seconds, longestWaitSeconds) * 1_000, refusal);
}

async function refusalIn(response: Response): Promise<HubRefusal | null> {
  const answer = jsonOrNull(await response.text().catch(() => "")) as {
    errors?: { extensions?: Record<string, unknown> }[];
  } | null;
  const { code, family, messages, requestId } = answer?.errors?.[0]?.extensions ?? {};
  if (typeof code !== "string" || typeof family !== "string") return null;
  return new HubRefusal(
    code,
    family,
    messages as { fr: string; en: string },
    typeof requestId === "string" ? requestId : null,
  );
}

/** Throws NoAnswer, and drops what came, when it is not the file that was announced. */
async function judged(
  { headers }: Response,
  url: string,
  part: PartialFile,
  total: number,
): Promise<Downloaded> {
  // RFC 9530, s. 3.1
  const [, told = null] = /sha-256=:([\w+/=]+):/.exec(headers.get("repr-digest") ?? "") ?? [];
  if (part.length === total && (told === null || told === part.sha256))
    return { bytes: total, isDigestTold: told !== null };
  const received = part.length;
  await part.begin(null);
  throw new NoAnswer({
    fr: `${url} n'a pas donné le fichier annoncé (${received} octets reçus sur ${total}, ou empreinte différente). Rien n'est gardé ; relancez la commande.`,
    en: `${url} did not give the file that it announced (${received} of ${total} bytes received, or another digest). Nothing is kept; run the command again.`,
  });
}

const broken = (url: string, reason: string, received: number): NoAnswer =>
  new NoAnswer({
    fr: `${url} ne répond plus (${reason}) ; ${received} octets sont gardés. Relancez la même commande : elle reprendra où elle s'est arrêtée.`,
    en: `${url} no longer answers (${reason}); ${received} bytes are kept. Run the same command again: it goes on where it stopped.`,
  });
