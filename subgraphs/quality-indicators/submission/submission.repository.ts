import { type EntityManager, In, MoreThanOrEqual } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { Submission } from "./submission.entity.js";
import { SubmissionRevision } from "./submission-revision.entity.js";

/** One caller's transaction, as services hand it on. */
export type Transaction = EntityManager;

/** The submissions that the caller may see, of one campaign or of all. */
export const findSubmissions = (context: SubgraphContext, campaign?: string): Promise<Submission[]> =>
  asCaller(context, (manager) =>
    manager.find(Submission, {
      where: campaign === undefined ? {} : { campaign },
      order: { campaign: "ASC", office: "ASC" },
    }),
  );

/** The revisions of submissions, oldest first. */
export const findRevisions = (
  context: SubgraphContext,
  submissions: readonly string[],
): Promise<SubmissionRevision[]> =>
  asCaller(context, (manager) =>
    manager.find(SubmissionRevision, {
      where: { submission: In([...submissions]) },
      order: { submission: "ASC", revision: "ASC" },
    }),
  );

/** A submission that the caller may see, or null; locked when the caller is about to change it. */
export const findSubmission = (
  manager: Transaction,
  where: { id: string } | { campaign: string; office: string },
  isLocked: boolean,
): Promise<Submission | null> =>
  manager.findOne(Submission, { where, ...(isLocked ? { lock: { mode: "pessimistic_write" } } : {}) });

// A sender who is further behind is told of the newest ones.
const mostCompared = 50;

/** The revisions from the one given to the current one, oldest first: at most fifty. */
export const findRevisionsSince = async (
  manager: Transaction,
  { id, revision }: Pick<Submission, "id" | "revision">,
  first: number,
): Promise<SubmissionRevision[]> =>
  manager.find(SubmissionRevision, {
    where: {
      submission: id,
      revision: MoreThanOrEqual(Math.max(Math.min(first, revision), revision - mostCompared + 1)),
    },
    order: { revision: "ASC" },
  });

/** One revision of a submission within a transaction. */
export const findRevision = (
  manager: Transaction,
  submission: string,
  revision: number,
): Promise<SubmissionRevision | null> => manager.findOneBy(SubmissionRevision, { submission, revision });

/** Adds the first row of a submission. */
export async function insertSubmission(
  manager: Transaction,
  row: Pick<Submission, "id" | "campaign" | "office" | "establishmentCode" | "state">,
): Promise<void> {
  await manager.query(
    `INSERT INTO quality_indicators.submission (id, campaign, office, establishment, state, current_revision)
     VALUES ($1, $2, $3, $4, $5, 1)`,
    [row.id, row.campaign, row.office, row.establishmentCode, row.state],
  );
}

/** Changes where a submission stands. */
export async function updateSubmission(
  manager: Transaction,
  id: string,
  changes: Partial<Submission>,
): Promise<void> {
  await manager.update(Submission, { id }, changes);
}

/** Moves a submission on to its next revision. */
export async function advanceSubmission(
  manager: Transaction,
  { id, state, revision }: Pick<Submission, "id" | "state" | "revision">,
): Promise<void> {
  await manager.query(
    "UPDATE quality_indicators.submission SET state = $2, current_revision = $3 WHERE id = $1",
    [id, state, revision],
  );
}

/** Adds a revision; none is ever changed. */
export async function insertRevision(manager: Transaction, sent: SubmissionRevision): Promise<void> {
  await manager.query(
    `INSERT INTO quality_indicators.submission_revision (submission, revision, responses, submitted_by, submitted_at,
       mode, reason, notice_version, synthetic, payload_hash, content_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      sent.submission,
      sent.revision,
      JSON.stringify(sent.responses),
      sent.submittedBy,
      sent.submittedAt,
      sent.mode,
      sent.reason,
      sent.noticeVersion,
      sent.synthetic,
      sent.payloadHash,
      sent.contentHash,
    ],
  );
}
