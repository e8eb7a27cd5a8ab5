import { HubError } from "../../shared/errors.js";
import type { FigureComment } from "./figure-comment.entity.js";
import { findComment, type Transaction } from "./figure-comment.repository.js";
import { FigureCommentState } from "./figure-comment-state.js";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The comment that an argument names; one of another establishment is refused as one that does not exist. */
export async function knownComment(manager: Transaction, id: string): Promise<FigureComment> {
  const comment = uuid.test(id) ? await findComment(manager, id) : null;
  if (comment === null) throw new HubError("COMMENT_NOT_FOUND", {}, "id");
  return comment;
}

/** Refuses to decide of a comment that has its outcome. */
export function refuseDecided({ state }: Pick<FigureComment, "state">): void {
  if (state !== FigureCommentState.OPEN)
    throw new HubError("COMMENT_WRONG_STATE", { state, expected: FigureCommentState.OPEN }, "id");
}
