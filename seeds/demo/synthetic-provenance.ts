/** Where a demonstration row comes from: no document, a program of the hub; every such row says so. */
export const syntheticProvenance = {
  document: "HUB",
  edition: null,
  section: "Données de démonstration synthétiques",
  quote: null,
  method: "PROGRAM",
  extractedAt: null,
  licence: "UNSTATED",
  status: "VERIFIED",
} as const;

/** A text of the demonstration; its English is a proposal. */
export const proposed = (fr: string, en: string): { fr: string; en: string; status: "PROPOSED" } => ({
  fr,
  en,
  status: "PROPOSED",
});
