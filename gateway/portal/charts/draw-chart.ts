import { setImmediate } from "node:timers/promises";
import { barOptions, heightOf } from "./bar-options.js";
import { type ChartAsked, type ChartLayout, chartLayouts } from "./chart-rows.js";
import { plainSvg } from "./plain-svg.js";

/** A chart drawn for one width. */
export interface DrawnChart {
  readonly layout: ChartLayout;
  readonly width: number;
  readonly height: number;
  /** What lies within its `<svg>`. */
  readonly inside: string;
}

/** Draws a chart for wide and for narrow pages; other requests go on between the two. */
export async function drawChart(asked: ChartAsked): Promise<readonly DrawnChart[]> {
  // The library is read at the first chart: a hub starts as fast without readers.
  const { writtenChart } = await import("./chart-library.js");
  const drawn: DrawnChart[] = [];
  for (const layout of chartLayouts) {
    await setImmediate();
    const height = heightOf(asked, layout);
    const written = plainSvg(writtenChart(barOptions(asked, layout), layout.width, height));
    const inside = written.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
    drawn.push({ layout, width: layout.width, height, inside });
  }
  return drawn;
}
