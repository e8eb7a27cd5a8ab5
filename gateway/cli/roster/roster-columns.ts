import { engagementColumns, partnerColumns } from "../../../subgraphs/offline.js";

/** The columns that say who a partner is on the roster, in the order of the file. */
export const ofPartner = [
  "localId",
  ...partnerColumns.map(({ name }) => name),
  "joinedYear",
  "trained",
  "coached",
] as const;

/** The columns of one engagement. */
export const ofEngagement = [...engagementColumns.map(({ name }) => name), "fromYear", "toYear"] as const;

/** The columns of a roster file: a partner and one of its engagements a row. */
export const rosterColumns = [...ofPartner, ...ofEngagement] as const;
export type RosterColumn = (typeof rosterColumns)[number];

// Words of the columns that offices keep beside: none of them may leave the office.
const identifying =
  /nom|pr[ée]nom|name|courriel|mail|t[ée]l|phone|cell|adresse|address|postal|naissance|birth|nam\b|ramq|assurance|insurance|nas\b|sin\b|dossier|chart/i;

/** True for a column whose name says that it tells who somebody is. */
export const isIdentifying = (name: string): boolean => identifying.test(name);
