/** How a request of the public door was answered, as far as its cache goes. */
export type CacheOutcome =
  /** From what was kept. */
  | "hit"
  /** Kept and old: sent, while another request asks anew. */
  | "stale"
  /** With the answer that another equal request was waiting for. */
  | "shared"
  /** Asked, and to be kept. */
  | "miss"
  /** Asked, as its caller or what it asks lets nothing be kept. */
  | "passed";

/** Told what the cache does; for counting. */
export interface CacheObserver {
  readonly onAnswer?: (outcome: CacheOutcome, operation: string | null, bytes: number) => void;
  /** A caller held the answer already: 304. */
  readonly onNotModified?: () => void;
  readonly onEviction?: (bytes: number) => void;
  /** Answers that a change took out. */
  readonly onInvalidation?: (answers: number) => void;
}

/** How full the cache is. */
export interface CacheState {
  readonly answers: number;
  readonly bytes: number;
  readonly mostBytes: number;
}
