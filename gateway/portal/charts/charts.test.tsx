import { describe, expect, it } from "vitest";
import { renderToString } from "preact-render-to-string";
import { Chart } from "./chart.js";
import type { ChartAsked } from "./chart-rows.js";
import { drawChart, drawLine } from "./draw-chart.js";
import type { LineAsked } from "./line-options.js";
import { plainSvg } from "./plain-svg.js";

const asked: ChartAsked = {
  title: "Part des bureaux « qualité »",
  description: "Une barre par valeur.",
  max: 100,
  axisLabel: (value) => `${value} %`,
  rows: [
    {
      label: 'Soins & <script>alert("1")</script>',
      value: 83,
      low: null,
      high: null,
      interval: { low: 66.4, high: 92.7 },
      told: "83 %",
      other: 83.3,
    },
    { label: "Étendue", value: null, low: 10, high: 40, interval: null, told: "de 10 % à 40 %", other: null },
    { label: "Masquée", value: null, low: null, high: null, interval: null, told: "masquée", other: null },
  ],
};

describe("a chart drawn on the server", () => {
  it("has no style attribute, no style sheet and no script, whatever its labels say", async () => {
    for (const { inside } of await drawChart(asked)) {
      expect(inside).not.toMatch(/style=|<style|<script|\son\w+=/i);
      expect(inside).toMatch(/font-size="14px"/);
      expect(inside).toContain("&lt;script&gt;");
    }
  });

  it("takes its colours from the page, for light and dark", async () => {
    for (const { inside } of await drawChart(asked)) {
      const colours = [...inside.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour ?? "");
      expect(colours).toContain("var(--class-3)");
      expect(colours.filter((colour) => !/^(var\(--[\w-]+\)|none)$/.test(colour))).toEqual([]);
    }
  });

  it("writes every value and every reason beside its mark", async () => {
    for (const { inside } of await drawChart(asked))
      for (const { told } of asked.rows) expect(inside).toContain(`>${told}</text>`);
  });

  it("is named and described in the language of the page, each drawing by its own names", async () => {
    const html = renderToString(
      <Chart
        id="c"
        title={asked.title}
        description={asked.description}
        drawn={await drawChart(asked)}
        language="fr"
      >
        légende
      </Chart>,
    );
    expect(html.match(/role="img"/g)).toHaveLength(2);
    const names = [...html.matchAll(/<(?:title|desc) id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(names).size).toBe(4);
    expect(html).toContain(">Part des bureaux « qualité »</title>");
  });
});

describe("a line drawn on the server", () => {
  const mark = (label: string, value: number | null, isJoined = false) => ({
    label,
    value,
    told: value === null ? "masquée" : `${value} %`,
    isJoined,
  });
  const line: LineAsked = {
    title: "Évolution",
    description: "Un point par campagne.",
    max: 100,
    axisLabel: (value) => `${value} %`,
    marks: [
      mark("2031", 40),
      mark("2032", 45, true),
      mark("2033", null),
      mark("2034", 60),
      mark("2035", 50),
      mark("2036", 55, true),
      mark("2037", 58, true),
    ],
  };
  /** How many points each stroke of a drawing goes through. */
  const strokesOf = (inside: string): number[] =>
    [...inside.matchAll(/<(?:polyline points|path d)="([^"]*)" fill="none" stroke="var\(--class-3\)"/g)].map(
      ([, way = ""]) => way.match(/[\d.]+[ ,][\d.]+/g)?.length ?? 0,
    );

  it("joins the points that compare and no others, and leaves a gap where there is no value", async () => {
    for (const { inside } of await drawLine(line)) {
      expect(strokesOf(inside)).toEqual([2, 3]);
      for (const { label, told, value } of line.marks) {
        expect(inside).toContain(`>${label}</text>`);
        if (value !== null) expect(inside).toContain(`>${told}</text>`);
      }
      expect(inside).not.toContain("masquée");
    }
  });

  it("has no style attribute, no name of its own that another drawing could have, and the colours of the page", async () => {
    for (const { inside } of await drawLine(line)) {
      expect(inside).not.toMatch(/style=|<style|<script|\son\w+=|\sid=|clip-path/i);
      const colours = [...inside.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour ?? "");
      expect(colours.filter((colour) => !/^(var\(--[\w-]+\)|none)$/.test(colour))).toEqual([]);
    }
  });
});

describe("an SVG without styles", () => {
  it("keeps as attributes what was written as a style", () => {
    expect(
      plainSvg('<text style="font-size:14px;font-family:inherit;" class="zr0-cls-1" fill="red">a</text>'),
    ).toBe('<text font-size="14px" font-family="inherit" fill="red">a</text>');
    expect(plainSvg("<g/><style ><![CDATA[ .a { b: c } ]]></style>")).toBe("<g/>");
  });
});
