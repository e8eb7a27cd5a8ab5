import type { PublishedTables } from "../shared/published-tables.js";

/** The published tables of the committees, and what is told from each. */
export const published: PublishedTables = {
  told: {
    collaboration: ["Collaboration"],
    collaboration_intensity: ["CollaborationIntensityDefinition"],
    collaboration_type: ["CollaborationType"],
    committee_kind: ["CommitteeKindDefinition"],
    posture: ["PostureDefinition"],
    user_committee: ["UserCommittee"],
  },
};
