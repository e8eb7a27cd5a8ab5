import type { PublishedTables } from "../shared/published-tables.js";

/** The published tables of the words of partnership, and what is told from each. */
export const published: PublishedTables = {
  told: {
    glossary_term: ["GlossaryTerm"],
    office_name_example: ["OfficeNameExample"],
    partner_concept: ["PartnerConcept"],
  },
};
