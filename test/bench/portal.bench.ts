import { startHive, startOurs, startOursOverHttp, startStock } from "./contestants.js";
import { race } from "./race.js";
import type { Benchmark } from "./result.js";

/** A cold portal query in process, against a stock gateway over HTTP to the same subgraphs. */
export const portalBenchmark: Benchmark = {
  name: "portal-in-process",
  about:
    "CPU of a portal query over four subgraphs, in process, against the same subgraphs over HTTP behind a stock gateway",
  run: () =>
    race({
      name: "portal-in-process",
      bar: 6,
      ours: (ground) => startOurs(ground, 4300),
      yardstick: (ground) => startStock(ground, 4310),
    }),
};

/** The same with a process a subgraph on both sides. */
export const portalOverHttpBenchmark: Benchmark = {
  name: "portal-over-http",
  about: "CPU of a portal query with every subgraph over HTTP, against a stock gateway to the same subgraphs",
  run: () =>
    race({
      name: "portal-over-http",
      bar: 2,
      ours: (ground) => startOursOverHttp(ground, 4320),
      yardstick: (ground) => startStock(ground, 4330),
    }),
};

/** Against another router of the federation, the fastest one that runs on Node. */
export const portalHiveBenchmark: Benchmark = {
  name: "portal-against-hive",
  about:
    "CPU of a portal query in process, against Hive Gateway with its router runtime over HTTP to the same subgraphs",
  run: () =>
    race({
      name: "portal-against-hive",
      bar: 4,
      ours: (ground) => startOurs(ground, 4340),
      yardstick: (ground) => startHive(ground, 4350),
    }),
};
