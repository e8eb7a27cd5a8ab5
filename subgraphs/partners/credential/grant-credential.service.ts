import { randomUUID } from "node:crypto";
import { findAgreementsByCode } from "../access-agreement/access-agreement.repository.js";
import { AccessRefused, orIssues } from "../access-agreement/access-issue.js";
import { accessPolicy } from "../access-agreement/access-policy.js";
import { isDemonstration } from "../access-agreement/access-request.repository.js";
import { AccessOutcome } from "../access-agreement/access-result.entity.js";
import { textIssues } from "../access-agreement/given-terms.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import {
  type Credential,
  CredentialKind,
  type CredentialResult,
  CredentialStatus,
} from "./credential.entity.js";
import { allowanceIssues, alreadyHeld, holderIssues, unknownCode } from "./credential-issues.js";
import { findCredential, insertCredential } from "./credential.repository.js";
import type { GrantCredentialInput } from "./grant-credential.input.js";

/** Grants a credential: from then on a token of its holder that says anything else lets nobody in. */
export async function grantCredential(
  context: SubgraphContext,
  input: GrantCredentialInput,
): Promise<CredentialResult> {
  const { principal, clock } = context;
  const by = principal.subject;
  if (by === null) throw new HubError("NOT_ALLOWED");
  const isKnownEstablishment = await asksRegister(context, input.establishment ?? null);
  const credential = granted(input);
  const result = await orIssues(
    asCaller(context, async (manager): Promise<CredentialResult> => {
      const shape = [
        ...holderIssues(input, "input."),
        ...allowanceIssues(input),
        ...textIssues(input.reason, "input.reason", accessPolicy.longestReason),
      ];
      const issues = [...shape];
      if (!isKnownEstablishment)
        issues.push(
          unknownCode(
            "input.establishment",
            input.establishment ?? "",
            "d'un établissement",
            "of an establishment",
          ),
        );
      const { agreement } = credential;
      if (
        agreement !== null &&
        (await findAgreementsByCode(manager, [agreement.replaceAll("\0", "")])).length === 0
      )
        issues.push(
          unknownCode("input.agreement", agreement, "d'une entente d'accès", "of an access agreement"),
        );
      const place = credential.subject === null ? "input.client" : "input.subject";
      const held = holderIssues(input, "").length === 0 ? await findCredential(manager, credential) : null;
      if (held) issues.push(alreadyHeld(place, held));
      if (issues.length > 0) throw new AccessRefused(issues);
      if (input.dryRun === true) return { status: AccessOutcome.VALID, credential: null, issues };
      const synthetic = principal.isDevelopment || (await isDemonstration(manager));
      const act = { by, client: principal.client, at: clock(), reason: input.reason.trim() };
      if (!(await insertCredential(manager, { ...credential, synthetic }, act)))
        throw new AccessRefused([alreadyHeld(place, credential)]);
      return { status: AccessOutcome.DONE, credential, issues };
    }),
  );
  return "status" in result
    ? result
    : { status: AccessOutcome.REJECTED, credential: null, issues: result.issues };
}

const scopesOf = ({ kind, scopes }: GrantCredentialInput): readonly string[] =>
  kind === CredentialKind.STEWARD
    ? (scopes ?? [])
    : [kind === CredentialKind.ESTABLISHMENT ? "figures:write" : "research:read"];

const granted = (input: GrantCredentialInput): Credential => ({
  id: randomUUID(),
  subject: input.subject ?? null,
  client: input.client ?? null,
  kind: input.kind,
  establishment: input.establishment ?? null,
  agreement: input.agreement ?? null,
  scopes: scopesOf(input),
  status: CredentialStatus.ACTIVE,
  version: 1,
});

/** True when no establishment is named, or the register has it. */
async function asksRegister(context: SubgraphContext, establishment: string | null): Promise<boolean> {
  if (establishment === null) return true;
  const answer = await context.ask<{ establishment: { code: string } | null }>(
    "establishments",
    "query Known($code: String!) { establishment(code: $code) { code } }",
    { code: establishment },
  );
  return answer.establishment !== null;
}
