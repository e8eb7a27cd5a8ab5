import type { MigrationInterface, QueryRunner } from "typeorm";
import {
  historyIsDatedAnytime,
  historyIsDatedNow,
  isSentByCaller,
  isWrittenAnytime,
  isWrittenNow,
  noServerClock,
  serverClock,
  type WrittenInstant,
} from "../../shared/server-clock.js";
import { schemasOf } from "../../shared/subgraph.js";
import { auditEvidence } from "./audit-evidence.js";

const schemas = schemasOf("quality-indicators");
const { own, published } = schemas;

const instants: readonly WrittenInstant[] = [
  { table: `${own}.submission`, column: "approved_at", on: "UPDATE" },
  { table: `${own}.submission_revision`, column: "submitted_at", on: "INSERT" },
  { table: `${own}.audit_entry`, column: "at", on: "INSERT" },
  { table: `${own}.lock_exception`, column: "granted_at", on: "INSERT" },
  { table: `${own}.vintage_withdrawal`, column: "asked_at", on: "INSERT" },
  { table: `${published}.vintage`, column: "published_at", on: "INSERT" },
  { table: `${published}.vintage`, column: "withdrawn_at", on: "UPDATE" },
  { table: `${published}.recommendation_progress`, column: "declared_at", on: "INSERT" },
  { table: `${published}.co_construction`, column: "recorded_at", on: "INSERT" },
];

// What stewards change of it; the rest is planted.
const withHistory = ["indicator", "campaign", "instrument"];

/** What a caller sends PostgreSQL itself can neither set the time back, nor pass the lock of a campaign, nor tell the audit what did not happen. */
export class Borders implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Borders1763760000120";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(executeRights);
    await runner.query(serverClock(schemas, "hub_establishment", "hub_steward"));
    await runner.query(instants.map((instant) => isWrittenNow(schemas, instant)).join(""));
    await runner.query(withHistory.map((table) => historyIsDatedNow(schemas, table)).join(""));
    await runner.query(lock);
    await runner.query(auditEvidence);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER evidence ON quality_indicators.audit_entry;
      DROP FUNCTION quality_indicators.guard_evidence();
      DROP TRIGGER locked ON quality_indicators.submission;
      DROP FUNCTION quality_indicators.guard_lock();
      ${withHistory.map((table) => historyIsDatedAnytime(schemas, table)).join("")}
      ${instants.map(isWrittenAnytime).join("")}
      ${noServerClock(schemas)}
      GRANT EXECUTE ON FUNCTION ${[...asked, ...ofTriggers].join(", ")} TO PUBLIC;
    `);
  }
}

const named = (names: readonly string[]): string[] => names.map((name) => `quality_indicators.${name}`);
const asked = named([
  "caller_establishment()",
  "caller_subject()",
  "caller_has_scope(text)",
  "caller_is_steward()",
]);
const ofTriggers = named([
  "guard_submission()",
  "guard_revision()",
  "refuse_change_of_audit()",
  "empty_bases()",
  "guard_definition()",
  "guard_progress()",
  "guard_co_construction()",
]);

// Policies ask the first four in the caller's name; a trigger needs no right of the caller's to fire.
const executeRights = `
  REVOKE ALL ON FUNCTION ${[...asked, ...ofTriggers].join(", ")} FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION ${asked.join(", ")} TO hub_establishment, hub_steward;
`;

// V23: figures are taken from the opening until the lock, or the deadline where there is no lock; an exception lets one
// office send them later.
const lock = `
  CREATE FUNCTION quality_indicators.guard_lock() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    instant timestamptz := quality_indicators.said_instant();
  BEGIN
    IF EXISTS (SELECT FROM quality_indicators.campaign_window AS plan
        WHERE plan.campaign = NEW.campaign AND plan.opens_at <= instant
          AND instant < COALESCE(plan.lock_at, plan.closes_at))
      OR EXISTS (SELECT FROM quality_indicators.lock_exception AS excepted
        WHERE excepted.campaign = NEW.campaign AND excepted.office = NEW.office AND excepted.ends_at > instant)
    THEN
      RETURN NEW;
    END IF;
    RAISE insufficient_privilege USING CONSTRAINT = 'campaign_is_open',
      MESSAGE = format('submission: campaign %s takes no figures at this instant', NEW.campaign);
  END $$;
  REVOKE ALL ON FUNCTION quality_indicators.guard_lock() FROM PUBLIC;
  CREATE TRIGGER locked BEFORE INSERT OR UPDATE OF current_revision ON quality_indicators.submission
    FOR EACH ROW WHEN (${isSentByCaller}) EXECUTE FUNCTION quality_indicators.guard_lock();
`;
