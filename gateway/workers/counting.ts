import { DownloadsAtOnce } from "../downloads/downloads-at-once.js";
import { type Counter, memoryCounter } from "../guard/rate/counter.js";

/** What is counted of a caller, whichever process answers. */
export interface Counting {
  /** How many processes serve: a share of what is allowed in all is theirs. */
  readonly workers: number;
  /** A count of points, minute by minute. */
  counter(name: string, points: number): Counter;
  /** Begins a download; gives what ends it, once. Rejects with TOO_MANY_DOWNLOADS. */
  beginDownload(caller: string): Promise<() => void>;
}

/** One process serves: it counts for itself. */
export function ownCounting(): Counting {
  const downloads = new DownloadsAtOnce();
  return {
    workers: 1,
    counter: memoryCounter,
    beginDownload: async (caller) => downloads.begin(caller),
  };
}
