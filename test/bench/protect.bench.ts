import { isTableSafe } from "../../subgraphs/quality-indicators/disclosure/audit-table.js";
import { protectTable } from "../../subgraphs/quality-indicators/disclosure/protect-table.js";
import { median } from "./measure.js";
import { publicationTable } from "./publication-table.js";
import { type Benchmark, type BenchResult, figure } from "./result.js";

const sizes = [1, 2, 4] as const;
const rounds = 5;
// A tenth of the publication: nothing links two indicators, hence time grows with their number and no faster.
const indicators = 2;

interface Measured {
  readonly cells: number;
  readonly protectSeconds: number;
  readonly auditSeconds: number;
  readonly shownShare: number;
}

/** CPU seconds of this process: others of the machine do not count. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Protects a publication and audits what is left, as publishing does. */
async function measure(times: number): Promise<Measured> {
  const table = publicationTable(times, indicators);
  const startedAt = cpuSeconds();
  const { hidden, unprotected } = await protectTable(table);
  const protectedAt = cpuSeconds();
  const gone = new Set(hidden.map(({ figure }) => figure));
  const isSafe = await isTableSafe({
    ...table,
    figures: table.figures.map((figure, rank) => ({ ...figure, isShown: !gone.has(rank) })),
  });
  const auditedAt = cpuSeconds();
  if (!isSafe || unprotected.length > 0)
    throw new Error(`a publication of ${table.figures.length} cells was not protected`);
  return {
    cells: table.figures.length,
    protectSeconds: protectedAt - startedAt,
    auditSeconds: auditedAt - protectedAt,
    shownShare: 1 - gone.size / table.figures.length,
  };
}

const secondsOf = ({ protectSeconds, auditSeconds }: Measured): number => protectSeconds + auditSeconds;

/** The slope of the logarithm of the time over that of the cells, over all three sizes. */
function exponentOf(points: readonly Measured[]): number {
  const logs = points.map((point) => [Math.log(point.cells), Math.log(secondsOf(point))] as const);
  const mean = (axis: 0 | 1): number => logs.reduce((sum, log) => sum + log[axis], 0) / logs.length;
  const [cells, seconds] = [mean(0), mean(1)];
  return (
    logs.reduce((sum, [x, y]) => sum + (x - cells) * (y - seconds), 0) /
    logs.reduce((sum, [x]) => sum + (x - cells) ** 2, 0)
  );
}

async function run(): Promise<BenchResult[]> {
  // The first solver's start is compiled, which takes longer than the smallest publication.
  await measure(1);
  const measured: Measured[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const points: Measured[] = [];
    for (const times of sizes) points.push(await measure(times));
    measured.push(points);
  }
  const points = sizes.map((times, size) => {
    const all = measured.map((round) => round[size]!);
    return figure(
      `protect-${times}x`,
      "cells protected and audited a CPU second",
      all.map((point) => point.cells / secondsOf(point)),
      {
        cells: all[0]!.cells,
        protectSeconds: Number(median(all.map(({ protectSeconds }) => protectSeconds)).toPrecision(3)),
        auditSeconds: Number(median(all.map(({ auditSeconds }) => auditSeconds)).toPrecision(3)),
        shownPercent: Number((100 * all[0]!.shownShare).toPrecision(3)),
      },
    );
  });
  return [
    ...points,
    figure("protect-exponent", "of the time over the cells (bar: ≤ 1.5)", measured.map(exponentOf)),
  ];
}

export const protectBenchmark: Benchmark = {
  name: "protect",
  about:
    "protecting and auditing a publication of 35 establishments, 18 regions, peer and region groups and the province, 3 years, at 1x, 2x and 4x; 2 of its 20 indicators, each of which is protected apart",
  run,
};
