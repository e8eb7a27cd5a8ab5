import type { PublishedTables } from "../shared/published-tables.js";

/** The published tables of research, and what is told from each. */
export const published: PublishedTables = {
  told: {
    research_partnership: ["ResearchPartnership", "ResearchPartnershipConnection"],
    research_partnership_establishment: ["ResearchPartnership", "ResearchPartnershipConnection"],
    research_unit: ["ResearchUnit"],
  },
};
