import { hashOf, withoutNulls } from "../../shared/canonical-json.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { unknownCampaign } from "../campaign/known-campaign.service.js";
import { isOpenAt, refuseWhenClosed } from "../campaign-window/open-window.js";
import { findMarkedForm } from "../form/form.repository.js";
import { isExceptedAt } from "../lock-exception/lock-exception.repository.js";
import { keepRevision } from "./keep-revision.service.js";
import { insertKeptPush } from "./idempotency-key.repository.js";
import { countsOf, differenceOf } from "./push-difference.js";
import { findPushGround, type PushGround, waitForTurn } from "./push-ground.repository.js";
import { type PushResult, pushedSubmission } from "./push-result.js";
import { statusOf } from "./push-status.js";
import { isLate } from "./punctuality.js";
import { refuseUnreadableInput } from "./readable-input.js";
import { rules } from "./rules/index.js";
import { issuesOf, type PushContext, type RuledForm } from "./rules/rule.js";
import { SubmissionMode, SubmissionState } from "./submission-state.js";
import { type Submission, wasApproved } from "./submission.entity.js";
import type { SubmissionRevision } from "./submission-revision.entity.js";
import { findRevisionsSince, type Transaction } from "./submission.repository.js";
import type { YearlyFiguresInput } from "./yearly-figures.input.js";

/** What a push is judged against. */
interface Present extends Omit<PushGround<PushResult>, "formMark" | "kept" | "window" | "currentRevision"> {
  readonly missedDeadline: Date | null;
  /** Those that the push must be compared with: the current one, or all since it began. */
  readonly revisions: readonly SubmissionRevision[];
}

/**
 * Takes the yearly figures of an office: every issue in one pass, then key, version check, revision and audit in one
 * transaction. Refuses a closed campaign and a key that served for other figures; all else is told in the result.
 */
export async function submitYearlyFigures(
  context: SubgraphContext,
  input: YearlyFiguresInput,
): Promise<PushResult> {
  refuseUnreadableInput(input);
  const { idempotencyKey, ...payload } = input;
  const payloadHash = hashOf(withoutNulls(payload));
  return asCaller(context, async (manager) => {
    const { formMark, kept, window, currentRevision, ...ground } = await findGround(manager, context, input);
    const form = await findMarkedForm(context, input.campaign, formMark);
    if (form === null) throw unknownCampaign(input.campaign);
    if (kept) return replay(context, kept, payloadHash, idempotencyKey);
    const now = context.clock();
    if (!isOpenAt(window, now) && !(await isExceptedAt(manager, input.campaign, ground.office, now)))
      refuseWhenClosed(window, input.campaign, now);
    const closesAt = window?.closesAt ?? null;
    const missedDeadline = isLate(now, closesAt) ? closesAt : null;
    const revisions = await findCompared(manager, input, ground.submission, currentRevision);
    const present = { ...ground, missedDeadline, revisions };
    const result = judge(context, input, form, present);
    const isKept = result.status === "ACCEPTED" || result.status === "ACCEPTED_WITH_WARNINGS";
    if (!isKept || input.mode === SubmissionMode.DRY_RUN || present.office === null) return result;
    const written = await keepRevision(manager, context, input, payloadHash, {
      office: present.office,
      submission: present.submission,
      before: present.revisions.at(-1)?.contentHash ?? null,
      isDemonstration: present.isDemonstration,
    });
    const complete = { ...result, ...written };
    const { campaign, establishment } = input;
    const key = { campaign, establishment, office: present.office, key: idempotencyKey };
    await insertKeptPush(manager, key, { payloadHash, result: complete });
    return complete;
  });
}

function replay(
  context: SubgraphContext,
  kept: { readonly payloadHash: string; readonly result: PushResult },
  payloadHash: string,
  key: string,
): PushResult {
  if (kept.payloadHash !== payloadHash)
    throw new HubError("IDEMPOTENCY_KEY_REUSED", { key }, "idempotencyKey");
  context.extensions.replayed = true;
  return kept.result;
}

/** The establishment that a sender speaks for: its own, or the one meant when a steward sends on its behalf. */
const establishmentSpokenFor = (
  { scopes, establishment }: SubgraphContext["principal"],
  meant: string,
): string | null => (scopes.includes("steward:collect") ? meant : establishment);

/** The ground of a push. From here on other pushes for the establishment wait until this one is done. */
async function findGround(
  manager: Transaction,
  { principal }: SubgraphContext,
  { campaign, establishment, office = null, idempotencyKey, mode }: YearlyFiguresInput,
): Promise<PushGround<PushResult>> {
  const address = { campaign, establishment, office, idempotencyKey };
  const isOwn = establishment === establishmentSpokenFor(principal, establishment);
  const [, ground] = await Promise.all([
    isOwn && mode !== SubmissionMode.DRY_RUN ? waitForTurn(manager, address) : null,
    findPushGround<PushResult>(manager, address),
  ]);
  return isOwn ? ground : { ...ground, ...nothingOfAnother };
}

// The policies of the database show nothing of another establishment; nor is anything taken from it here.
const nothingOfAnother = {
  office: null,
  expectedOffices: [],
  peerGroup: null,
  previous: null,
  kept: null,
  submission: null,
  currentRevision: null,
} as const;

/** The revisions that a push must be compared with: the current one alone when it started from that. */
async function findCompared(
  manager: Transaction,
  { baseRevision }: YearlyFiguresInput,
  submission: Submission | null,
  current: SubmissionRevision | null,
): Promise<readonly SubmissionRevision[]> {
  if (submission === null || current === null) return [];
  return baseRevision === current.revision
    ? [current]
    : findRevisionsSince(manager, submission, baseRevision ?? 1);
}

/** What the rules say of a push; nothing is written. */
function judge(
  { principal }: SubgraphContext,
  input: YearlyFiguresInput,
  form: RuledForm,
  { office, expectedOffices, peerGroup, period, previous, missedDeadline, submission, revisions }: Present,
): PushResult {
  const baseRevision = input.baseRevision ?? null;
  const push: PushContext = {
    mode: input.mode,
    establishment: input.establishment,
    office: input.office ?? null,
    callerEstablishment: establishmentSpokenFor(principal, input.establishment),
    expectedOffices,
    baseRevision,
    // Without an office there is no revision to compare with: V01 says so already.
    currentRevision: office === null ? baseRevision : (submission?.revision ?? null),
    hasApprovedRevision: submission !== null && wasApproved(submission),
    isWithdrawn: submission?.state === SubmissionState.WITHDRAWN,
    reason: input.reason ?? null,
    noticeVersion: input.noticeVersion ?? null,
    peerGroup,
    period,
    previous,
    missedDeadline,
  };
  const issues = issuesOf(rules, input.answers, form, push);
  const status = statusOf(issues, input.answers, input.mode);
  const past = revisions.map((revision) => ({ ...revision, answers: revision.responses.flat() }));
  const isApplied = status === "ACCEPTED" || status === "ACCEPTED_WITH_WARNINGS";
  const last = revisions.at(-1);
  return {
    status,
    submission: submission && last ? pushedSubmission(submission, last.submittedAt) : null,
    revision: submission?.revision ?? null,
    receipt: null,
    contentHash: null,
    counts: countsOf(input.answers, past.at(-1)?.answers ?? [], isApplied),
    issues,
    difference: status === "CONFLICT" ? differenceOf(input.answers, past) : [],
  };
}
