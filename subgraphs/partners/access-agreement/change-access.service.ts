import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { AgreementStatus } from "./access-agreement.entity.js";
import { changeAgreement, findAgreementsByCode } from "./access-agreement.repository.js";
import { type AccessIssueFound, accessIssue, AccessRefused, orIssues, staleVersion } from "./access-issue.js";
import { accessPolicy } from "./access-policy.js";
import { type AccessDecisionResult, AccessOutcome } from "./access-result.entity.js";
import { textIssues } from "./given-terms.js";
import { rejected } from "./rejected.js";

/** A step in the life of an agreement: the states that it starts from, and the one it leads to. */
export interface AgreementStep {
  readonly from: readonly AgreementStatus[];
  readonly to: AgreementStatus;
}

export const agreementSteps = {
  suspend: { from: [AgreementStatus.ACTIVE], to: AgreementStatus.SUSPENDED },
  resume: { from: [AgreementStatus.SUSPENDED], to: AgreementStatus.ACTIVE },
  end: { from: [AgreementStatus.ACTIVE, AgreementStatus.SUSPENDED], to: AgreementStatus.ENDED },
} as const satisfies Record<string, AgreementStep>;

/** What a steward says when changing an agreement. */
export interface AskedChange {
  readonly agreement: string;
  readonly reason: string;
  /** The version that the steward has read; null to change whichever is current. */
  readonly version: number | null;
}

/** Suspends, resumes or ends an agreement; its readers notice at their next request. */
export async function changeAccess(
  context: SubgraphContext,
  step: AgreementStep,
  { agreement: code, reason, version }: AskedChange,
): Promise<AccessDecisionResult> {
  const { principal, clock } = context;
  const by = principal.subject;
  if (by === null) throw new HubError("NOT_ALLOWED");
  const result = await orIssues(
    asCaller(context, async (manager): Promise<AccessDecisionResult> => {
      const find = async () => (await findAgreementsByCode(manager, [code.replaceAll("\0", "")]))[0];
      const known = await find();
      const issues = [
        ...textIssues(reason, "reason", accessPolicy.longestReason),
        ...(known ? [] : [unknownAgreement(code)]),
        ...(known && !step.from.includes(known.status) ? [wrongState(known.status, step)] : []),
        ...(known && version !== null && version !== known.version
          ? [staleVersion("version", version, known.version)]
          : []),
      ];
      if (!known || issues.length > 0) throw new AccessRefused(issues);
      const act = { by, client: principal.client, at: clock(), reason: reason.trim() };
      if (!(await changeAgreement(manager, known, step.to, act)))
        throw new AccessRefused([staleVersion("version", known.version, (await find())?.version ?? 0)]);
      return {
        status: AccessOutcome.DONE,
        agreement: (await find()) ?? null,
        request: null,
        issues,
      };
    }),
  );
  return "status" in result ? result : rejected(result.issues);
}

const unknownAgreement = (code: string): AccessIssueFound =>
  accessIssue("UNKNOWN_AGREEMENT", "agreement", {
    fr: "Aucune entente n'a ce code.",
    en: "No agreement has this code.",
    observed: code.slice(0, accessPolicy.longestCode),
  });

const wrongState = (state: AgreementStatus, { from }: AgreementStep): AccessIssueFound =>
  accessIssue("WRONG_STATE", "agreement", {
    fr: `L'entente est à l'état ${state} ; attendu : ${from.join(" ou ")}.`,
    en: `The agreement is ${state}; expected: ${from.join(" or ")}.`,
    observed: state,
    expected: from.join(" | "),
  });
