import type {
  RosterCounts,
  RosterDifference,
  RosterIssue,
  PushStatusCode,
  SentPartner,
} from "../../subgraphs/offline.js";
import { operation } from "./operation.js";

/** A whole roster, as it is sent. */
export interface PartnerRoster {
  readonly establishment: string;
  readonly idempotencyKey: string;
  readonly baseRevision: number | null;
  readonly mode: "DRY_RUN" | "SUBMIT";
  readonly rows: readonly SentPartner[];
  readonly withdrawn: readonly string[];
}

/** What the push of a roster is answered; each message in both languages. */
export interface RosterResult {
  readonly status: PushStatusCode;
  readonly revision: number | null;
  readonly receipt: string | null;
  readonly pushedAt: string | null;
  readonly counts: RosterCounts;
  readonly issues: readonly (Omit<RosterIssue, "messages"> & { readonly fr: string; readonly en: string })[];
  readonly issueCount: number;
  readonly difference: readonly RosterDifference[];
  readonly differenceCount: number;
}

/** Tries or sends the whole roster of an establishment. */
export const pushPartnerRoster = operation<
  { readonly pushPartnerRoster: RosterResult },
  { readonly input: PartnerRoster }
>("push-partner-roster.graphql");

/** The establishment that the caller speaks for. */
export const readCaller = operation<
  { readonly me: { readonly establishment: string | null } },
  Record<string, never>
>("caller.graphql");

/** A page of the roster of the caller's establishment. */
export const readRosterPage = operation<
  {
    readonly roster: {
      readonly revision: number | null;
      readonly partners: {
        readonly edges: readonly { readonly node: SentPartner }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    } | null;
  },
  { readonly first: number; readonly after: string | null }
>("roster.graphql");
