import { buildSubgraph } from "../shared/federation.js";
import { schemasOf, type Subgraph } from "../shared/subgraph.js";
import { Campaign } from "./campaign/campaign.entity.js";
import { CampaignResolver } from "./campaign/campaign.resolver.js";
import { CampaignWindow } from "./campaign-window/campaign-window.entity.js";
import { FrameOffice } from "./campaign-window/frame-office.entity.js";
import { Contradiction } from "./contradiction/contradiction.entity.js";
import { ContradictionResolver, ContradictionSideResolver } from "./contradiction/contradiction.resolver.js";
import { Form } from "./form/form.entity.js";
import { FormResolver } from "./form/form.resolver.js";
import { QualityIndicator } from "./indicator/indicator.entity.js";
import { indicatorReference } from "./indicator/indicator.reference.js";
import { QualityIndicatorResolver } from "./indicator/indicator.resolver.js";
import { Catalogue } from "./migrations/1-catalogue.js";
import { Collection } from "./migrations/2-collection.js";
import { Guards } from "./migrations/4-guards.js";
import { VintageProtection } from "./migrations/5-vintage-protection.js";
import { ObservationResolver } from "./observation/observation.resolver.js";
import { Establishment, HealthRegion } from "./observation/observed-place.entity.js";
import { observedPlaceReference } from "./observation/observed-place.reference.js";
import {
  ObservedEstablishmentResolver,
  ObservedHealthRegionResolver,
} from "./observation/observed-place.resolver.js";
import { PublicationResolver } from "./publication/publication.resolver.js";
import { PublishedFigure } from "./published-figure/published-figure.entity.js";
import { PublishedFigureResolver } from "./published-figure/published-figure.resolver.js";
import { Recommendation } from "./recommendation/recommendation.entity.js";
import { CrosswalkResolver, RecommendationResolver } from "./recommendation/recommendation.resolver.js";
import { Source } from "./source/source.entity.js";
import { SourceResolver } from "./source/source.resolver.js";
import { AuditEntry } from "./submission/audit-entry.entity.js";
import { DuplicatedTextResolver } from "./submission/duplicated-text.resolver.js";
import { Submission } from "./submission/submission.entity.js";
import { SubmissionResolver } from "./submission/submission.resolver.js";
import { SubmissionRevision } from "./submission/submission-revision.entity.js";
import { SubmissionRevisionResolver } from "./submission/submission-revision.resolver.js";
import { YearlyFiguresResolver } from "./submission/yearly-figures.resolver.js";
import { Vintage } from "./vintage/vintage.entity.js";
import { VintageResolver } from "./vintage/vintage.resolver.js";

/** What is measured: indicators, published figures, their contradictions, and the campaigns that collect them. */
export const qualityIndicators: Subgraph = {
  name: "quality-indicators",
  schemas: schemasOf("quality-indicators"),
  entities: [
    Source,
    QualityIndicator,
    Campaign,
    Contradiction,
    PublishedFigure,
    Recommendation,
    Vintage,
    Form,
    CampaignWindow,
    FrameOffice,
    Submission,
    SubmissionRevision,
    AuditEntry,
  ],
  migrations: [Catalogue, Collection, Guards, VintageProtection],
  build: () =>
    buildSubgraph({
      resolvers: [
        QualityIndicatorResolver,
        ObservationResolver,
        ObservedEstablishmentResolver,
        ObservedHealthRegionResolver,
        PublishedFigureResolver,
        ContradictionResolver,
        ContradictionSideResolver,
        SourceResolver,
        RecommendationResolver,
        CrosswalkResolver,
        CampaignResolver,
        VintageResolver,
        FormResolver,
        SubmissionResolver,
        SubmissionRevisionResolver,
        YearlyFiguresResolver,
        DuplicatedTextResolver,
        PublicationResolver,
      ],
      entities: [QualityIndicator, Establishment, HealthRegion],
      references: {
        QualityIndicator: indicatorReference,
        Establishment: observedPlaceReference,
        HealthRegion: observedPlaceReference,
      },
      publicTypes: [
        "EnglishStatus",
        "ExtractionMethod",
        "ProvenanceStatus",
        "Language",
        "Date",
        "DataOrigin",
        "Basis",
        "Unit",
        "ValueType",
        "ObservationLevel",
        "ObservationStatus",
        "IndicatorSphere",
        "IndicatorOrigin",
        "Polarity",
        "Frequency",
        "CoConstructionStatus",
        "ContradictionKind",
        "ContradictionResolution",
        "ProgressStatus",
        "VintageStatus",
      ],
    }),
};
