import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { AuditEvent } from "../audit/audit-event.js";
import type { FigureCommentAct } from "./figure-comment-act.entity.js";
import { insertOutcome, type Outcome } from "./figure-comment.repository.js";
import { FigureCommentState } from "./figure-comment-state.js";
import { knownComment, refuseDecided } from "./known-comment.service.js";
import { readableWords } from "./readable-comment.js";
import { recordOfComment } from "./record-of-comment.js";

/** Answers an open comment, once and for all. */
export const answerFigureComment = (
  context: SubgraphContext,
  id: string,
  given: string,
): Promise<FigureCommentAct> =>
  decide(context, id, AuditEvent.FIGURE_COMMENT_ANSWERED, {
    state: FigureCommentState.ANSWERED,
    answer: readableWords(given, "answer"),
  });

/** Takes back a comment of one's establishment that nobody has answered; it stays in its history. */
export const withdrawFigureComment = (context: SubgraphContext, id: string): Promise<FigureCommentAct> =>
  decide(context, id, AuditEvent.FIGURE_COMMENT_WITHDRAWN, { state: FigureCommentState.WITHDRAWN });

const decide = (
  context: SubgraphContext,
  id: string,
  event: AuditEvent,
  decision: Pick<Outcome, "state" | "answer">,
): Promise<FigureCommentAct> =>
  asCaller(context, async (manager) => {
    const actor = context.principal.subject;
    if (actor === null) throw new HubError("NOT_ALLOWED");
    const before = await knownComment(manager, id);
    refuseDecided(before);
    const at = context.clock();
    const isDecided = await insertOutcome(manager, {
      ...decision,
      comment: before.id,
      establishment: before.establishmentCode,
      decidedBy: actor,
      decidedAt: at,
    });
    const comment = await knownComment(manager, before.id);
    if (!isDecided) refuseDecided(comment);
    const receipt = await recordOfComment(manager, comment, { event, actor, at, before });
    return { comment, receipt };
  });
