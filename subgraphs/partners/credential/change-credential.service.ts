import { randomUUID } from "node:crypto";
import {
  type AccessIssueFound,
  AccessRefused,
  orIssues,
  staleVersion,
} from "../access-agreement/access-issue.js";
import { accessPolicy } from "../access-agreement/access-policy.js";
import { isDemonstration } from "../access-agreement/access-request.repository.js";
import { AccessOutcome } from "../access-agreement/access-result.entity.js";
import { textIssues } from "../access-agreement/given-terms.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { type Credential, type CredentialResult, CredentialStatus } from "./credential.entity.js";
import {
  type GivenHolder,
  holderIssues,
  lastPrivacySteward,
  ownCredential,
  unknownHolder,
  wrongState,
} from "./credential-issues.js";
import {
  changeCredential,
  type CredentialChange,
  findCredential,
  insertCredential,
  isAnotherPrivacySteward,
  lockCredentials,
} from "./credential.repository.js";

type Transaction = Parameters<typeof findCredential>[0];

const { ACTIVE, SUSPENDED, ENDED } = CredentialStatus;

/** A step in the life of a credential: the states that it starts from, and the one it leads to. */
export interface CredentialStep {
  readonly from: readonly CredentialStatus[];
  readonly to: CredentialStatus;
}

export const credentialSteps = {
  suspend: { from: [ACTIVE], to: SUSPENDED },
  restore: { from: [SUSPENDED], to: ACTIVE },
  end: { from: [ACTIVE, SUSPENDED], to: ENDED },
} as const satisfies Record<string, CredentialStep>;

/** What a steward says when changing a credential. */
export interface AskedCredentialChange {
  readonly holder: GivenHolder;
  readonly reason: string;
  /** The version that the steward has read; null to change whichever is current. */
  readonly version: number | null;
}

/**
 * Suspends, restores or ends a credential. A holder that was never granted here, known by its issuer alone, can be
 * suspended all the same: who must be kept out cannot wait for a grant.
 */
export async function changeCredentialOf(
  context: SubgraphContext,
  step: CredentialStep,
  asked: AskedCredentialChange,
): Promise<CredentialResult> {
  const { principal, clock } = context;
  const by = principal.subject;
  if (by === null) throw new HubError("NOT_ALLOWED");
  const result = await orIssues(
    asCaller(context, async (manager): Promise<CredentialResult> => {
      await lockCredentials(manager);
      const isReadable = holderIssues(asked.holder, "").length === 0;
      const known = isReadable ? await findCredential(manager, holderOf(asked.holder)) : null;
      const issues = [
        ...holderIssues(asked.holder, ""),
        ...textIssues(asked.reason, "reason", accessPolicy.longestReason),
        ...(isReadable ? await stepIssues(manager, context, step, asked, known) : []),
      ];
      if (issues.length > 0) throw new AccessRefused(issues);
      const act = { by, client: principal.client, at: clock(), reason: asked.reason.trim() };
      const credential = known
        ? await changed(manager, known, step, act)
        : await suspendedUnknown(manager, context, asked.holder, act);
      return { status: AccessOutcome.DONE, credential, issues };
    }),
  );
  return "status" in result
    ? result
    : { status: AccessOutcome.REJECTED, credential: null, issues: result.issues };
}

async function stepIssues(
  manager: Transaction,
  { principal }: SubgraphContext,
  step: CredentialStep,
  { holder, version }: AskedCredentialChange,
  known: Credential | null,
): Promise<AccessIssueFound[]> {
  const issues: AccessIssueFound[] = [];
  if (!known && step.to !== SUSPENDED) return [unknownHolder()];
  if (known && !step.from.includes(known.status)) issues.push(wrongState(known.status, step.from));
  if (version !== null && version !== (known?.version ?? 0))
    issues.push(staleVersion("version", version, known?.version ?? 0));
  const isOwn =
    (holder.subject ?? null) === null
      ? holder.client === principal.client
      : holder.subject === principal.subject;
  if (step.to === ACTIVE) return isOwn ? [...issues, ownCredential()] : issues;
  const answersForPrivacy = known?.status === ACTIVE && known.scopes.includes("steward:privacy");
  if ((answersForPrivacy || isOwn) && !(await isAnotherPrivacySteward(manager, known?.id ?? null)))
    issues.push(lastPrivacySteward());
  return issues;
}

// The row is not read again: who suspends himself sees no credential any more.
async function changed(
  manager: Transaction,
  known: Credential,
  { to }: CredentialStep,
  act: CredentialChange,
): Promise<Credential> {
  if (!(await changeCredential(manager, known, to, act)))
    throw new AccessRefused([staleVersion("version", known.version, known.version + 1)]);
  return { ...known, status: to, version: known.version + 1 };
}

async function suspendedUnknown(
  manager: Transaction,
  { principal }: SubgraphContext,
  holder: GivenHolder,
  act: CredentialChange,
): Promise<Credential> {
  const credential: Credential = {
    id: randomUUID(),
    ...holderOf(holder),
    kind: null,
    establishment: null,
    agreement: null,
    scopes: [],
    status: SUSPENDED,
    version: 1,
  };
  const synthetic = principal.isDevelopment || (await isDemonstration(manager));
  if (!(await insertCredential(manager, { ...credential, synthetic }, act)))
    throw new AccessRefused([staleVersion("version", 0, 1)]);
  return credential;
}

const holderOf = ({ subject, client }: GivenHolder): Pick<Credential, "subject" | "client"> => ({
  subject: subject ?? null,
  client: client ?? null,
});
