/** The portal's heaviest page: every establishment over four subgraphs, about 50 KB. */
export const portalQuery = `query Portal($asOf: Date) {
  establishments {
    code type name { fr } shortName { fr }
    region { code name { fr } }
    partnershipOffice { code status names { label } }
    userCommittees { id kind name { fr } origin }
    researchPartnerships { id title { fr } kind degree origin }
    observations(campaign: "2024", asOf: $asOf) {
      category value unit numerator denominator basis status reason origin vintage area { level code }
    }
  }
}`;

// Each request asks as of another day, so that nothing can be shared between two of them; the answer is the same.
const firstDay = Date.UTC(2027, 0, 1);
const oneDayMs = 86_400_000;

/** The body of the n-th request. */
export const portalBody = (n: number): string =>
  JSON.stringify({
    query: portalQuery,
    variables: { asOf: new Date(firstDay + (n % 300_000) * oneDayMs).toISOString().slice(0, 10) },
  });
