import { setImmediate } from "node:timers/promises";
import { type BarOptions, barOptions, heightOf } from "./bar-options.js";
import { type ChartAsked, type ChartLayout, chartLayouts } from "./chart-rows.js";
import { type LineAsked, lineHeight, type LineOptions, lineOptions } from "./line-options.js";
import { plainSvg } from "./plain-svg.js";

/** A chart drawn for one width. */
export interface DrawnChart {
  readonly layout: ChartLayout;
  readonly width: number;
  readonly height: number;
  /** What lies within its `<svg>`. */
  readonly inside: string;
}

/** Draws bars for wide and for narrow pages. */
export const drawChart = (asked: ChartAsked): Promise<readonly DrawnChart[]> =>
  drawn(
    (layout) => barOptions(asked, layout),
    (layout) => heightOf(asked, layout),
  );

/** Draws a line for wide and for narrow pages. */
export const drawLine = (asked: LineAsked): Promise<readonly DrawnChart[]> =>
  drawn(
    (layout) => lineOptions(asked, layout),
    () => lineHeight,
  );

// Other requests go on between the two widths.
async function drawn(
  optionsOf: (layout: ChartLayout) => BarOptions | LineOptions,
  heightIn: (layout: ChartLayout) => number,
): Promise<readonly DrawnChart[]> {
  // The library is read at the first chart: a hub starts as fast without readers.
  const { writtenChart } = await import("./chart-library.js");
  const charts: DrawnChart[] = [];
  for (const layout of chartLayouts) {
    await setImmediate();
    const height = heightIn(layout);
    const written = plainSvg(writtenChart(optionsOf(layout), layout.width, height));
    const inside = written.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
    charts.push({ layout, width: layout.width, height, inside });
  }
  return charts;
}
