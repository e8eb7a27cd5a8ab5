import type { PublishedTables } from "../shared/published-tables.js";

// An observation is reached by these; where its campaign is known, the field says it.
const computed = [
  "QualityIndicator.observations",
  "QualityIndicator.trend",
  "Establishment.observations",
  "HealthRegion.observations",
];

/** The published tables of what is measured, and what is told from each. */
export const published: PublishedTables = {
  told: {
    audit_heads: ["AuditHeads"],
    campaign: ["Campaign", "Vintage", "Observation", "IndicatorTrend"],
    co_construction: ["CoConstruction"],
    contradiction: ["Contradiction"],
    indicator: ["QualityIndicator", "Observation", "IndicatorTrend"],
    instrument: ["Form"],
    observation: computed,
    published_figure: ["PublishedFigure", "Observation", "IndicatorTrend"],
    recommendation: ["Recommendation"],
    recommendation_progress: ["RecommendationProgress"],
    source: ["Source", "PublishedFigure", "Observation", "IndicatorTrend"],
    vintage: [...computed, "Query.vintages", "Campaign.vintages"],
  },
  // What stands beside an observation (its comparators, its engagement) is of its own campaign.
  ofCampaign: [
    "QualityIndicator.observations",
    "Establishment.observations",
    "HealthRegion.observations",
    "Query.vintages",
  ],
  byCampaign: ["observation", "vintage"],
};
