import { hashOf } from "../../shared/canonical-json.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { unknownCampaign } from "../campaign/known-campaign.service.js";
import { findFrame, findWindow } from "../campaign-window/campaign-window.repository.js";
import { refuseWhenClosed } from "../campaign-window/open-window.js";
import { findForm } from "../form/form.repository.js";
import { findPastFigures, type PastFigures } from "./past-figures.repository.js";
import { keepRevision } from "./keep-revision.service.js";
import { findKeptPush, insertKeptPush, waitForTurn } from "./idempotency-key.repository.js";
import { countsOf, differenceOf } from "./push-difference.js";
import { type PushResult, pushedSubmission } from "./push-result.js";
import { statusOf } from "./push-status.js";
import { refuseUnreadableInput } from "./readable-input.js";
import { rules } from "./rules/index.js";
import { issuesOf, type PushContext, type RuledForm } from "./rules/rule.js";
import { SubmissionMode } from "./submission-state.js";
import type { Submission } from "./submission.entity.js";
import type { SubmissionRevision } from "./submission-revision.entity.js";
import { findRevisionsOf, findSubmission, type Transaction } from "./submission.repository.js";
import type { YearlyFiguresInput } from "./yearly-figures.input.js";

/** What a push finds when its turn has come. */
interface Present {
  readonly office: string | null;
  readonly expectedOffices: readonly string[];
  readonly peerGroup: string | null;
  readonly past: PastFigures;
  readonly missedDeadline: Date | null;
  readonly submission: Submission | null;
  readonly revisions: readonly SubmissionRevision[];
}

type Place = Pick<Present, "office" | "expectedOffices" | "peerGroup">;

/**
 * Takes the yearly figures of an office: every issue in one pass, then key, version check, revision and audit in one
 * transaction. Refuses a closed campaign and a key that served for other figures; all else is told in the result.
 */
export async function submitYearlyFigures(
  context: SubgraphContext,
  input: YearlyFiguresInput,
): Promise<PushResult> {
  refuseUnreadableInput(input);
  const form = await findForm(context, input.campaign);
  if (form === null) throw unknownCampaign(input.campaign);
  const { idempotencyKey, ...payload } = input;
  const payloadHash = hashOf(withoutNulls(payload));
  return asCaller(context, async (manager) => {
    const place = await findPlace(manager, context, input);
    if (place.office !== null) {
      if (input.mode !== SubmissionMode.DRY_RUN) await waitForTurn(manager, input.campaign, place.office);
      const kept = await findKeptPush<PushResult>(manager, input.campaign, place.office, idempotencyKey);
      if (kept !== null) return replay(context, kept, payloadHash, idempotencyKey);
    }
    const window = await findWindow(manager, input.campaign);
    const now = context.clock();
    refuseWhenClosed(window, input.campaign, now);
    const past = await findPastFigures(manager, input.campaign, place.office);
    const missedDeadline = window?.closesAt && window.closesAt <= now ? window.closesAt : null;
    const present = { ...(await findPresent(manager, input, place)), past, missedDeadline };
    const result = judge(context, input, form, present);
    const isKept = result.status === "ACCEPTED" || result.status === "ACCEPTED_WITH_WARNINGS";
    if (!isKept || input.mode === SubmissionMode.DRY_RUN || present.office === null) return result;
    const written = await keepRevision(manager, context, input, payloadHash, {
      office: present.office,
      submission: present.submission,
      before: present.revisions.at(-1)?.receipt ?? null,
    });
    const complete = { ...result, ...written };
    const { campaign, establishment } = input;
    const key = { campaign, establishment, office: present.office, key: idempotencyKey };
    await insertKeptPush(manager, key, { payloadHash, result: complete });
    return complete;
  });
}

// In GraphQL an absent member and a null one say the same: they are the same payload.
const withoutNulls = (payload: object): unknown =>
  JSON.parse(JSON.stringify(payload, (_, member: unknown) => (member === null ? undefined : member)));

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

/** The offices that the sender may answer for, and the one meant; null when that is not clear. */
async function findPlace(
  manager: Transaction,
  { principal }: SubgraphContext,
  { campaign, establishment, office }: YearlyFiguresInput,
): Promise<Place> {
  if (establishment !== principal.establishment)
    return { office: null, expectedOffices: [], peerGroup: null };
  const frame = await findFrame(manager, campaign);
  const expectedOffices = frame.map((expected) => expected.office);
  const [only] = expectedOffices;
  const meant = office ?? (expectedOffices.length === 1 ? only : undefined);
  return {
    office: meant !== undefined && expectedOffices.includes(meant) ? meant : null,
    expectedOffices,
    peerGroup: frame[0]?.peerGroup ?? null,
  };
}

async function findPresent(
  manager: Transaction,
  { campaign, mode }: YearlyFiguresInput,
  place: Place,
): Promise<Place & Pick<Present, "submission" | "revisions">> {
  if (place.office === null) return { ...place, submission: null, revisions: [] };
  const where = { campaign, office: place.office };
  const submission = await findSubmission(manager, where, mode !== SubmissionMode.DRY_RUN);
  return { ...place, submission, revisions: submission ? await findRevisionsOf(manager, submission.id) : [] };
}

/** What the rules say of a push; nothing is written. */
function judge(
  { principal }: SubgraphContext,
  input: YearlyFiguresInput,
  form: RuledForm,
  { office, expectedOffices, peerGroup, past: before, missedDeadline, submission, revisions }: Present,
): PushResult {
  const baseRevision = input.baseRevision ?? null;
  const push: PushContext = {
    mode: input.mode,
    establishment: input.establishment,
    office: input.office ?? null,
    callerEstablishment: principal.establishment,
    expectedOffices,
    baseRevision,
    // Without an office there is no revision to compare with: V01 says so already.
    currentRevision: office === null ? baseRevision : (submission?.revision ?? null),
    hasApprovedRevision: submission !== null && submission.approvedRevision !== null,
    reason: input.reason ?? null,
    noticeVersion: input.noticeVersion ?? null,
    peerGroup,
    ...before,
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
    counts: countsOf(input.answers, past.at(-1)?.answers ?? [], isApplied),
    issues,
    difference: status === "CONFLICT" ? differenceOf(input.answers, past) : [],
  };
}
