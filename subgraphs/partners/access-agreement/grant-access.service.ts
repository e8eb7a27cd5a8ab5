import { dayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { AccessRefused, orIssues } from "./access-issue.js";
import { findAgreementsByCode, insertAgreement, type NewAgreement } from "./access-agreement.repository.js";
import { answerRequest, findRequest, isDemonstration } from "./access-request.repository.js";
import { type AccessDecisionResult, AccessOutcome } from "./access-result.entity.js";
import type { GrantAccessInput } from "./grant-access.input.js";
import { alreadyAnswered, codeTaken, grantIssues, isIdentifier, termsOf } from "./grant-terms.js";
import { rejected } from "./rejected.js";

/**
 * Grants an agreement, from a request or directly. Everything to mend is told at once; two grants at the same moment
 * make one agreement, and the other is told so.
 */
export async function grantAccess(
  context: SubgraphContext,
  input: GrantAccessInput,
): Promise<AccessDecisionResult> {
  const { principal, clock } = context;
  const by = principal.subject;
  if (by === null) throw new HubError("NOT_ALLOWED");
  const result = await orIssues(
    asCaller(context, async (manager): Promise<AccessDecisionResult> => {
      const request =
        input.request && isIdentifier(input.request) ? await findRequest(manager, input.request) : null;
      const known = await findAgreementsByCode(manager, [input.code.replaceAll("\0", "")]);
      const terms = termsOf(input, request);
      const issues = grantIssues(input, terms, {
        request,
        isCodeTaken: known.length > 0,
        today: dayInToronto(clock()),
        grantor: principal,
      });
      if (issues.length > 0) throw new AccessRefused(issues);
      if (input.dryRun === true) return { status: AccessOutcome.VALID, agreement: null, request, issues };
      const act = { by, client: principal.client, at: clock(), reason: input.reason.trim() };
      // The request first: whoever grants it at the same moment waits here, then finds it answered.
      if (request && !(await answerRequest(manager, request.id, { ...act, state: "GRANTED" })))
        throw new AccessRefused([alreadyAnswered(request.id)]);
      const synthetic = principal.isDevelopment || (await isDemonstration(manager));
      // Nothing is missing: that would have been an issue.
      if (!(await insertAgreement(manager, { ...(terms as NewAgreement), synthetic }, act)))
        throw new AccessRefused([codeTaken(input.code)]);
      const [agreement] = await findAgreementsByCode(manager, [input.code]);
      return {
        status: AccessOutcome.DONE,
        agreement: agreement ?? null,
        request: request && (await findRequest(manager, request.id)),
        issues,
      };
    }),
  );
  return "status" in result ? result : rejected(result.issues);
}
