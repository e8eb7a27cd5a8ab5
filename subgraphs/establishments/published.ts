import type { PublishedTables } from "../shared/published-tables.js";

/** The published tables of the register and the repertoire, and what is told from each. */
export const published: PublishedTables = {
  told: {
    establishment: ["Establishment"],
    health_region: ["HealthRegion"],
    partnership_office: ["PartnershipOffice"],
    resource_reuse: ["SharedResource"],
    shared_resource: ["SharedResource"],
  },
};
