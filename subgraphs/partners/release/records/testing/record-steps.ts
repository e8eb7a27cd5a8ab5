import { demoRelease, type PartnerRecordPage } from "../../../../../test/harness/release-steps.js";
import type { Ask } from "../../../../../test/harness/subgraph.js";
import type { Principal } from "../../../../shared/principal.js";

export interface Counts {
  columns: string[];
  groups: { values: (string | null)[]; count: number }[];
  totalCount: number;
  origin: string;
}

const pageQuery = `query ($release: String!, $first: Int!, $after: String, $filter: [RecordConditionInput!], $sort: [RecordOrderInput!]) {
  partnerRecords(release: $release, first: $first, after: $after, filter: $filter, sort: $sort) {
    totalCount origin pageInfo { hasNextPage endCursor }
    edges { cursor node { rowId regionGroup ageBand gender standing experienceDomain } }
  }
}`;
const countQuery = `query ($release: String!, $groupBy: [String!]!, $filter: [RecordConditionInput!]) {
  partnerRecordCounts(release: $release, groupBy: $groupBy, filter: $filter) {
    columns groups { values count } totalCount origin
  }
}`;

/** A condition, a sort or a variable as a caller sends it, right or wrong. */
export interface AskedOfRecords {
  readonly release?: string;
  readonly first?: number;
  readonly after?: string | null;
  readonly filter?: unknown;
  readonly sort?: unknown;
  readonly groupBy?: unknown;
}

/** Asks questions about the records of a release through the given subgraph; of the demonstration's unless told otherwise. */
export const recordSteps = (ask: Ask) => ({
  page: (principal: Principal, asked: AskedOfRecords = {}) =>
    ask<{ partnerRecords: PartnerRecordPage }>(
      pageQuery,
      { release: demoRelease, first: 50, ...asked },
      principal,
    ),
  count: (principal: Principal, asked: AskedOfRecords = {}) =>
    ask<{ partnerRecordCounts: Counts }>(countQuery, { release: demoRelease, ...asked }, principal),
});
