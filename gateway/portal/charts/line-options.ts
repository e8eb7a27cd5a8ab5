import type { CustomSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { GridComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { ChartLayout } from "./chart-rows.js";

export type LineOptions = ComposeOption<CustomSeriesOption | ScatterSeriesOption | GridComponentOption>;

/** One place on a line, from left to right. */
export interface LineMark {
  readonly label: string;
  /** Null leaves a gap. */
  readonly value: number | null;
  /** What is written above the mark. */
  readonly told: string;
  /** True when it compares with the one before: the two are joined. */
  readonly isJoined: boolean;
}

/** A line as it is asked for. */
export interface LineAsked {
  readonly title: string;
  readonly description: string;
  readonly marks: readonly LineMark[];
  /** The end of the axis; null where the values decide. */
  readonly max: number | null;
  /** Writes a number of the axis. */
  readonly axisLabel: (value: number) => string;
}

/** The height of a line, whatever it tells. */
export const lineHeight = 280;

const ink = "var(--ink)";
const soft = "var(--ink-soft)";
const colour = "var(--class-3)";
const letterWidth = 8.5;
const font = { fontSize: 14, fontFamily: "inherit" };

/** Marks from left to right, joined where they compare. */
export function lineOptions({ marks, max, axisLabel }: LineAsked, layout: ChartLayout): LineOptions {
  const sides = layout.labels === null ? { left: 48, right: 20 } : { left: 72, right: 40 };
  const slot = (layout.width - sides.left - sides.right) / marks.length;
  const isTilted = lettersOf(marks) * letterWidth > slot;
  return {
    animation: false,
    textStyle: { ...font, color: ink },
    grid: { ...sides, top: 28, bottom: isTilted ? 92 : 48, outerBoundsMode: "none" },
    xAxis: {
      type: "category",
      data: marks.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: soft } },
      axisLabel: { ...font, color: ink, interval: 0, lineHeight: 17, rotate: isTilted ? 45 : 0 },
    },
    yAxis: {
      type: "value",
      min: 0,
      ...(max === null ? { splitNumber: 4 } : { max, interval: max / 4 }),
      axisLabel: { ...font, fontSize: 13, color: soft, formatter: axisLabel },
      splitLine: { lineStyle: { color: "var(--line-soft)" } },
    },
    series: [strokes(marks), dots(marks)],
  };
}

// The longest line of what stands under the marks.
const lettersOf = (marks: readonly LineMark[]): number =>
  Math.max(...marks.flatMap(({ label }) => label.split("\n").map(({ length }) => length)));

/** Marks that compare with the one before, by their places; a mark alone is no run. */
function runsOf(marks: readonly LineMark[]): (readonly number[])[] {
  const runs: number[][] = [];
  for (const [place, { value, isJoined }] of marks.entries()) {
    if (value === null) continue;
    if (isJoined) runs.at(-1)?.push(place);
    else runs.push([place]);
  }
  return runs.filter(({ length }) => length > 1);
}

// The library's own line is cut by a frame that has the same name in each drawing of a page.
function strokes(marks: readonly LineMark[]): CustomSeriesOption {
  const runs = runsOf(marks);
  return {
    type: "custom",
    silent: true,
    z: 2,
    data: runs.map((_, rank) => [rank, 0]),
    renderItem: ({ dataIndex }, api) => ({
      type: "polyline",
      shape: {
        points: (runs[dataIndex] ?? []).map((place) => api.coord([place, marks[place]?.value ?? 0])),
      },
      style: { stroke: colour, lineWidth: 3, fill: "none" },
    }),
  };
}

const dots = (marks: readonly LineMark[]): ScatterSeriesOption => ({
  type: "scatter",
  silent: true,
  z: 3,
  symbol: "circle",
  symbolSize: 10,
  itemStyle: { color: colour, borderColor: ink, borderWidth: 1, opacity: 1 },
  data: marks.flatMap(({ value, told }, place) =>
    value === null
      ? []
      : [
          {
            value: [place, value],
            label: { ...font, show: true, position: "top", color: ink, formatter: told },
          },
        ],
  ),
});
