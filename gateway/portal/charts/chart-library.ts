import { CustomChart, ScatterChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { BarOptions } from "./bar-options.js";
import type { LineOptions } from "./line-options.js";

use([CustomChart, ScatterChart, GridComponent, SVGRenderer]);

/** Draws a chart as SVG, as the library writes it. */
export function writtenChart(options: BarOptions | LineOptions, width: number, height: number): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption(options);
    return chart.renderToSVGString({ useViewBox: true });
  } finally {
    chart.dispose();
  }
}
