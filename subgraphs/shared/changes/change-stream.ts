import { Readable } from "node:stream";
import type { ChangeNews, ChangeSource } from "./changes.js";

/** The media type of a stream of news: a line of JSON each (https://github.com/ndjson/ndjson-spec). */
export const changeStreamType = "application/x-ndjson";

/** Where in a subgraph's answer it says what the operation changed; never told to a caller. */
export const changedExtension = "changed";

// Whoever listens knows by it that the way is open still.
export const signOfLifeMs = 5_000;
const signOfLife = "\n";
// Who does not take what is told is cut off, and then knows that it missed something.
const mostUntaken = 256 * 1_024;

/** The news of a subgraph as a stream, until it is taken no more. */
export function changeStream(source: ChangeSource): Readable {
  const stream = new Readable({ read: () => undefined, highWaterMark: mostUntaken });
  const send = (line: string): void => {
    if (!stream.destroyed && !stream.push(line)) stream.destroy();
  };
  const stop = source.watch((news) => send(`${JSON.stringify(news)}\n`));
  const living = setInterval(() => send(signOfLife), signOfLifeMs);
  living.unref();
  stream.once("close", () => {
    stop();
    clearInterval(living);
  });
  return stream;
}

/** Reads one line of a stream of news; null for a sign of life. Throws on what no subgraph says. */
export function readNews(line: string): ChangeNews | null {
  if (line === "") return null;
  const news = JSON.parse(line) as Partial<Extract<ChangeNews, { kind: "changed" }>> | { kind: "other" };
  if (news.kind !== "changed") {
    const kind = news.kind as string;
    if (kind !== "seeing" && kind !== "blind") throw new Error("changes: unknown news");
    return { kind };
  }
  return { kind: "changed", topics: topicsIn(news.topics) };
}

/** The topics that a subgraph tells; throws on anything else. */
export function topicsIn(given: unknown): string[] {
  if (!Array.isArray(given) || !given.every((topic) => typeof topic === "string"))
    throw new Error("changes: topics expected");
  return given as string[];
}
