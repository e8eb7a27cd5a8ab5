import type { BarSeriesOption, CustomSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { GridComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";
import type { ChartAsked, ChartLayout, ChartRow } from "./chart-rows.js";

export type BarOptions = ComposeOption<
  BarSeriesOption | CustomSeriesOption | ScatterSeriesOption | GridComponentOption
>;

const fontSize = 14;
const barHeight = 14;
const axisHeight = 30;
// The reader's own font may be wider than the one that the library measures by: labels leave room for it.
const widerFont = 0.8;
const lineHeight = 17;
const letterWidth = 7.5;
const widthOfLabels = ({ labels, width }: ChartLayout): number => (labels ?? width) * widerFont;
const lettersIn = (layout: ChartLayout): number => widthOfLabels(layout) / letterWidth;
// Colours are the page's own custom properties, so that light and dark follow the reader.
const ink = "var(--ink)";
const soft = "var(--ink-soft)";
const line = "var(--line-soft)";
const bar = "var(--class-3)";

/** The height of a chart: rows are as high as the longest label needs. */
export const heightOf = ({ rows }: ChartAsked, layout: ChartLayout): number => {
  const lines = Math.ceil(Math.max(...rows.map(({ label }) => label.length)) / lettersIn(layout));
  const rowHeight =
    layout.labels === null
      ? layout.rowHeight + (lines - 1) * lineHeight
      : Math.max(layout.rowHeight, lines * lineHeight + 6);
  return rows.length * rowHeight + axisHeight + 8;
};

/** Horizontal bars with their labels, whiskers for intervals and diamonds for second values. */
export function barOptions(asked: ChartAsked, layout: ChartLayout): BarOptions {
  const { rows, max, axisLabel } = asked;
  const font = { fontSize, fontFamily: "inherit" };
  const above = layout.labels === null;
  const isAxisWordy = above || axisLabel(Math.max(...rows.map((row) => endOf(row) ?? 0))).length > 6;
  const told = Math.max(...rows.map((row) => row.told.length));
  return {
    animation: false,
    textStyle: { ...font, color: ink },
    grid: {
      left: layout.labels ?? 2,
      right: Math.min(layout.width / 3, told * letterWidth + 20),
      top: 4,
      bottom: axisHeight,
      outerBoundsMode: "none",
    },
    xAxis: {
      type: "value",
      min: 0,
      ...(max === null ? {} : { max }),
      splitNumber: isAxisWordy ? 2 : 4,
      ...(max === null ? {} : { interval: max / (isAxisWordy ? 2 : 4) }),
      axisLabel: {
        ...font,
        fontSize: 13,
        color: soft,
        hideOverlap: true,
        formatter: axisLabel,
        alignMinLabel: "left",
      },
      splitLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: soft } },
      axisLabel: above
        ? {
            ...font,
            color: ink,
            inside: true,
            interval: 0,
            verticalAlign: "bottom",
            padding: [0, 0, barHeight / 2 + 3, -6],
            lineHeight,
            width: widthOfLabels(layout),
            overflow: "break",
          }
        : {
            ...font,
            color: ink,
            interval: 0,
            lineHeight,
            width: widthOfLabels(layout),
            overflow: "break",
          },
    },
    series: [bars(rows), ...whiskers(rows), ...diamonds(rows)],
  };
}

const endOf = ({ value, low, high }: ChartRow): number | null => high ?? value ?? low;

// A range is a bar that starts at its low end: what lies before is drawn without colour.
function bars(rows: readonly ChartRow[]): CustomSeriesOption {
  return {
    type: "custom",
    silent: true,
    z: 2,
    data: rows.map((row, rank) => [
      endOf(row) ?? 0,
      rank,
      row.high === null || row.low === null ? 0 : row.low,
      Math.max(row.interval?.high ?? 0, row.other ?? 0),
    ]),
    encode: { x: [0, 3], y: 1 },
    renderItem: (_, api) => {
      const rank = Number(api.value(1));
      const row = rows[rank];
      const [left = 0, middle = 0] = api.coord([api.value(2), rank]);
      const [right = 0] = api.coord([api.value(0), rank]);
      const [farthest = 0] = api.coord([Math.max(Number(api.value(0)), Number(api.value(3))), rank]);
      return {
        type: "group",
        children: [
          {
            type: "rect",
            shape: { x: left, y: middle - barHeight / 2, width: right - left, height: barHeight },
            style: { fill: bar },
          },
          {
            type: "text",
            x: farthest + 12,
            y: middle,
            style: {
              text: row?.told ?? "",
              fill: ink,
              fontSize,
              fontFamily: "inherit",
              verticalAlign: "middle",
            },
          },
        ],
      };
    },
  };
}

const strokes = [
  { stroke: "var(--paper)", lineWidth: 4, fill: "none" },
  { stroke: ink, lineWidth: 1.5, fill: "none" },
];

function whiskers(rows: readonly ChartRow[]): CustomSeriesOption[] {
  const data = rows.flatMap(({ interval }, rank) => (interval ? [[interval.low, rank, interval.high]] : []));
  if (data.length === 0) return [];
  return [
    {
      type: "custom",
      silent: true,
      z: 3,
      data,
      renderItem: (_, api) => {
        const [left = 0, middle = 0] = api.coord([api.value(0), api.value(1)]);
        const [right = 0] = api.coord([api.value(2), api.value(1)]);
        const [top, bottom] = [middle - 6, middle + 6];
        const pathData = `M${left} ${top}V${bottom}M${left} ${middle}H${right}M${right} ${top}V${bottom}`;
        // A line of paper under the line of ink: it is seen on the bar and beside it.
        return {
          type: "group",
          children: strokes.map((style) => ({ type: "path" as const, shape: { pathData }, style })),
        };
      },
    },
  ];
}

function diamonds(rows: readonly ChartRow[]): ScatterSeriesOption[] {
  const data = rows.flatMap(({ other }, rank) => (other === null ? [] : [[other, rank]]));
  if (data.length === 0) return [];
  return [
    {
      type: "scatter",
      silent: true,
      z: 4,
      symbol: "diamond",
      symbolSize: 12,
      itemStyle: { color: "var(--paper)", borderColor: ink, borderWidth: 2 },
      data,
    },
  ];
}
