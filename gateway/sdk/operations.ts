import type { Answer, Difference, Form, Issue, PushCounts, PushStatusCode } from "../../subgraphs/offline.js";
import { operation, type Operation } from "./operation.js";
import { pushPartnerRoster, readCaller, readRosterPage } from "./roster-operations.js";

export type { Operation };

/** The yearly figures of one office, as they are sent. */
export interface YearlyFigures {
  readonly campaign: string;
  readonly establishment: string;
  readonly office: string | null;
  readonly idempotencyKey: string;
  readonly baseRevision: number | null;
  readonly mode: "DRY_RUN" | "DRAFT" | "SUBMIT";
  readonly reason: string | null;
  readonly noticeVersion: string | null;
  readonly answers: readonly Answer[];
}

/** An issue with its message in both languages. */
export interface SentIssue extends Omit<Issue, "messages" | "relatedPaths"> {
  readonly fr: string;
  readonly en: string;
}

/** What a push is answered. */
export interface SentResult {
  readonly status: PushStatusCode;
  readonly revision: number | null;
  readonly receipt: string | null;
  readonly contentHash: string | null;
  readonly submission: {
    readonly id: string;
    readonly state: string;
    readonly office: string;
    readonly submittedAt: string | null;
  } | null;
  readonly counts: PushCounts;
  readonly issues: readonly SentIssue[];
  readonly difference: readonly Difference[];
}

/** A submission as a list shows it. */
export interface ListedSubmission {
  readonly id: string;
  readonly campaign: string;
  readonly office: string;
  readonly state: string;
  readonly revision: number;
  readonly approvedRevision: number | null;
  readonly publishedRevision: number | null;
  readonly submittedAt: string | null;
  readonly audit: readonly { readonly event: string; readonly reason: string | null }[];
  readonly establishment: { readonly code: string } | null;
}

/** Tries, drafts or submits the yearly figures of an office. */
export const submitYearlyFigures = operation<
  { readonly submitYearlyFigures: SentResult },
  { readonly input: YearlyFigures }
>("submit-yearly-figures.graphql");

/** The submissions that the caller may see. */
export const listSubmissions = operation<
  { readonly submissions: readonly ListedSubmission[] },
  { readonly campaign: string | null }
>("submissions.graphql");

/** The form of a campaign as the hub gives it: all but its preamble and sources. */
export type SentForm = Omit<Form, "preamble" | "provenance">;

/** The form of a campaign, and the days that each campaign asks about. */
export const readForm = operation<
  {
    readonly form: SentForm | null;
    readonly campaigns: readonly {
      readonly code: string;
      readonly period: { readonly from: string | null; readonly to: string | null };
    }[];
  },
  { readonly campaign: string }
>("form.graphql");

/** A submission with the answers of each of its revisions. */
export interface EarlierFigures extends Pick<
  ListedSubmission,
  "campaign" | "office" | "state" | "approvedRevision" | "establishment"
> {
  readonly revisions: readonly { readonly revision: number; readonly answers: readonly Answer[] }[];
}

/** Everything that the caller may see of what was sent so far. */
export const readEarlierFigures = operation<
  { readonly submissions: readonly EarlierFigures[] },
  Record<string, never>
>("earlier-figures.graphql");

/** Where the offices of a region or of a peer group stand; null is the code of offices without peers, and of the total. */
export interface CompletenessGroup {
  readonly code: string | null;
  readonly name: { readonly fr: string; readonly en: string | null } | null;
  readonly expected: number;
  readonly drafts: number;
  readonly submitted: number;
  readonly returned: number;
  readonly approved: number;
  readonly published: number;
  readonly withdrawn: number;
  readonly received: number;
  readonly onTime: number;
  readonly late: number;
  readonly completeness: { readonly percentage: number | null };
  readonly punctuality: { readonly percentage: number | null };
  readonly missing: readonly {
    readonly office: string;
    readonly establishment: { readonly code: string } | null;
    readonly region: string;
    readonly state: string | null;
  }[];
}

/** Who has sent figures for a campaign, for each list of offices. */
export interface Completeness {
  readonly campaign: string;
  readonly closesAt: string | null;
  readonly universes: readonly {
    readonly universe: number;
    readonly total: CompletenessGroup;
    readonly regions: readonly CompletenessGroup[];
    readonly peerGroups: readonly CompletenessGroup[];
  }[];
}

export const readCompleteness = operation<
  { readonly completeness: Completeness },
  { readonly campaign: string }
>("completeness.graphql");

/** Every document of this folder. */
export const operations = [
  submitYearlyFigures,
  listSubmissions,
  readForm,
  readEarlierFigures,
  readCompleteness,
  pushPartnerRoster,
  readCaller,
  readRosterPage,
] as const;
