import { buildSubgraph } from "../shared/federation.js";
import { schemasOf, type Subgraph } from "../shared/subgraph.js";
import { AuditEntry } from "./audit/audit-entry.entity.js";
import { AuditResolver } from "./audit/audit.resolver.js";
import { sealDays } from "./audit/seal-days.service.js";
import { Campaign } from "./campaign/campaign.entity.js";
import { CampaignResolver } from "./campaign/campaign.resolver.js";
import { OpenCampaignResolver } from "./campaign/open-campaign.resolver.js";
import { CampaignWindow } from "./campaign-window/campaign-window.entity.js";
import { FrameOffice } from "./campaign-window/frame-office.entity.js";
import { CompletenessResolver } from "./completeness/completeness.resolver.js";
import { Contradiction } from "./contradiction/contradiction.entity.js";
import { ContradictionResolver, ContradictionSideResolver } from "./contradiction/contradiction.resolver.js";
import { DefineIndicatorResolver } from "./definition/define-indicator.resolver.js";
import { FigureCommentResolver } from "./figure-comment/figure-comment.resolver.js";
import { Form } from "./form/form.entity.js";
import { FormResolver } from "./form/form.resolver.js";
import { CoConstructionRecord } from "./indicator/co-construction-record.entity.js";
import { CoConstructionResolver } from "./indicator/co-construction.resolver.js";
import { QualityIndicator } from "./indicator/indicator.entity.js";
import { indicatorReference } from "./indicator/indicator.reference.js";
import { QualityIndicatorResolver } from "./indicator/indicator.resolver.js";
import { LockException } from "./lock-exception/lock-exception.entity.js";
import { ExpectedOfficesResolver } from "./campaign-window/expected-offices.resolver.js";
import { ExceptedWindowResolver, LockExceptionResolver } from "./lock-exception/lock-exception.resolver.js";
import { Catalogue } from "./migrations/1-catalogue.js";
import { Measures } from "./migrations/9-measures.js";
import { Progress } from "./migrations/10-progress.js";
import { History } from "./migrations/11-history.js";
import { Borders } from "./migrations/12-borders.js";
import { Disclosure } from "./migrations/13-disclosure.js";
import { Changes } from "./migrations/14-changes.js";
import { Reminders } from "./migrations/16-reminders.js";
import { FigureComments } from "./migrations/17-figure-comments.js";
import { CampaignDays } from "./migrations/18-campaign-days.js";
import { Collection } from "./migrations/2-collection.js";
import { Guards } from "./migrations/3-guards.js";
import { VintageProtection } from "./migrations/4-vintage-protection.js";
import { AuditChain } from "./migrations/5-audit-chain.js";
import { OpenedCampaigns } from "./migrations/6-opened-campaigns.js";
import { Workflow } from "./migrations/7-workflow.js";
import { OnBehalf } from "./migrations/8-on-behalf.js";
import { ObservationBesideResolver } from "./observation/observation-beside.resolver.js";
import { ObservationResolver } from "./observation/observation.resolver.js";
import { Establishment, HealthRegion } from "./observation/observed-place.entity.js";
import { observedPlaceReference } from "./observation/observed-place.reference.js";
import {
  ObservedEstablishmentResolver,
  ObservedHealthRegionResolver,
} from "./observation/observed-place.resolver.js";
import { PublicationResolver } from "./publication/publication.resolver.js";
import { PublicationRegisterResolver } from "./publication-register/publication-register.resolver.js";
import { PublishedFigure } from "./published-figure/published-figure.entity.js";
import { PublishedFigureResolver } from "./published-figure/published-figure.resolver.js";
import { published } from "./published.js";
import { Recommendation } from "./recommendation/recommendation.entity.js";
import { ProgressResolver } from "./recommendation/progress.resolver.js";
import { RecommendationProgress } from "./recommendation/recommendation-progress.entity.js";
import { CrosswalkResolver, RecommendationResolver } from "./recommendation/recommendation.resolver.js";
import { ReminderOutcomeResolver, ReminderResolver } from "./reminder/reminder.resolver.js";
import { Source } from "./source/source.entity.js";
import { SourceResolver } from "./source/source.resolver.js";
import { DuplicatedTextResolver } from "./submission/duplicated-text.resolver.js";
import { Submission } from "./submission/submission.entity.js";
import { SubmissionDecisionResolver } from "./submission/submission-decision.resolver.js";
import { SubmissionResolver } from "./submission/submission.resolver.js";
import { SubmissionRevision } from "./submission/submission-revision.entity.js";
import { SubmissionRevisionResolver } from "./submission/submission-revision.resolver.js";
import { YearlyFiguresResolver } from "./submission/yearly-figures.resolver.js";
import { TrendResolver } from "./trend/trend.resolver.js";
import { Vintage } from "./vintage/vintage.entity.js";
import { VintageResolver } from "./vintage/vintage.resolver.js";
import { VintageWithdrawalResolver } from "./vintage/vintage-withdrawal.resolver.js";

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
    RecommendationProgress,
    CoConstructionRecord,
    Vintage,
    Form,
    CampaignWindow,
    FrameOffice,
    Submission,
    SubmissionRevision,
    LockException,
    AuditEntry,
  ],
  migrations: [
    Catalogue,
    Collection,
    Guards,
    VintageProtection,
    AuditChain,
    OpenedCampaigns,
    Workflow,
    OnBehalf,
    Measures,
    Progress,
    History,
    Borders,
    Disclosure,
    Changes,
    Reminders,
    FigureComments,
    CampaignDays,
  ],
  published,
  dailyTasks: [sealDays],
  build: () =>
    buildSubgraph({
      resolvers: [
        QualityIndicatorResolver,
        ObservationResolver,
        ObservationBesideResolver,
        TrendResolver,
        DefineIndicatorResolver,
        ObservedEstablishmentResolver,
        ObservedHealthRegionResolver,
        PublishedFigureResolver,
        ContradictionResolver,
        ContradictionSideResolver,
        SourceResolver,
        RecommendationResolver,
        CrosswalkResolver,
        ProgressResolver,
        CoConstructionResolver,
        CampaignResolver,
        OpenCampaignResolver,
        VintageResolver,
        VintageWithdrawalResolver,
        FormResolver,
        SubmissionResolver,
        SubmissionDecisionResolver,
        LockExceptionResolver,
        ReminderResolver,
        ReminderOutcomeResolver,
        CompletenessResolver,
        ExceptedWindowResolver,
        ExpectedOfficesResolver,
        SubmissionRevisionResolver,
        YearlyFiguresResolver,
        DuplicatedTextResolver,
        PublicationResolver,
        PublicationRegisterResolver,
        FigureCommentResolver,
        AuditResolver,
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
        "DateTimeISO",
        "DataOrigin",
        "Basis",
        "Unit",
        "ValueType",
        "ObservationLevel",
        "ObservationStatus",
        "IntervalMethod",
        "TrendReasonCode",
        "TrendDirection",
        "IndicatorSphere",
        "IndicatorOrigin",
        "Polarity",
        "Frequency",
        "CoConstructionStatus",
        "CoConstructionStage",
        "PartnersWithheld",
        "EngagementDegree",
        "Leadership",
        "PartnerProfile",
        "ContradictionKind",
        "ContradictionResolution",
        "ProgressStatus",
        "VintageStatus",
      ],
    }),
};
