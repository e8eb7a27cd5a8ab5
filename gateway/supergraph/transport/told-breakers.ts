import type { Logger } from "pino";
import type { BreakerState } from "./breaker.js";
import type { TransportObserver } from "./observe.js";

const words: Readonly<Record<BreakerState, string>> = {
  open: "subgraph left alone for a while: it failed too often · sous-graphe laissé de côté un moment : trop d'échecs",
  "half-open": "subgraph tried once · sous-graphe sollicité une fois",
  closed: "subgraph answers again · le sous-graphe répond de nouveau",
};

/** Has the log tell when a subgraph is left alone, whose refused fetches tell nothing more, and when it is asked again. */
export const toldBreakers = (observer: TransportObserver, log: Logger): TransportObserver => ({
  ...observer,
  onBreaker(subgraph, state) {
    observer.onBreaker?.(subgraph, state);
    log[state === "open" ? "warn" : "info"]({ subgraph, breaker: state }, words[state]);
  },
});
