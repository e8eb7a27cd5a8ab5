import { readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Answer, Difference, Issue, PushCounts, PushStatusCode } from "../../subgraphs/index.js";

const here = dirname(fileURLToPath(import.meta.url));
// Compiled to dist/gateway/sdk; the documents stay where they are written.
const folder = here.endsWith(join(sep, "dist", "gateway", "sdk"))
  ? join(here, "..", "..", "..", "gateway", "sdk", "operations")
  : join(here, "operations");

/** A document that the hub is asked, with what goes in and what comes out. */
export interface Operation<Data, Variables extends object> {
  readonly file: string;
  readonly text: () => string;
  /** Never set: they carry the types. */
  readonly data?: Data;
  readonly variables?: Variables;
}

const operation = <Data, Variables extends object>(file: string): Operation<Data, Variables> => ({
  file,
  text: () => readFileSync(join(folder, file), "utf8"),
});

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
  readonly submission: { readonly id: string; readonly state: string; readonly office: string } | null;
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

/** Every document of this folder. */
export const operations = [submitYearlyFigures, listSubmissions] as const;
