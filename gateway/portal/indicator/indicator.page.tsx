import { addressOf, paths } from "../addresses.js";
import type { ChartAsked } from "../charts/chart-rows.js";
import { drawChart, drawLine } from "../charts/draw-chart.js";
import type { Page, PageAsked } from "../page/page.js";
import { Contradiction } from "../parts/contradictions.js";
import { Text, wordsOf } from "../parts/text.js";
import { trendLine } from "./chart-of-trend.js";
import { provinceChart } from "./chart-of-values.js";
import { ChoosingForm } from "./choosing-form.js";
import { campaignsOf, dayAsked, latestCampaign } from "./chosen-campaign.js";
import { CoConstruction } from "./co-construction.js";
import { Comparison } from "./comparison.js";
import { Headline } from "./headline.js";
import { portalIndicatorDefinition } from "./indicator-definition.operation.js";
import { queryNames } from "./indicator-query.js";
import { portalIndicatorValues } from "./indicator-values.operation.js";
import { Meaning } from "./meaning.js";
import { placesChart } from "./places.js";
import type { SectionProps, ShownIndicator } from "./shown-indicator.js";
import { TakeAway } from "./take-away.js";
import { TrendSection } from "./trend.js";
import { type ChartDrawn, ProvinceValues } from "./values.js";
import { headlineOf, ofCategory } from "./values-shown.js";
import { indicatorWords } from "./words.js";

/** One indicator: its value, what it means, where it comes from, and how to take it away. */
export const indicatorPage: Page = {
  name: "indicator",
  path: paths.indicator,
  query: queryNames,
  async show(asked) {
    const read = await readIndicator(asked);
    if (!read) return null;
    const { of, isPartial } = read;
    const { language, indicator } = of;
    const say = indicatorWords(language);
    const name = wordsOf(indicator.name, language);
    const charts = { values: await drawn(provinceChart(of)), places: await drawn(placesChart(of)) };
    const line = trendLine(of);
    return {
      title: name,
      description: say("description", { name, plain: wordsOf(indicator.plain, language) }),
      crumbs: [{ label: say("indicators"), href: addressOf(language, "indicators") }],
      isPartial,
      body: (
        <>
          <p class="lead">
            {say("inWords", { plain: wordsOf(indicator.plain, language) })}{" "}
            <span class="indicator-code">({indicator.code})</span>
          </p>
          <Headline of={of} />
          <ChoosingForm of={of} />
          <Meaning of={of} />
          <ProvinceValues of={of} chart={charts.values} />
          <Comparison of={of} chart={charts.places} />
          <Contradictions of={of} />
          <TrendSection of={of} line={line && { asked: line, drawn: await drawLine(line) }} />
          <CoConstruction of={of} />
          <Recommendations of={of} />
          <TakeAway of={of} />
        </>
      ),
    };
  },
};

async function readIndicator({
  language,
  params,
  query,
  ask,
  publicUrl,
}: PageAsked): Promise<{ of: ShownIndicator; isPartial: boolean } | null> {
  const code = params["code"] ?? "";
  const day = query["asOf"]?.[0];
  const asOf = dayAsked(day);
  const known = await ask(portalIndicatorDefinition, { code, asOf });
  const indicator = known.data.qualityIndicator;
  if (!indicator) return null;
  const { campaigns, sources: documents } = known.data;
  const campaignCode = query["campaign"]?.[0] ?? latestCampaign(indicator, campaigns);
  const campaign = campaigns.find((one) => one.code === campaignCode);
  const categoryCode = query["category"]?.[0] ?? null;
  const category = indicator.categories.find((one) => one.code === categoryCode) ?? null;
  if (!campaign || (categoryCode !== null && !category)) return null;
  const told = await ask(portalIndicatorValues, {
    code,
    campaign: campaign.code,
    category: category?.code ?? null,
    asOf,
    lang: language === "fr" ? "FR" : "EN",
  });
  const values = told.data.qualityIndicator;
  if (!values) return null;
  const rows = ofCategory(values.province, category?.code ?? null);
  const headline = headlineOf(rows);
  const choosable = campaignsOf(indicator, campaigns);
  const shownRows = category === null && rows.length === 0 ? values.province : rows;
  const contradicted = new Set(shownRows.flatMap(({ contradictions }) => contradictions.map(({ id }) => id)));
  return {
    isPartial: known.lost.length > 0 || told.lost.length > 0,
    of: {
      language,
      publicUrl,
      indicator,
      values,
      campaigns: choosable.includes(campaign) ? choosable : [...choosable, campaign],
      campaign,
      category,
      asOf,
      hasBadDay: day !== undefined && asOf === null,
      documents,
      rows,
      headline,
      contradictions: told.data.contradictions.filter(({ id }) => contradicted.has(id)),
    },
  };
}

const drawn = async (asked: ChartAsked | null): Promise<ChartDrawn | null> =>
  asked && { asked, drawn: await drawChart(asked) };

const Contradictions = ({ of: { language, contradictions, documents } }: SectionProps) =>
  contradictions.length === 0 ? null : (
    <section aria-labelledby="contradictions">
      <h2 id="contradictions">{indicatorWords(language)("contradictions")}</h2>
      {contradictions.map((contradiction) => (
        <Contradiction key={contradiction.id} of={contradiction} language={language} documents={documents} />
      ))}
    </section>
  );

const Recommendations = ({ of: { language, indicator } }: SectionProps) =>
  indicator.recommendationLinks.length === 0 ? null : (
    <section aria-labelledby="recommendations">
      <h2 id="recommendations">{indicatorWords(language)("recommendations")}</h2>
      <ul>
        {indicator.recommendationLinks.map(({ code, text }) => (
          <li key={code}>
            <a href={addressOf(language, "recommendation", { code })}>
              {code} · <Text of={text} language={language} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
