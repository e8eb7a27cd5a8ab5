/**
 * What a change costs beside its answer: it checks, writes and seals whatever little of it is selected, and a try does
 * all of that but the writing. A hundred tries of a year of figures under aliases took ten seconds.
 */
export const mutationCost = 5_000;

/** What a field costs by itself where that is more than one: work that its answer does not show. */
export const fieldCosts: Readonly<Record<string, number>> = {
  // Computes and protects a whole vintage.
  "Query.previewPublication": 5_000,
  // Look at every record of a release, whatever they answer.
  "Query.partnerRecords": 100,
  "Query.partnerRecordCounts": 100,
};
