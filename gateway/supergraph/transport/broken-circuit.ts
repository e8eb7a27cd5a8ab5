import type { Breaker, Verdict } from "./breaker.js";
import { kindOf, NoAnswer, type NoAnswerKind } from "./no-answer.js";
import type { Transport } from "./transport.js";

/** Asks the breaker for each fetch that is about to leave, which rejects at once while it is open, and tells it how it went. */
export const toldToBreaker = <Context>(next: Transport<Context>, breaker: Breaker): Transport<Context> => ({
  async send(operation, context, wait) {
    const round = breaker.enter();
    if (round === null) throw new NoAnswer("breaker-open", "the subgraph is left alone");
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

const faults: ReadonlySet<NoAnswerKind> = new Set(["unreachable", "cut-off", "too-late", "unreadable"]);

/** Who turns a request away is there; the end of the operation's own time says nothing of the subgraph. */
function verdictOf(error: unknown): Verdict {
  const kind = kindOf(error);
  if (kind === "turned-away") return "answered";
  return kind !== null && faults.has(kind) ? "failed" : "unknown";
}
