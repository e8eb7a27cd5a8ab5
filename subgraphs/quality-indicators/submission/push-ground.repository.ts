import type { OpenWindow } from "../campaign-window/open-window.js";
import type { Answer } from "./answer.js";
import type { PushContext } from "./rules/rule.js";
import type { Submission } from "./submission.entity.js";
import type { SubmissionRevision } from "./submission-revision.entity.js";
import type { Transaction } from "./submission.repository.js";

/** Where a push goes, as far as it says so itself. */
export interface PushAddress {
  readonly campaign: string;
  readonly establishment: string;
  /** May be left out where the establishment has a single office. */
  readonly office: string | null;
  readonly idempotencyKey: string;
}

/** A push that was accepted under a key, and what it was answered. */
export interface KeptPush<Result> {
  readonly payloadHash: string;
  readonly result: Result;
}

/** All that a push is compared with. */
export interface PushGround<Result> extends Pick<PushContext, "period" | "previous"> {
  /** The offices of the establishment that the campaign expects. */
  readonly expectedOffices: readonly string[];
  readonly peerGroup: string | null;
  /** The office meant; null when it is unknown, or not said where there are several. */
  readonly office: string | null;
  /** By what the form is known: another whenever its row was written anew; null when the campaign has no form. */
  readonly formMark: string | null;
  readonly isDemonstration: boolean;
  readonly window: OpenWindow | null;
  readonly kept: KeptPush<Result> | null;
  readonly submission: Submission | null;
  readonly currentRevision: SubmissionRevision | null;
}

/**
 * Makes the pushes for one establishment wait for each other until their transaction ends, and whoever else would move
 * its submissions on: of two at once the second sees the first.
 */
export async function waitForTurn(
  manager: Transaction,
  { campaign, establishment }: PushAddress,
): Promise<void> {
  await Promise.all([
    manager.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
      JSON.stringify(["push", campaign, establishment]),
    ]),
    manager.query(
      "SELECT FROM quality_indicators.submission WHERE campaign = $1 AND establishment = $2 FOR UPDATE",
      [campaign, establishment],
    ),
  ]);
}

interface GroundRow<Result> {
  readonly office: string | null;
  readonly offices: readonly string[] | null;
  readonly peerGroup: string | null;
  readonly formMark: string | null;
  readonly isDemonstration: boolean;
  readonly window: Record<keyof OpenWindow, string | null> | null;
  readonly period: PushContext["period"];
  readonly earlierCampaign: string | null;
  readonly earlierResponses: readonly (readonly Answer[])[] | null;
  readonly keptHash: string | null;
  readonly keptResult: Result | null;
  readonly submission: (Omit<Submission, "approvedAt"> & { readonly approvedAt: string | null }) | null;
  readonly currentRevision:
    (Omit<SubmissionRevision, "submittedAt"> & { readonly submittedAt: string }) | null;
}

/** Reads it in one statement; of another establishment the caller sees no office, and nothing of any. */
export async function findPushGround<Result>(
  manager: Transaction,
  { campaign, establishment, office, idempotencyKey }: PushAddress,
): Promise<PushGround<Result>> {
  const [row] = (await manager.query(ground, [
    campaign,
    establishment,
    office,
    idempotencyKey,
  ])) as GroundRow<Result>[];
  if (row === undefined) throw new Error("the ground of a push is always one row");
  const { window, submission, currentRevision, earlierCampaign, keptHash } = row;
  return {
    office: row.office,
    expectedOffices: row.offices ?? [],
    peerGroup: row.peerGroup,
    formMark: row.formMark,
    isDemonstration: row.isDemonstration,
    period: row.period,
    window: window && {
      opensAt: instantOf(window.opensAt),
      closesAt: instantOf(window.closesAt),
      lockAt: instantOf(window.lockAt),
    },
    // Where two people answered for one office, the first answer to a question is the office's.
    previous:
      earlierCampaign === null
        ? null
        : { campaign: earlierCampaign, answers: (row.earlierResponses ?? []).flat() },
    kept: keptHash === null ? null : { payloadHash: keptHash, result: row.keptResult as Result },
    submission: submission && { ...submission, approvedAt: instantOf(submission.approvedAt) },
    currentRevision: currentRevision && {
      ...currentRevision,
      submittedAt: new Date(currentRevision.submittedAt),
    },
  };
}

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const ground = `
  SELECT meant.office, meant.offices, meant.peer_group AS "peerGroup",
    (SELECT xmin::text FROM quality_indicators_published.instrument WHERE code = $1) AS "formMark",
    EXISTS (SELECT FROM quality_indicators.seed WHERE name = 'demo') AS "isDemonstration",
    (SELECT jsonb_build_object('opensAt', opens_at, 'closesAt', closes_at, 'lockAt', lock_at)
     FROM quality_indicators.campaign_window WHERE campaign = $1) AS "window",
    (SELECT period FROM quality_indicators_published.campaign WHERE code = $1) AS period,
    earlier.campaign AS "earlierCampaign", earlier.responses AS "earlierResponses",
    kept.payload_hash AS "keptHash", kept.result AS "keptResult",
    CASE WHEN standing.id IS NOT NULL THEN jsonb_build_object('id', standing.id, 'campaign', standing.campaign,
      'office', standing.office, 'establishmentCode', standing.establishment, 'state', standing.state,
      'revision', standing.current_revision, 'approvedRevision', standing.approved_revision,
      'approvedBy', standing.approved_by, 'approvedAt', standing.approved_at,
      'publishedRevision', standing.published_revision) END AS submission,
    CASE WHEN current.submission IS NOT NULL THEN jsonb_build_object('submission', current.submission,
      'revision', current.revision, 'responses', current.responses, 'submittedBy', current.submitted_by,
      'submittedAt', current.submitted_at, 'mode', current.mode, 'reason', current.reason,
      'noticeVersion', current.notice_version, 'synthetic', current.synthetic,
      'payloadHash', current.payload_hash, 'contentHash', current.content_hash) END AS "currentRevision"
  FROM (
    SELECT array_agg(office ORDER BY office) AS offices, (array_agg(peer_group ORDER BY office))[1] AS peer_group,
      CASE WHEN $3::text IS NOT NULL THEN max(office) FILTER (WHERE office = $3)
        WHEN count(*) = 1 THEN max(office) END AS office
    FROM quality_indicators.frame WHERE campaign = $1 AND establishment = $2) AS meant
  LEFT JOIN quality_indicators.idempotency_key AS kept
    ON kept.campaign = $1 AND kept.office = meant.office AND kept.key = $4
  LEFT JOIN quality_indicators.submission AS standing
    ON standing.campaign = $1 AND standing.office = meant.office
  LEFT JOIN quality_indicators.submission_revision AS current
    ON current.submission = standing.id AND current.revision = standing.current_revision
  LEFT JOIN LATERAL (
    SELECT submission.campaign, revision.responses
    FROM quality_indicators.submission
    JOIN quality_indicators.submission_revision AS revision
      ON revision.submission = submission.id AND revision.revision = submission.approved_revision
    WHERE submission.office = meant.office AND submission.campaign < $1 AND submission.state <> 'WITHDRAWN'
    ORDER BY submission.campaign DESC LIMIT 1) AS earlier ON true`;
