import type { EntityManager } from "typeorm";
import { Vintage } from "./vintage.entity.js";

/** Who asked first that a vintage be withdrawn. */
export interface WithdrawalAsked {
  readonly vintage: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly answersForPrivacy: boolean;
  readonly reason: string;
}

/** A vintage within a transaction, or null. */
export const findVintage = (manager: EntityManager, code: string): Promise<Vintage | null> =>
  manager.findOneBy(Vintage, { code });

/** Records an asking, unless somebody asked before; of two at once the second waits for the first. */
export async function insertAsking(manager: EntityManager, asked: WithdrawalAsked): Promise<boolean> {
  const inserted = (await manager.query(
    `INSERT INTO quality_indicators.vintage_withdrawal (vintage, asked_by, asked_at, answers_for_privacy, reason)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (vintage) DO NOTHING RETURNING vintage`,
    [asked.vintage, asked.askedBy, asked.askedAt, asked.answersForPrivacy, asked.reason],
  )) as unknown[];
  return inserted.length > 0;
}

/** The asking of a vintage's withdrawal, or null. */
export async function findAsking(manager: EntityManager, vintage: string): Promise<WithdrawalAsked | null> {
  const [found] = (await manager.query(
    `SELECT vintage, asked_by AS "askedBy", asked_at AS "askedAt", answers_for_privacy AS "answersForPrivacy", reason
     FROM quality_indicators.vintage_withdrawal WHERE vintage = $1`,
    [vintage],
  )) as WithdrawalAsked[];
  return found ?? null;
}

/** Withdraws a vintage with its values; false when somebody did so meanwhile. */
export async function markWithdrawn(
  manager: EntityManager,
  code: string,
  at: Date,
  reason: string,
): Promise<boolean> {
  const [withdrawn] = (await manager.query(
    `UPDATE quality_indicators_published.vintage SET status = 'WITHDRAWN', withdrawn_at = $2, withdrawn_reason = $3
     WHERE code = $1 AND status = 'PUBLISHED' RETURNING code`,
    [code, at, JSON.stringify({ fr: reason, en: null, status: "PROPOSED" })],
  )) as [unknown[], number];
  return withdrawn.length > 0;
}
