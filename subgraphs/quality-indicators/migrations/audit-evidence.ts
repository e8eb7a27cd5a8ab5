import { isSentByCaller } from "../../shared/server-clock.js";

const own = "quality_indicators";
const published = "quality_indicators_published";

/** A row that this very transaction wrote; statements tell of themselves only. */
export const written = (table: string, ...conditions: readonly string[]): string =>
  `EXISTS (SELECT FROM ${table} AS evidence WHERE ${[...conditions, "evidence.xmin = writing"].join(" AND ")})`;

const submission = (...conditions: readonly string[]): string =>
  written(`${own}.submission`, "evidence.id = NEW.submission", ...conditions);
const decided = (state: string): string =>
  submission(`evidence.state = '${state}'`, "evidence.current_revision = NEW.revision");
const vintage = (...conditions: readonly string[]): string =>
  `NEW.subject = NEW.vintage AND ${written(`${published}.vintage`, "evidence.code = NEW.vintage", ...conditions)}`;

/*
 * What each event tells of, as the transaction that tells it must have written it:
 *
 *   of a submission   the revision sent, the state decided, the approval with its person and instant, the place in a
 *                     vintage; the hash is that of the revision
 *   of an office      the exception to the lock, in the chain of its establishment
 *   of the hub        the campaign, definition, statement, vintage or call for its withdrawal, in the chain of the hub
 */
const evidenceOf: Readonly<Record<string, string>> = {
  "'CREATED', 'REVISED', 'CORRECTED', 'VALIDATED'": written(
    `${own}.submission_revision`,
    "evidence.submission = NEW.submission",
    "evidence.revision = NEW.revision",
    "evidence.submitted_by = NEW.actor",
    "evidence.submitted_at = NEW.at",
    "CASE NEW.event WHEN 'CREATED' THEN NEW.revision = 1 WHEN 'VALIDATED' THEN evidence.mode = 'SUBMIT' ELSE NEW.revision > 1 END",
  ),
  "'RETURNED', 'UNAPPROVED'": decided("RETURNED"),
  "'WITHDRAWN'": decided("WITHDRAWN"),
  "'APPROVED'": submission(
    "evidence.state = 'APPROVED'",
    "evidence.approved_revision = NEW.revision",
    "evidence.approved_by = NEW.actor",
    "evidence.approved_at = NEW.at",
  ),
  "'PUBLISHED'": `CASE WHEN NEW.submission IS NULL THEN ${vintage("evidence.published_at = NEW.at")} ELSE ${written(
    `${own}.vintage_revision`,
    "evidence.vintage = NEW.vintage",
    "evidence.submission = NEW.submission",
    "evidence.revision = NEW.revision",
  )} END`,
  "'LOCK_EXCEPTION'": written(
    `${own}.lock_exception`,
    "evidence.establishment = NEW.chain",
    "evidence.campaign = NEW.subject",
    "evidence.granted_by = NEW.actor",
    "evidence.granted_at = NEW.at",
    "evidence.reason = NEW.reason",
  ),
  "'CAMPAIGN_OPENED'": written(`${published}.campaign`, "evidence.code = NEW.subject"),
  "'INDICATOR_DEFINED'": written(`${published}.indicator`, "evidence.code = NEW.subject"),
  "'CO_CONSTRUCTION_RECORDED'": written(
    `${published}.co_construction`,
    "evidence.indicator = NEW.subject",
    "evidence.recorded_at = NEW.at",
  ),
  "'PROGRESS_DECLARED'": written(
    `${published}.recommendation_progress`,
    "evidence.recommendation = NEW.subject",
    "evidence.declared_at = NEW.at",
  ),
  "'VINTAGE_WITHDRAWAL_ASKED'": `NEW.subject = NEW.vintage AND ${written(
    `${own}.vintage_withdrawal`,
    "evidence.vintage = NEW.vintage",
    "evidence.asked_by = NEW.actor",
    "evidence.asked_at = NEW.at",
  )}`,
  "'VINTAGE_WITHDRAWN'": vintage("evidence.status = 'WITHDRAWN'", "evidence.withdrawn_at = NEW.at"),
};

// Each stands in the chain that its evidence names.
const ofEstablishments = (more: readonly string[]): string =>
  more.length === 0 ? "<> 'LOCK_EXCEPTION'" : `NOT IN (${["'LOCK_EXCEPTION'", ...more].join(", ")})`;

const hashIsTheRevisions = `EXISTS (SELECT FROM ${own}.submission_revision AS told
  WHERE told.submission = NEW.submission AND told.revision = NEW.revision AND told.content_hash = NEW.after_hash)`;

/** What events tell of, by the events as a list in SQL. */
export type Evidence = Readonly<Record<string, string>>;

/** SQL: the function that takes an event only beside its evidence; `more` tells of what happens in an establishment's chain. */
const guardEvidence = (more: Evidence = {}): string => `FUNCTION ${own}.guard_evidence() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    writing xid := pg_current_xact_id()::xid;
    is_evident boolean := false;
  BEGIN
    -- The columns of a caller's event are asked as the caller: it finds what it may see only.
    ${Object.entries({ ...evidenceOf, ...more })
      .map(
        ([events, evidence], index) => `
    ${index === 0 ? "IF" : "ELSIF"} NEW.event IN (${events}) THEN
      is_evident := ${evidence};`,
      )
      .join("")}
    END IF;
    IF NEW.event ${ofEstablishments(Object.keys(more))} THEN
      is_evident := is_evident AND CASE WHEN NEW.submission IS NULL THEN NEW.chain = 'HUB' ELSE ${hashIsTheRevisions} END;
    END IF;
    IF is_evident IS NOT TRUE THEN
      RAISE insufficient_privilege USING CONSTRAINT = 'event_is_evident',
        MESSAGE = format('audit_entry: %s tells of nothing that this transaction wrote', NEW.event);
    END IF;
    RETURN NEW;
  END $$;`;

/** SQL of a migration: an event of a caller is taken only beside the rows that it tells of. */
export const auditEvidence = `
  CREATE ${guardEvidence()}
  REVOKE ALL ON FUNCTION ${own}.guard_evidence() FROM PUBLIC;
  CREATE TRIGGER evidence BEFORE INSERT ON ${own}.audit_entry
    FOR EACH ROW WHEN (${isSentByCaller}) EXECUTE FUNCTION ${own}.guard_evidence();
`;

/** SQL of a migration: the same, for further events. */
export const furtherEvidence = (more: Evidence): string => `CREATE OR REPLACE ${guardEvidence(more)}`;

/** SQL of a migration: takes `furtherEvidence` back. */
export const formerEvidence = `CREATE OR REPLACE ${guardEvidence()}`;
