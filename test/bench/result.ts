import { median } from "./measure.js";

/** One figure of a benchmark: ours beside a yardstick measured in the same run. */
export interface BenchResult {
  readonly name: string;
  readonly ours: number;
  /** Null where the figure is only printed. */
  readonly yardstick: number | null;
  readonly ratio: number | null;
  readonly unit: string;
  /** The ratio (or the figure) of each run: the spread. */
  readonly runs: readonly number[];
  readonly beside?: Readonly<Record<string, number | string>>;
}

export interface Benchmark {
  readonly name: string;
  readonly about: string;
  readonly run: () => Promise<BenchResult[]>;
}

const round = (value: number): number => Number(value.toPrecision(4));

/** Puts paired runs together: medians of both, and the median of the ratios. */
export function paired(
  name: string,
  unit: string,
  ours: readonly number[],
  yardstick: readonly number[],
  beside?: BenchResult["beside"],
): BenchResult {
  const runs = ours.map((value, run) => round(value / yardstick[run]!));
  return {
    name,
    ours: round(median(ours)),
    yardstick: round(median(yardstick)),
    ratio: round(median(runs)),
    unit,
    runs,
    ...(beside ? { beside } : {}),
  };
}

/** A figure without a yardstick. */
export const figure = (
  name: string,
  unit: string,
  values: readonly number[],
  beside?: BenchResult["beside"],
): BenchResult => ({
  name,
  ours: round(median(values)),
  yardstick: null,
  ratio: null,
  unit,
  runs: values.map(round),
  ...(beside ? { beside } : {}),
});
