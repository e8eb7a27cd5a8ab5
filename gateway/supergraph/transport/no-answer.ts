/**
 * Why no answer came: by the subgraph,
 *
 *   unreachable     no connection, or one that ended before the first byte of an answer
 *   cut-off         the connection ended within the answer
 *   too-late        it did not come in the subgraph's time
 *   unreadable      what came is no answer of GraphQL
 *   turned-away     the subgraph answers, and would not answer this: a hop or a token that it does not take
 *
 * or by a limit of ours:
 *
 *   busy            too many fetches wait for their turn
 *   breaker-open    it failed so often that it is left alone
 *   operation-over  the time of the whole operation is over
 *   asker-left      whoever asked has gone, and nobody else waits
 */
export type NoAnswerKind =
  | "unreachable"
  | "cut-off"
  | "too-late"
  | "unreadable"
  | "turned-away"
  | "busy"
  | "breaker-open"
  | "operation-over"
  | "asker-left";

/** No answer came. Its words are for the log, and hold no address. */
export class NoAnswer extends Error {
  constructor(
    readonly kind: NoAnswerKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "NoAnswer";
  }
}

/** Why no answer came; null when something of ours went wrong. */
export const kindOf = (error: unknown): NoAnswerKind | null =>
  error instanceof NoAnswer ? error.kind : null;
