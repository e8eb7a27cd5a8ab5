import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { apartWork } from "../apart.js";

let made: Registry | null = null;

/**
 * What is measured of the process rather than of one hub: memory, processor time, event loop lag, garbage collection,
 * open files, threads of work apart. Made once: it watches over every collection of garbage from then on.
 */
export function processMetrics(): Registry {
  if (made) return made;
  const registers = [(made = new Registry())];
  collectDefaultMetrics({ register: made });
  new Gauge({
    name: "carrefour_apart_jobs",
    help: "Work in threads of its own, by whether it runs or waits for its turn.",
    labelNames: ["state"],
    registers,
    collect() {
      const { running, waiting } = apartWork();
      this.set({ state: "running" }, running);
      this.set({ state: "waiting" }, waiting);
    },
  });
  return made;
}
