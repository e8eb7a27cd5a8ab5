import { hashOf } from "../../shared/canonical-json.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { AuditEvent } from "../audit/audit-event.js";
import { receiptOf } from "../audit/receipt.js";
import { knownCampaign } from "../campaign/known-campaign.service.js";
import { knownIndicator } from "../indicator/known-indicator.service.js";
import { isDemonstration } from "../submission/demonstration.repository.js";
import type { CommentOnFigureInput } from "./comment-on-figure.input.js";
import type { FigureCommentAct } from "./figure-comment-act.entity.js";
import {
  findEntryOf,
  findKeptComment,
  insertComment,
  type Transaction,
  waitToComment,
} from "./figure-comment.repository.js";
import { knownComment } from "./known-comment.service.js";
import { refuseUnpublished } from "./known-figure.service.js";
import { readableFigure, readableKey, readableWords } from "./readable-comment.js";
import { recordOfComment } from "./record-of-comment.js";

/**
 * Writes what an establishment says of a published figure: one row, which nothing rewrites, and an entry in the chain of
 * the establishment. Refuses a figure that is not published; the same key and content give the same comment.
 */
export async function commentOnFigure(
  context: SubgraphContext,
  input: CommentOnFigureInput,
): Promise<FigureCommentAct> {
  const idempotencyKey = readableKey(input.idempotencyKey);
  const text = readableWords(input.text, "text");
  const language = input.language ?? null;
  const figure = readableFigure(input);
  const payloadHash = hashOf({ ...figure, text, language });
  const { subject, establishment, isDevelopment } = context.principal;
  if (subject === null || establishment === null) throw new HubError("NOT_ALLOWED");
  await Promise.all([knownIndicator(context, figure.indicator), knownCampaign(context, figure.campaign)]);
  return asCaller(context, async (manager) => {
    await waitToComment(manager, establishment);
    const kept = await findKeptComment(manager, establishment, idempotencyKey);
    if (kept !== null) {
      if (kept.payloadHash !== payloadHash)
        throw new HubError("IDEMPOTENCY_KEY_REUSED", { key: idempotencyKey }, "idempotencyKey");
      context.extensions.replayed = true;
      return replay(manager, establishment, kept.id);
    }
    await refuseUnpublished(manager, figure);
    const at = context.clock();
    const id = await insertComment(manager, {
      ...figure,
      establishment,
      text,
      language,
      writtenBy: subject,
      writtenAt: at,
      isSynthetic: isDevelopment || (await isDemonstration(manager)),
      idempotencyKey,
      payloadHash,
    });
    const comment = await knownComment(manager, id);
    const receipt = await recordOfComment(manager, comment, {
      event: AuditEvent.FIGURE_COMMENTED,
      actor: subject,
      at,
      before: null,
    });
    return { comment, receipt };
  });
}

async function replay(manager: Transaction, establishment: string, id: string): Promise<FigureCommentAct> {
  const [comment, entry] = [await knownComment(manager, id), await findEntryOf(manager, establishment, id)];
  return { comment, receipt: entry === null ? "" : receiptOf(entry) };
}
