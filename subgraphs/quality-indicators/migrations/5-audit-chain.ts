import type { MigrationInterface, QueryRunner } from "typeorm";
import { formerAuditEntry } from "./former-audit-entry.js";

/** The audit as chains of hashes, one an establishment and one for the hub: what is changed or taken out shows. */
export class AuditChain implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "AuditChain1763760000060";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("SELECT set_config('hub.seeding', 'on', true)");
    await runner.query(setEntriesAside);
    await runner.query(tables);
    await runner.query(numbering);
    await runner.query(appendOnly);
    await runner.query(access);
    await runner.query(dailySeals);
    await runner.query(chainEntriesSetAside);
    await runner.query("SELECT set_config('hub.seeding', '', true)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("SELECT set_config('hub.seeding', 'on', true)");
    await runner.query(setChainsAside);
    await runner.query(formerAuditEntry);
    await runner.query(unchainEntries);
    await runner.query("SELECT set_config('hub.seeding', '', true)");
  }
}

const fields =
  "chain, event, submission, revision, subject, actor, at, reason, vintage, before_hash, after_hash";
const formerFields = "submission, event, revision, actor, at, reason, vintage, before_hash, after_hash";

const setEntriesAside = `
  CREATE TABLE quality_indicators.entry_aside AS SELECT * FROM quality_indicators.audit_entry;
  DROP TABLE quality_indicators.audit_entry;
  ALTER TABLE quality_indicators.submission_revision RENAME receipt TO content_hash;
  ALTER TABLE quality_indicators.submission ADD CONSTRAINT establishment_of_submission UNIQUE (id, establishment);
`;

const chainEntriesSetAside = `
  INSERT INTO quality_indicators.audit_entry (${fields})
  SELECT submission.establishment, event, submission.id, revision, NULL, actor, at, reason, vintage, before_hash, after_hash
  FROM quality_indicators.entry_aside AS entry
  JOIN quality_indicators.submission ON submission.id = entry.submission
  ORDER BY entry.id;
  DROP TABLE quality_indicators.entry_aside;
`;

// What concerns no submission had no place in the former audit.
const setChainsAside = `
  CREATE TABLE quality_indicators.entry_aside AS
    SELECT * FROM quality_indicators.audit_entry WHERE submission IS NOT NULL AND revision IS NOT NULL;
  DROP TABLE quality_indicators.audit_entry, quality_indicators.audit_chain, quality_indicators_published.audit_heads;
  DROP FUNCTION quality_indicators.link_audit_entry(), quality_indicators.refuse_change_of_audit();
  ALTER TABLE quality_indicators.submission DROP CONSTRAINT establishment_of_submission;
  ALTER TABLE quality_indicators.submission_revision RENAME content_hash TO receipt;
`;

const unchainEntries = `
  INSERT INTO quality_indicators.audit_entry (${formerFields})
  SELECT ${formerFields} FROM quality_indicators.entry_aside ORDER BY at, chain, sequence;
  DROP TABLE quality_indicators.entry_aside;
`;

const ofSubmissions =
  "'CREATED', 'REVISED', 'VALIDATED', 'RETURNED', 'APPROVED', 'UNAPPROVED', 'PUBLISHED', 'CORRECTED', 'WITHDRAWN'";
const ofTheHub =
  "'CAMPAIGN_OPENED', 'INDICATOR_DEFINED', 'CO_CONSTRUCTION_RECORDED', 'PROGRESS_DECLARED', 'VINTAGE_WITHDRAWAL_ASKED', 'VINTAGE_WITHDRAWN'";

const tables = `
  CREATE TABLE quality_indicators.audit_entry (
    -- A slash ends the chain's name in a receipt.
    chain text NOT NULL CHECK (chain ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
    sequence integer NOT NULL CHECK (sequence > 0),
    event text NOT NULL,
    submission uuid,
    revision integer,
    subject text,
    actor text NOT NULL,
    at timestamptz NOT NULL,
    reason text,
    vintage text,
    before_hash text,
    after_hash text,
    salt bytea NOT NULL,
    entry_hash bytea NOT NULL,
    head bytea NOT NULL,
    PRIMARY KEY (chain, sequence),
    -- What happens to a submission stands in the chain of its establishment.
    FOREIGN KEY (submission, chain) REFERENCES quality_indicators.submission (id, establishment),
    CHECK (CASE
      -- A publication is told once as a whole, beside what it means for each submission.
      WHEN event = 'PUBLISHED' AND chain = 'HUB' THEN submission IS NULL AND subject IS NOT NULL
      WHEN event IN (${ofSubmissions}) THEN submission IS NOT NULL AND revision IS NOT NULL
      WHEN event = 'LOCK_EXCEPTION' THEN submission IS NOT NULL OR subject IS NOT NULL
      WHEN event IN (${ofTheHub}) THEN submission IS NULL AND subject IS NOT NULL
      ELSE false END)
  );
  CREATE INDEX ON quality_indicators.audit_entry (submission);
  CREATE INDEX ON quality_indicators.audit_entry (subject) WHERE subject IS NOT NULL;
  CREATE INDEX ON quality_indicators.audit_entry (vintage) WHERE vintage IS NOT NULL;
  -- Where each chain ends: its row is what writers of the chain wait for, and what betrays a tail that was cut off.
  CREATE TABLE quality_indicators.audit_chain (
    chain text PRIMARY KEY,
    length integer NOT NULL,
    head bytea NOT NULL
  ) WITH (fillfactor = 50);
`;

/*
 * entry_hash = SHA-256(salt, SHA-256 of each field in order); head = SHA-256(head before, entry_hash), 32 zero bytes
 * before the first. A field is hashed as a byte 1 and its UTF-8, or as a byte 0 when there is none; an instant as
 * microseconds since 1970. audit/entry-hash.ts computes the same, byte for byte.
 */
const numbering = `
  CREATE FUNCTION quality_indicators.link_audit_entry() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    last quality_indicators.audit_chain;
  BEGIN
    LOOP
      SELECT * INTO last FROM quality_indicators.audit_chain WHERE chain = NEW.chain FOR UPDATE;
      EXIT WHEN FOUND;
      INSERT INTO quality_indicators.audit_chain (chain, length, head)
        VALUES (NEW.chain, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT (chain) DO NOTHING;
    END LOOP;
    NEW.sequence := last.length + 1;
    NEW.salt := uuid_send(gen_random_uuid());
    SELECT sha256(NEW.salt || string_agg(sha256(
        CASE WHEN value IS NULL THEN '\\x00'::bytea ELSE '\\x01'::bytea || convert_to(value, 'UTF8') END),
        ''::bytea ORDER BY place))
      INTO NEW.entry_hash
      FROM unnest(ARRAY['carrefour audit 1', NEW.chain, NEW.sequence::text, NEW.event, NEW.submission::text,
        NEW.revision::text, NEW.subject, NEW.actor, (extract(epoch FROM NEW.at) * 1000000)::bigint::text,
        NEW.reason, NEW.vintage, NEW.before_hash, NEW.after_hash]) WITH ORDINALITY AS field (value, place);
    NEW.head := sha256(last.head || NEW.entry_hash);
    UPDATE quality_indicators.audit_chain SET length = NEW.sequence, head = NEW.head WHERE chain = NEW.chain;
    RETURN NEW;
  END $$;
  REVOKE ALL ON FUNCTION quality_indicators.link_audit_entry() FROM PUBLIC;
  CREATE TRIGGER link BEFORE INSERT ON quality_indicators.audit_entry
    FOR EACH ROW EXECUTE FUNCTION quality_indicators.link_audit_entry();
`;

// Loud also for those above row-level security: an administrator who means it has to switch the trigger off.
const appendOnly = `
  CREATE FUNCTION quality_indicators.refuse_change_of_audit() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog AS $$
  BEGIN
    RAISE insufficient_privilege USING MESSAGE = 'audit_entry: an entry is never changed nor removed';
  END $$;
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON quality_indicators.audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION quality_indicators.refuse_change_of_audit();
`;

const seeding = "(current_setting('hub.seeding', true) = 'on')";
const readable =
  "chain, sequence, event, submission, revision, subject, actor, at, reason, vintage, before_hash, after_hash, head";
const isSigned = "actor = quality_indicators.caller_subject()";
const eventsByScope: readonly (readonly [policy: string, scope: string, events: string])[] = [
  [
    "event_of_collectors",
    "steward:collect",
    "'RETURNED', 'APPROVED', 'UNAPPROVED', 'WITHDRAWN', 'LOCK_EXCEPTION', 'CAMPAIGN_OPENED', 'PROGRESS_DECLARED'",
  ],
  [
    "event_of_publishers",
    "steward:publish",
    "'PUBLISHED', 'INDICATOR_DEFINED', 'CO_CONSTRUCTION_RECORDED', 'VINTAGE_WITHDRAWAL_ASKED', 'VINTAGE_WITHDRAWN'",
  ],
  ["event_of_protectors", "steward:privacy", "'VINTAGE_WITHDRAWAL_ASKED', 'VINTAGE_WITHDRAWN'"],
];

// A caller gives what happened; place, salt and hashes are the trigger's. The salt is read by nobody.
const access = `
  ${["audit_entry", "audit_chain"]
    .map(
      (table) => `
  ALTER TABLE quality_indicators.${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE quality_indicators.${table} FORCE ROW LEVEL SECURITY;`,
    )
    .join("")}
  CREATE POLICY moved_by_its_trigger ON quality_indicators.audit_chain TO hub_owner
    USING (pg_trigger_depth() > 0) WITH CHECK (pg_trigger_depth() > 0);
  CREATE POLICY seeding ON quality_indicators.audit_entry FOR INSERT TO hub_owner WITH CHECK ${seeding};
  CREATE POLICY read_by_planters ON quality_indicators.audit_entry FOR SELECT TO hub_owner USING ${seeding};
  CREATE POLICY read_by_planters ON quality_indicators.audit_chain FOR SELECT TO hub_owner USING ${seeding};
  GRANT SELECT (${readable}), INSERT (${fields}) ON quality_indicators.audit_entry TO hub_establishment, hub_steward;
  CREATE POLICY own_history ON quality_indicators.audit_entry FOR SELECT TO hub_establishment
    USING (chain = quality_indicators.caller_establishment());
  CREATE POLICY read_by_stewards ON quality_indicators.audit_entry FOR SELECT TO hub_steward
    USING (quality_indicators.caller_is_steward());
  CREATE POLICY own_new_event ON quality_indicators.audit_entry FOR INSERT TO hub_establishment
    WITH CHECK (chain = quality_indicators.caller_establishment() AND ${isSigned}
      AND event IN ('CREATED', 'REVISED', 'VALIDATED', 'CORRECTED', 'WITHDRAWN'));
  ${eventsByScope
    .map(
      ([policy, scope, events]) => `
  CREATE POLICY ${policy} ON quality_indicators.audit_entry FOR INSERT TO hub_steward
    WITH CHECK (quality_indicators.caller_has_scope('${scope}') AND ${isSigned} AND event IN (${events}));`,
    )
    .join("")}
`;

const sealing = "(current_setting('hub.sealing', true) = 'on')";

// Every audience reads the seals; only the daily task, which runs as the owner and says so, adds one.
const dailySeals = `
  CREATE TABLE quality_indicators_published.audit_heads (
    day date PRIMARY KEY,
    heads jsonb NOT NULL,
    sealed_at timestamptz NOT NULL,
    -- Compact JWS over the day, the heads and the instant; key is the public half of what signed it, as a JWK.
    signature text NOT NULL,
    key jsonb NOT NULL
  );
  ALTER TABLE quality_indicators_published.audit_heads ENABLE ROW LEVEL SECURITY;
  ALTER TABLE quality_indicators_published.audit_heads FORCE ROW LEVEL SECURITY;
  CREATE POLICY read_by_all ON quality_indicators_published.audit_heads FOR SELECT
    TO hub_public, hub_researcher, hub_establishment, hub_steward, hub_owner USING (true);
  CREATE POLICY sealed_by_the_hub ON quality_indicators_published.audit_heads FOR INSERT TO hub_owner
    WITH CHECK ${sealing};
  CREATE POLICY read_to_seal ON quality_indicators.audit_entry FOR SELECT TO hub_owner USING ${sealing};
  CREATE POLICY read_to_seal ON quality_indicators.audit_chain FOR SELECT TO hub_owner USING ${sealing};
`;
