/**
 * How many elements a list is expected to have where no argument of the question says: what the reference data and a
 * campaign of 35 offices hold, rounded up. A list that is not named here counts as `usualListSize`.
 */
export const listSizes: Readonly<Record<string, number>> = {
  "Query.establishments": 40,
  "Query.healthRegions": 18,
  "Query.qualityIndicators": 40,
  "Query.recommendations": 20,
  "Query.publishedFigures": 200,
  "Query.contradictions": 30,
  "Query.collaborations": 150,
  "Query.userCommittees": 100,
  "Query.partnerConcepts": 100,
  "Query.glossary": 100,
  "Query.sharedResources": 50,
  "Query.researchUnits": 10,
  "Query.submissions": 40,
  "Query.reminders": 40,
  "Query.addedResources": 50,
  "Query.resourceReuses": 40,
  "Query.duplicatedTexts": 50,
  "HealthRegion.establishments": 4,
  "Establishment.observations": 30,
  "HealthRegion.observations": 30,
  "QualityIndicator.observations": 40,
  "Observation.contradictions": 2,
  "Recommendation.linkedIndicators": 5,
  "Form.questions": 80,
  "Submission.revisions": 3,
  "Submission.audit": 10,
  "Submission.answers": 80,
  "SubmissionRevision.answers": 80,
  "YearlyFiguresResult.issues": 50,
  "PartnerRosterResult.issues": 50,
  "PartnerRosterResult.difference": 50,
  "PartnerRoster.statuses": 4,
  "PartnerRoster.revisions": 20,
  "RosterPartner.engagements": 3,
  "CompletenessGroup.missing": 10,
  "UniverseCompleteness.regions": 18,
  "PublicationPreview.changes": 500,
  "PublicationPreview.withheld": 10,
  "PublicationPreview.unsafe": 100,
  "PublicationPreview.alreadyTold": 100,
  "Query.publicationRegister": 100,
  "PublicationRisk.withheld": 10,
  "Vintage.changes": 100,
  "PartnerRecordCounts.groups": 100,
};

export const usualListSize = 5;

/** A page is never longer, whatever is asked: the longest of any list of the hub. */
export const longestPage = 1_000;
