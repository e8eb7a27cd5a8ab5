import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import type { Submission } from "./submission.entity.js";
import { findSubmission, type Transaction } from "./submission.repository.js";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A submission of the caller's within a transaction. An id that does not exist and one that belongs to somebody
 * else are refused in the same words, after the same statement.
 */
export async function requireSubmission(
  manager: Transaction,
  id: string,
  isLocked: boolean,
): Promise<Submission> {
  const found = uuid.test(id) ? await findSubmission(manager, { id }, isLocked) : null;
  if (found === null) throw new HubError("SUBMISSION_NOT_FOUND", {}, "id");
  return found;
}

/** A submission of the caller's. */
export const readSubmission = (context: SubgraphContext, id: string): Promise<Submission> =>
  asCaller(context, (manager) => requireSubmission(manager, id, false));
