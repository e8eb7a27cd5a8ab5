import type { SubgraphContext } from "../../shared/context.js";
import { type CursorList, cursorOf, idOfCursor } from "../../shared/cursor.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { knownCampaign } from "../campaign/known-campaign.service.js";
import type { FigureCommentList } from "./figure-comment-list.entity.js";
import { type CommentFilter, countComments, findCommentsAfter } from "./figure-comment.repository.js";

/** The number of comments on a page when the caller gives none. */
export const usualPage = 50;
const largestPage = 200;

/** One page of comments, the last written first: an establishment's own, all of them for stewards. */
export async function readFigureComments(
  context: SubgraphContext,
  filter: CommentFilter,
  first: number,
  after: string | null,
): Promise<FigureCommentList> {
  if (first < 1 || first > largestPage)
    throw new HubError(
      "INVALID_ARGUMENT",
      { argument: "first", observed: String(first), expected: `1–${largestPage}` },
      "first",
    );
  if (filter.campaign !== null) await knownCampaign(context, filter.campaign);
  const list: CursorList = {
    key: context.cursorKey(),
    name: "figure-comment",
    filter: { ...filter },
    audience: context.principal.establishment ?? "steward",
  };
  const last = after === null ? null : idOfCursor(list, after);
  const [found, totalCount] = await asCaller(context, (manager) =>
    // One row more than asked tells whether a page follows.
    Promise.all([findCommentsAfter(manager, filter, last, first + 1), countComments(manager, filter)]),
  );
  const edges = found.slice(0, first).map((node) => ({ cursor: cursorOf(list, node.id), node }));
  return {
    edges,
    totalCount,
    pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
