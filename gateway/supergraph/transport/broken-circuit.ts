import type { Breaker, Verdict } from "./breaker.js";
import { kindOf, NoAnswer, type NoAnswerKind } from "./no-answer.js";
import type { Transport } from "./transport.js";

/** Answers at once, by a rejection, while the breaker is open. */
export const refusedWhileOpen = <Context>(
  next: Transport<Context>,
  breaker: Breaker,
): Transport<Context> => ({
  async send(operation, context, wait) {
    if (breaker.isRefusing) throw leftAlone();
    return next.send(operation, context, wait);
  },
  close: () => next.close(),
});

/** Asks the breaker for each fetch that is about to leave, and tells it how it went. */
export const toldToBreaker = <Context>(next: Transport<Context>, breaker: Breaker): Transport<Context> => ({
  async send(operation, context, wait) {
    const round = breaker.enter();
    if (round === null) throw leftAlone();
    let verdict: Verdict = "unknown";
    try {
      const answer = await next.send(operation, context, wait);
      verdict = "answered";
      return answer;
    } catch (error) {
      verdict = verdictOf(error);
      throw error;
    } finally {
      breaker.leave(round, verdict);
    }
  },
  close: () => next.close(),
});

const leftAlone = (): NoAnswer => new NoAnswer("breaker-open", "the subgraph is left alone");

const faults: ReadonlySet<NoAnswerKind> = new Set(["unreachable", "cut-off", "too-late", "unreadable"]);

/** Who turns a request away is there; the end of the operation's own time says nothing of the subgraph. */
function verdictOf(error: unknown): Verdict {
  const kind = kindOf(error);
  if (kind === "turned-away") return "answered";
  return kind !== null && faults.has(kind) ? "failed" : "unknown";
}
