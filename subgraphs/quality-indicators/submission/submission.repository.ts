import { type EntityManager, In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { AuditEntry } from "./audit-entry.entity.js";
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

/** The events of submissions, oldest first. */
export const findEvents = (context: SubgraphContext, submissions: readonly string[]): Promise<AuditEntry[]> =>
  asCaller(context, (manager) =>
    manager.find(AuditEntry, { where: { submission: In([...submissions]) }, order: { id: "ASC" } }),
  );

/** A submission that the caller may see, or null; locked when the caller is about to change it. */
export const findSubmission = (
  manager: Transaction,
  where: { id: string } | { campaign: string; office: string },
  isLocked: boolean,
): Promise<Submission | null> =>
  manager.findOne(Submission, { where, ...(isLocked ? { lock: { mode: "pessimistic_write" } } : {}) });

/** The revisions of one submission within a transaction, oldest first. */
export const findRevisionsOf = (manager: Transaction, submission: string): Promise<SubmissionRevision[]> =>
  manager.find(SubmissionRevision, { where: { submission }, order: { revision: "ASC" } });

/** One revision of a submission within a transaction. */
export const findRevision = (
  manager: Transaction,
  submission: string,
  revision: number,
): Promise<SubmissionRevision | null> => manager.findOneBy(SubmissionRevision, { submission, revision });

/** Adds the first row of a submission; gives its id. */
export async function insertSubmission(
  manager: Transaction,
  row: Pick<Submission, "campaign" | "office" | "establishmentCode" | "state">,
): Promise<string> {
  const [inserted] = (await manager.query(
    `INSERT INTO quality_indicators.submission (campaign, office, establishment, state, current_revision)
     VALUES ($1, $2, $3, $4, 1) RETURNING id`,
    [row.campaign, row.office, row.establishmentCode, row.state],
  )) as [{ id: string }];
  return inserted.id;
}

/** Changes where a submission stands. */
export async function updateSubmission(
  manager: Transaction,
  id: string,
  changes: Partial<Submission>,
): Promise<void> {
  await manager.update(Submission, { id }, changes);
}

/** Adds a revision; none is ever changed. */
export async function insertRevision(manager: Transaction, revision: SubmissionRevision): Promise<void> {
  await manager.insert(SubmissionRevision, { ...revision, responses: revision.responses as never });
}

/** Adds events; none is ever changed. */
export async function insertEvents(
  manager: Transaction,
  events: readonly Omit<AuditEntry, "id">[],
): Promise<void> {
  await manager.query(
    `INSERT INTO quality_indicators.audit_entry
       (submission, event, revision, actor, at, reason, vintage, before_hash, after_hash)
     SELECT submission, event, revision, actor, at, reason, vintage, before_hash, after_hash
     FROM jsonb_populate_recordset(NULL::quality_indicators.audit_entry, $1)`,
    [
      JSON.stringify(
        events.map(({ beforeHash, afterHash, ...event }) => ({
          ...event,
          before_hash: beforeHash,
          after_hash: afterHash,
        })),
      ),
    ],
  );
}
