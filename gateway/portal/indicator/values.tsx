import { Fragment } from "preact";
import { Chart } from "../charts/chart.js";
import type { ChartAsked } from "../charts/chart-rows.js";
import type { DrawnChart } from "../charts/draw-chart.js";
import { wordsOf } from "../parts/text.js";
import { CategoryTable } from "./category-table.js";
import { SayingsTable } from "./sayings-table.js";
import type { SectionProps, ShownIndicator } from "./shown-indicator.js";
import { byCategory } from "./values-shown.js";
import { indicatorWords } from "./words.js";

/** A chart and what it was asked from. */
export interface ChartDrawn {
  readonly asked: ChartAsked;
  readonly drawn: readonly DrawnChart[];
}

/** All values for all of Québec in the shown campaign: the chart, and the table behind it. */
export const ProvinceValues = ({ of, chart }: SectionProps & { readonly chart: ChartDrawn | null }) => {
  const { language, indicator, campaign, category, rows, values } = of;
  const say = indicatorWords(language);
  const hasCategories = category === null && byCategory(indicator.categories, values.province).length > 0;
  if (rows.length === 0 && !hasCategories) return null;
  return (
    <section aria-labelledby="values">
      <h2 id="values">{say("table", { campaign: wordsOf(campaign.title, language) })}</h2>
      {chart && <ValuesChart of={of} chart={chart} id="values-chart" />}
      {rows.length > 0 && <SayingsTable of={of} />}
      {hasCategories && <CategoryTable of={of} />}
    </section>
  );
};

/** A chart with its legend and, where it has intervals, what they are worth. */
export const ValuesChart = ({
  of,
  chart,
  id,
}: SectionProps & { readonly chart: ChartDrawn; readonly id: string }) => {
  const { language } = of;
  const say = indicatorWords(language);
  const { asked, drawn } = chart;
  const hasIntervals = asked.rows.some(({ interval }) => interval !== null);
  const hasOthers = asked.rows.some(({ other }) => other !== null);
  const caveat = hasIntervals ? caveatOf(of) : null;
  return (
    <Chart id={id} title={asked.title} description={asked.description} drawn={drawn} language={language}>
      {say("legendBars")}
      {hasIntervals && <Fragment> {say("legendInterval")}</Fragment>}
      {hasOthers && <Fragment> {say("legendOther")}</Fragment>}
      {caveat && <Fragment> {wordsOf(caveat, language)}</Fragment>}
    </Chart>
  );
};

const caveatOf = ({ values }: ShownIndicator) =>
  values.province.find(({ interval }) => interval !== null)?.interval?.caveat ?? null;
