import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { AccessRefused, orIssues } from "./access-issue.js";
import { accessPolicy } from "./access-policy.js";
import { answerRequest, findRequest } from "./access-request.repository.js";
import { type AccessDecisionResult, AccessOutcome } from "./access-result.entity.js";
import { rejected } from "./rejected.js";
import { textIssues } from "./given-terms.js";
import { alreadyAnswered, isIdentifier, unknownRequest } from "./grant-terms.js";

/** Declines a request, with a reason that its author reads. */
export async function declineAccess(
  context: SubgraphContext,
  id: string,
  reason: string,
): Promise<AccessDecisionResult> {
  const { principal, clock } = context;
  const by = principal.subject;
  if (by === null) throw new HubError("NOT_ALLOWED");
  const result = await orIssues(
    asCaller(context, async (manager): Promise<AccessDecisionResult> => {
      const request = isIdentifier(id) ? await findRequest(manager, id) : null;
      const issues = [
        ...textIssues(reason, "reason", accessPolicy.longestReason),
        ...(request === null ? [unknownRequest("request", id)] : []),
        ...(request && request.state !== "OPEN" ? [alreadyAnswered(id, request.state, "request")] : []),
      ];
      if (issues.length > 0) throw new AccessRefused(issues);
      const answer = { by, client: principal.client, at: clock(), reason: reason.trim() };
      if (!(await answerRequest(manager, id, { ...answer, state: "DECLINED" })))
        throw new AccessRefused([alreadyAnswered(id, null, "request")]);
      return {
        status: AccessOutcome.DONE,
        agreement: null,
        request: await findRequest(manager, id),
        issues,
      };
    }),
  );
  return "status" in result ? result : rejected(result.issues);
}
