import { hashOf, withoutNulls } from "../../shared/canonical-json.js";
import { dayInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { type PartnerRosterInput, type PushedRoster, RosterPushMode } from "./partner-roster.input.js";
import { type KeptResult, type RosterPushResult, writtenResult } from "./push-result.js";
import { refuseUnreadableRoster } from "./readable-roster.js";
import { changesOf, nothingOf, type RosterChanges } from "./roster-changes.js";
import { differenceOf } from "./roster-difference.js";
import { mostDifferences, mostIssues } from "./roster-limits.js";
import {
  findChangesSince,
  findCurrentRoster,
  findRosterGround,
  insertRosterRevision,
  insertRosterRows,
  insertWithdrawals,
  type RosterGround,
  type Transaction,
  waitForTurn,
} from "./roster-revision.repository.js";
import { statusOf } from "./roster-status.js";
import { rules } from "./rules/index.js";
import { issuesOf, type RosterContext } from "./rules/rule.js";
import { isSafeId } from "./safe-id.js";

/**
 * Takes the whole roster of an establishment: every issue in one pass, then key, version check, revision, changes and
 * withdrawals in one transaction. Refuses a key that served for another roster; all else is told in the result.
 */
export async function pushRoster(
  context: SubgraphContext,
  sent: PartnerRosterInput,
): Promise<RosterPushResult> {
  const input = { ...sent, withdrawn: sent.withdrawn ?? [] };
  refuseUnreadableRoster(input);
  const { idempotencyKey: key, ...payload } = input;
  const payloadHash = hashOf(withoutNulls(payload));
  return asCaller(context, async (manager) => {
    const { kept, isDemonstration, ...ground } = await findGround(manager, context, input, payloadHash);
    if (kept) {
      if (!kept.isSame) throw new HubError("IDEMPOTENCY_KEY_REUSED", { key }, "idempotencyKey");
      context.extensions.replayed = true;
      return writtenResult(input.establishment, kept.result, kept);
    }
    const judged = judge(context, input, ground);
    const { result, changes } = judged;
    if (result.status === "CONFLICT") return conflict(manager, input, judged);
    if (changes === null || input.mode === RosterPushMode.DRY_RUN)
      return { ...result, ...notWritten, revision: ground.currentRevision };
    const written = await write(manager, context, {
      input,
      payloadHash,
      isDemonstration,
      result,
      changes,
      ground,
    });
    return writtenResult(input.establishment, result, written);
  });
}

const notWritten = { receipt: null, pushedAt: null, difference: [], differenceCount: 0 } as const;

interface Ground extends Pick<RosterGround, "currentRevision" | "withdrawnBefore"> {
  readonly current: RosterContext["current"];
}

/** The ground of a push; nothing of another establishment. From here on other pushes for this one wait. */
async function findGround(
  manager: Transaction,
  { principal }: SubgraphContext,
  { establishment, idempotencyKey: key, mode, rows, withdrawn }: PushedRoster,
  payloadHash: string,
): Promise<Ground & Pick<RosterGround, "kept" | "isDemonstration">> {
  if (establishment !== principal.establishment)
    return {
      kept: null,
      isDemonstration: false,
      currentRevision: null,
      withdrawnBefore: [],
      current: new Map(),
    };
  // What is refused as a direct identifier is not even asked about.
  const localIds = [...rows.map(({ localId }) => localId), ...withdrawn].filter(isSafeId);
  const [, ground, current] = await Promise.all([
    mode === RosterPushMode.SUBMIT ? waitForTurn(manager, establishment) : null,
    findRosterGround(manager, establishment, { key, payloadHash, localIds }),
    findCurrentRoster(manager, establishment),
  ]);
  return { ...ground, current };
}

interface Judged {
  readonly context: RosterContext;
  readonly result: KeptResult;
  /** Null when the push is not applied. */
  readonly changes: RosterChanges | null;
}

/** What the rules say of a push; nothing is written. */
function judge(
  { principal, clock }: SubgraphContext,
  { establishment, baseRevision = null, rows, withdrawn }: PushedRoster,
  { currentRevision, withdrawnBefore, current }: Ground,
): Judged {
  const isOwn = establishment === principal.establishment;
  const context: RosterContext = {
    establishment,
    callerEstablishment: principal.establishment,
    baseRevision,
    // Of another establishment there is nothing to compare with: P01 says so already.
    currentRevision: isOwn ? currentRevision : baseRevision,
    current,
    withdrawnBefore: new Set(withdrawnBefore),
    today: dayInToronto(clock()),
  };
  const roster = { rows, withdrawn };
  const issues = issuesOf(rules, roster, context);
  const status = statusOf(issues);
  const changes =
    status === "ACCEPTED" || status === "ACCEPTED_WITH_WARNINGS" ? changesOf(roster, context) : null;
  const counts = changes?.counts ?? nothingOf(roster);
  return {
    context,
    result: { status, counts, issues: issues.slice(0, mostIssues), issueCount: issues.length },
    changes,
  };
}

async function conflict(
  manager: Transaction,
  { establishment, rows, withdrawn }: PushedRoster,
  { context: { baseRevision, currentRevision, current }, result }: Judged,
): Promise<RosterPushResult> {
  const changedAt = await findChangesSince(manager, establishment, baseRevision ?? 0);
  const difference = differenceOf({ rows, withdrawn }, current, changedAt);
  return {
    ...result,
    ...notWritten,
    revision: currentRevision,
    difference: difference.slice(0, mostDifferences),
    differenceCount: difference.length,
  };
}

/** Writes a revision with what it changes, within the caller's transaction. */
async function write(
  manager: Transaction,
  { principal, clock }: SubgraphContext,
  push: {
    readonly input: PushedRoster;
    readonly payloadHash: string;
    readonly isDemonstration: boolean;
    readonly result: KeptResult;
    readonly changes: RosterChanges;
    readonly ground: Ground;
  },
) {
  if (principal.subject === null) throw new HubError("NOT_ALLOWED");
  const { input, payloadHash, isDemonstration, result, changes, ground } = push;
  const revision = {
    establishment: input.establishment,
    revision: (ground.currentRevision ?? 0) + 1,
    key: input.idempotencyKey,
    payloadHash,
    result,
    synthetic: principal.isDevelopment || isDemonstration,
    pushedBy: principal.subject,
    pushedClient: principal.client,
    pushedAt: clock(),
  };
  // Sent together, carried out in this order.
  const [written] = await Promise.all([
    insertRosterRevision(manager, revision),
    insertRosterRows(manager, revision, changes.changed),
    insertWithdrawals(manager, revision, changes.withdrawn),
  ]);
  return written;
}
