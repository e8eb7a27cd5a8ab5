import { expect } from "vitest";
import { aDatabase, testDay, type TestDatabase } from "../../../../test/harness/database.js";
import { anEstablishmentPrincipal, type Ask, aSubgraph } from "../../../../test/harness/subgraph.js";
import { qualityIndicators } from "../../index.js";
import { aPush, type PushAnswer, pushMutation } from "./a-push.js";

type Answer = Awaited<ReturnType<typeof send>>;
const send = (ask: Ask, input: object, principal: ReturnType<typeof anEstablishmentPrincipal>) =>
  ask<PushAnswer>(pushMutation, { input }, principal);

/** The establishment whose office has not answered yet in the demonstration. */
export const estrie = anEstablishmentPrincipal("ciusss-estrie-chus");

/** A demonstration hub that collects, with a clock that tests set. */
export interface Collection {
  readonly database: TestDatabase;
  readonly ask: Ask;
  readonly hidden: unknown[];
  /** The statements sent so far. */
  readonly statements: string[];
  setClock(now: Date): void;
  /** Sends the input as it is. */
  send(input: object, principal?: typeof estrie): Promise<Answer>;
  /** Sends a push that is expected to be answered, not refused. */
  push(changes?: Record<string, unknown>): Promise<PushAnswer["submitYearlyFigures"]>;
  /** How many submissions, revisions, keys, events, vintages and observations there are. */
  rows(): Promise<number[]>;
  /** Runs what must write nothing, and makes sure of it. */
  writingNothing<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Takes back what tests pushed for the office of Estrie. */
  forget(): Promise<void>;
}

/** Starts a demonstration hub on a database of its own. */
export async function aCollection(): Promise<Collection> {
  const database = await aDatabase("demo");
  let now = testDay;
  const { ask, hidden, statements } = aSubgraph(qualityIndicators, database, () => now);
  const rows = async (): Promise<number[]> => {
    const tables = ["submission", "submission_revision", "idempotency_key", "audit_entry"]
      .map((table) => `quality_indicators.${table}`)
      .concat("quality_indicators_published.vintage", "quality_indicators_published.observation");
    const counts = tables.map((table, index) => `(SELECT count(*)::integer FROM ${table}) AS t${index}`);
    const [found] = await database.query<Record<string, number>>(`SELECT ${counts.join(", ")}`);
    return Object.values(found ?? {});
  };
  // What may change without a row more or less, and what stewards add beside.
  const standing = (): Promise<object[]> =>
    database.query(`
      SELECT (SELECT md5(string_agg(submission::text, ' ' ORDER BY id)) FROM quality_indicators.submission) AS submissions,
        (SELECT string_agg(code || status, ' ' ORDER BY code) FROM quality_indicators_published.vintage) AS vintages,
        (SELECT count(*) FROM quality_indicators.lock_exception) AS exceptions,
        (SELECT count(*) FROM quality_indicators.reminder) AS reminders,
        (SELECT count(*) FROM quality_indicators.vintage_withdrawal) AS withdrawals`);
  return {
    database,
    ask,
    hidden,
    statements,
    rows,
    setClock: (instant) => {
      now = instant;
    },
    send: (input, principal = estrie) => send(ask, input, principal),
    async push(changes = {}) {
      const { data, errors } = await send(ask, aPush(changes), estrie);
      expect({ errors, hidden }).toEqual({ errors: undefined, hidden: [] });
      return data!.submitYearlyFigures;
    },
    async writingNothing(work) {
      const before = [await rows(), await standing()];
      const result = await work();
      expect([await rows(), await standing()]).toEqual(before);
      return result;
    },
    async forget() {
      now = testDay;
      const mine = `SELECT id FROM quality_indicators.submission
        WHERE establishment = 'ciusss-estrie-chus' AND campaign = '2025-2026'`;
      // The audit refuses to forget: its trigger is off for this connection only, and the chain ends earlier again.
      await database.query(`
        SET session_replication_role = replica;
        DELETE FROM quality_indicators.audit_entry WHERE submission IN (${mine});
        UPDATE quality_indicators.audit_chain AS chain SET length = last.sequence, head = last.head
          FROM (SELECT DISTINCT ON (chain) * FROM quality_indicators.audit_entry ORDER BY chain, sequence DESC) AS last
          WHERE last.chain = chain.chain;
        DELETE FROM quality_indicators.submission_revision WHERE submission IN (${mine});
        DELETE FROM quality_indicators.submission WHERE id IN (${mine});
        DELETE FROM quality_indicators.idempotency_key`);
    },
  };
}
