import type { ObservationToPublish } from "./observation-to-publish.js";
import type { ApprovedAnswers, ComputedIndicator, PublicationInput } from "./publication-input.js";

/** The members that every row of an indicator in a publication shares. */
export const rowOf = (
  indicator: ComputedIndicator,
  { campaign, publishedOn }: PublicationInput,
  from: readonly Pick<ApprovedAnswers, "synthetic">[],
) =>
  ({
    indicator: indicator.code,
    indicator_version: indicator.version,
    campaign: campaign.code,
    unit: indicator.unit,
    basis: indicator.basis,
    origin: from.some(({ synthetic }) => synthetic) ? "SYNTHETIC" : "COMPUTED",
    period: campaign.period,
    provenance: {
      document: "HUB",
      edition: null,
      section: `Calcul du carrefour à partir des réponses de la campagne ${campaign.code}`,
      quote: null,
      method: "PROGRAM",
      extractedAt: publishedOn,
      licence: "UNSTATED",
      status: "VERIFIED",
    },
  }) as const satisfies Partial<ObservationToPublish>;
