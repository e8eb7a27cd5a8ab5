import { instantInToronto } from "../../shared/clock.js";
import type { SubgraphContext } from "../../shared/context.js";
import { HubError } from "../../shared/errors.js";
import { asCaller } from "../../shared/tenancy.js";
import { hubChain, recordEvents } from "../audit/audit-entry.repository.js";
import { AuditEvent } from "../audit/audit-event.js";
import { withdrawnEntry } from "../publication-register/publication-entry.js";
import { insertEntry } from "../publication-register/publication-register.repository.js";
import { publicReason } from "../submission/given-reason.js";
import type { Transaction } from "../submission/submission.repository.js";
import { type Vintage, VintageStatus } from "./vintage.entity.js";
import type { VintageWithdrawal } from "./vintage-withdrawal.entity.js";
import {
  findAsking,
  findVintage,
  insertAsking,
  markWithdrawn,
  type WithdrawalAsked,
} from "./vintage-withdrawal.repository.js";

/**
 * Withdraws a vintage that discloses, in two calls by two people of whom at least one answers for privacy: the first
 * is recorded and changes nothing, the second takes the values out at once, for good. The reason of the second is
 * public. Refuses an unknown vintage, one withdrawn already, the same person twice, and two who only publish.
 */
export async function withdrawVintage(
  context: SubgraphContext,
  code: string,
  given: string,
): Promise<VintageWithdrawal> {
  const reason = publicReason(given);
  const { subject, scopes } = context.principal;
  if (subject === null) throw new HubError("NOT_ALLOWED");
  const call = {
    vintage: code,
    askedBy: subject,
    askedAt: context.clock(),
    answersForPrivacy: scopes.includes("steward:privacy"),
    reason,
  };
  return asCaller(context, async (manager) => {
    const { campaign } = await refuseWithdrawn(manager, code);
    if (await insertAsking(manager, call)) {
      await record(manager, AuditEvent.VINTAGE_WITHDRAWAL_ASKED, call);
      const { vintage, askedBy, askedAt } = call;
      return { vintage, isWithdrawn: false, askedBy, askedAt, withdrawnAt: null, reason };
    }
    return confirm(manager, campaign, await findAsking(manager, code), call);
  });
}

async function confirm(
  manager: Transaction,
  campaign: string,
  first: WithdrawalAsked | null,
  second: WithdrawalAsked,
): Promise<VintageWithdrawal> {
  const { vintage, askedAt: withdrawnAt, reason } = second;
  if (first === null) throw new Error(`vintage ${vintage}: expected its withdrawal to have been asked`);
  if (first.askedBy === second.askedBy)
    throw new HubError(
      "SAME_PERSON",
      {
        rule: {
          fr: "demander le retrait d'une édition et le confirmer",
          en: "ask the withdrawal of a vintage and confirm it",
        },
      },
      "vintage",
    );
  if (!first.answersForPrivacy && !second.answersForPrivacy)
    throw new HubError("WITHDRAWAL_NEEDS_PRIVACY", { vintage }, "vintage");
  if (!(await markWithdrawn(manager, vintage, withdrawnAt, reason))) await refuseWithdrawn(manager, vintage);
  await record(manager, AuditEvent.VINTAGE_WITHDRAWN, second);
  await insertEntry(
    manager,
    withdrawnEntry({ vintage, campaign, at: withdrawnAt, by: second.askedBy, reason }),
  );
  return { vintage, isWithdrawn: true, askedBy: first.askedBy, askedAt: first.askedAt, withdrawnAt, reason };
}

async function refuseWithdrawn(manager: Transaction, code: string): Promise<Vintage> {
  const vintage = await findVintage(manager, code);
  if (vintage === null)
    throw new HubError(
      "UNKNOWN_CODE",
      { code, what: { fr: "d'une édition", en: "of a vintage" } },
      "vintage",
    );
  if (vintage.status === VintageStatus.WITHDRAWN)
    throw new HubError(
      "ALREADY_WITHDRAWN",
      { vintage: code, since: vintage.withdrawnAt ? instantInToronto(vintage.withdrawnAt) : "—" },
      "vintage",
    );
  return vintage;
}

const record = (
  manager: Transaction,
  event: AuditEvent,
  { vintage, askedBy, askedAt, reason }: WithdrawalAsked,
): Promise<readonly string[]> =>
  recordEvents(manager, [
    {
      chain: hubChain,
      event,
      submission: null,
      revision: null,
      subject: vintage,
      actor: askedBy,
      at: askedAt,
      reason,
      vintage,
      beforeHash: null,
      afterHash: null,
    },
  ]);
