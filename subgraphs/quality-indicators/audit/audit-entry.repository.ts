import { type EntityManager, In } from "typeorm";
import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { AuditEntry } from "./audit-entry.entity.js";
import type { AuditEvent } from "./audit-event.js";
import type { ReceiptPlace } from "./receipt.js";

/** The chain of what concerns no establishment. */
export const hubChain = "HUB";

/** Something that happened, as a service tells it; the database gives it its place in the chain. */
export interface NewEvent {
  /** The code of the establishment that it concerns, or `hubChain`. */
  readonly chain: string;
  readonly event: AuditEvent;
  readonly submission: string | null;
  readonly revision: number | null;
  /** Code of the campaign, indicator, recommendation or vintage where there is no submission. */
  readonly subject: string | null;
  readonly actor: string;
  readonly at: Date;
  readonly reason: string | null;
  readonly vintage: string | null;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
}

const columns =
  "chain, event, submission, revision, subject, actor, at, reason, vintage, before_hash, after_hash";

/**
 * Adds events to their chains and gives the receipt of each, in the order given; none is ever changed. The chains stay
 * locked until the transaction ends: call it once, last, after the rows that it tells of.
 */
export async function recordEvents(
  manager: EntityManager,
  events: readonly NewEvent[],
): Promise<readonly string[]> {
  // Chains are locked in one order, whoever writes to several: two such transactions wait, and never for each other.
  const ordered = events
    .map((event, place) => ({ ...event, place }))
    .sort((left, right) =>
      left.chain < right.chain ? -1 : left.chain > right.chain ? 1 : left.place - right.place,
    );
  const recorded = (await manager.query(
    `INSERT INTO quality_indicators.audit_entry (${columns})
     SELECT ${columns} FROM jsonb_populate_recordset(NULL::quality_indicators.audit_entry, $1)
     RETURNING chain || '/' || sequence || '/' || encode(head, 'hex') AS receipt`,
    [
      JSON.stringify(
        ordered.map(({ beforeHash, afterHash, ...event }) => ({
          ...event,
          before_hash: beforeHash,
          after_hash: afterHash,
        })),
      ),
    ],
  )) as { receipt: string }[];
  const receipts = new Map(recorded.map(({ receipt }, index) => [ordered[index]?.place, receipt]));
  return events.map((_, place) => receipts.get(place) ?? "");
}

/** The events of submissions, oldest first. */
export const findEvents = (context: SubgraphContext, submissions: readonly string[]): Promise<AuditEntry[]> =>
  asCaller(context, (manager) =>
    manager.find(AuditEntry, {
      where: { submission: In([...submissions]) },
      order: { chain: "ASC", sequence: "ASC" },
    }),
  );

const submissionId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The entries that tell of a subject, and that the caller may see, the first one first: those of a chain, a submission,
 * a vintage, a campaign with its submissions, or whatever else has the code.
 */
export const findTrailAfter = (
  context: SubgraphContext,
  subject: string,
  after: ReceiptPlace | null,
  first: number,
): Promise<AuditEntry[]> =>
  asCaller(context, (manager) => {
    const trail = manager
      .createQueryBuilder(AuditEntry, "entry")
      .where(
        `(entry.chain = :subject OR entry.subject = :subject OR entry.vintage = :subject OR entry.submission = :id
          OR entry.submission = ANY (ARRAY(SELECT id FROM quality_indicators.submission WHERE campaign = :subject)))`,
        { subject, id: submissionId.test(subject) ? subject : null },
      )
      .orderBy({ "entry.at": "ASC", "entry.chain": "ASC", "entry.sequence": "ASC" })
      .limit(first);
    if (after !== null)
      trail.andWhere(
        `(entry.at, entry.chain, entry.sequence) > (SELECT at, chain, sequence FROM quality_indicators.audit_entry
          WHERE chain = :chain AND sequence = :sequence)`,
        { chain: after.chain, sequence: after.sequence },
      );
    return trail.getMany();
  });
