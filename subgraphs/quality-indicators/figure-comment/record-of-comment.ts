import { hashOf } from "../../shared/canonical-json.js";
import { recordEvents } from "../audit/audit-entry.repository.js";
import type { AuditEvent } from "../audit/audit-event.js";
import type { FigureComment } from "./figure-comment.entity.js";
import type { Transaction } from "./figure-comment.repository.js";

interface Happened {
  readonly event: AuditEvent;
  readonly actor: string;
  readonly at: Date;
  /** The comment as it stood before; null for a new one. */
  readonly before: FigureComment | null;
}

/** Enters what happened to a comment in the chain of its establishment, without its words, and gives the receipt. */
export async function recordOfComment(
  manager: Transaction,
  comment: FigureComment,
  { event, actor, at, before }: Happened,
): Promise<string> {
  const [receipt = ""] = await recordEvents(manager, [
    {
      chain: comment.establishmentCode,
      event,
      submission: null,
      revision: null,
      subject: comment.id,
      actor,
      at,
      reason: null,
      vintage: comment.vintage,
      beforeHash: before === null ? null : hashOf({ ...before }),
      afterHash: hashOf({ ...comment }),
    },
  ]);
  return receipt;
}
