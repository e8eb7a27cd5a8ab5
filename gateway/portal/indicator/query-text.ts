import type { ShownIndicator } from "./shown-indicator.js";

/** The question, as a person would write it, whose answer holds what the page shows. */
export function queryTextOf({ language, indicator, campaign, asOf }: ShownIndicator): string {
  const day = asOf === null ? "" : `, asOf: "${asOf}"`;
  return `{
  qualityIndicator(code: "${indicator.code}"${day}) {
    name { ${language} }
    definition { ${language} }
    observations(campaign: "${campaign.code}"${day}) {
      area { level code }
      category
      value low high text unit
      numerator denominator basis
      status explanation(lang: ${language === "fr" ? "FR" : "EN"})
      origin vintage
      period { label }
      provenance { document section quote licence }
      contradictions { id resolution sides { value section } }
    }
  }
}`;
}
