import type { QueryRunner } from "typeorm";
import type { HubMigration } from "../../shared/migration/hub-migration.js";
import { isWrittenAnytime, isWrittenNow, type WrittenInstant } from "../../shared/server-clock.js";
import { schemasOf } from "../../shared/subgraph.js";
import { type Evidence, formerEvidence, furtherEvidence, written } from "./audit-evidence.js";

const schemas = schemasOf("quality-indicators");
const { own } = schemas;
const instants: readonly WrittenInstant[] = [
  { table: `${own}.figure_comment`, column: "written_at", on: "INSERT" },
  { table: `${own}.figure_comment_outcome`, column: "decided_at", on: "INSERT" },
];

/** What establishments say of published figures, and what became of it: two tables that are added to, never rewritten. */
export class FigureComments implements HubMigration {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "FigureComments1763760000311";
  // The rule of the audit's events is written anew, wider: who knows the migration before goes on.
  readonly contracts = "Changes1763760000140";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(access);
    await runner.query(instants.map((instant) => isWrittenNow(schemas, instant)).join(""));
    await runner.query(withComments);
    await runner.query(furtherEvidence(evidence));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(formerEvidence);
    await runner.query(withoutComments);
    await runner.query(`
      DROP POLICY comment_told_by_its_author ON ${own}.audit_entry;
      DROP POLICY answer_told_by_publishers ON ${own}.audit_entry;
      ${instants.map(isWrittenAnytime).join("")}
      DROP TABLE ${own}.figure_comment_outcome, ${own}.figure_comment;
    `);
  }
}

const ofAuthors = "'FIGURE_COMMENTED', 'FIGURE_COMMENT_WITHDRAWN'";
const events = `${ofAuthors}, 'FIGURE_COMMENT_ANSWERED'`;

// A comment is open until it has an outcome; it has one at most, so that an answer and a withdrawal never cross.
const tables = `
  CREATE TABLE ${own}.figure_comment (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    establishment text NOT NULL,
    indicator text NOT NULL,
    campaign text NOT NULL,
    level text NOT NULL,
    area text NOT NULL,
    category text,
    -- None for a figure that a document prints.
    vintage text REFERENCES quality_indicators_published.vintage,
    text text NOT NULL CHECK (btrim(text) <> '' AND char_length(text) <= 2000),
    language text CHECK (language IN ('FR', 'EN')),
    written_by text NOT NULL CHECK (written_by <> ''),
    written_at timestamptz NOT NULL,
    synthetic boolean NOT NULL,
    idempotency_key text NOT NULL,
    payload_hash text NOT NULL,
    UNIQUE (establishment, idempotency_key),
    UNIQUE (id, establishment)
  );
  CREATE INDEX ON ${own}.figure_comment (written_at, id);
  CREATE TABLE ${own}.figure_comment_outcome (
    comment uuid PRIMARY KEY,
    establishment text NOT NULL,
    state text NOT NULL CHECK (state IN ('ANSWERED', 'WITHDRAWN')),
    answer text CHECK (btrim(answer) <> '' AND char_length(answer) <= 2000),
    decided_by text NOT NULL CHECK (decided_by <> ''),
    decided_at timestamptz NOT NULL,
    FOREIGN KEY (comment, establishment) REFERENCES ${own}.figure_comment (id, establishment),
    CHECK ((state = 'ANSWERED') = (answer IS NOT NULL))
  );
`;

const content = "establishment, indicator, campaign, level, area, category, vintage, text, language";
const isOwn = `establishment = ${own}.caller_establishment()`;
const isBy = (column: string): string => `${column} = ${own}.caller_subject()`;
const mayAnswer = `${own}.caller_has_scope('steward:publish')`;

// What a demonstration receives is synthetic too.
const isHonest = `(synthetic OR NOT EXISTS (SELECT FROM ${own}.seed WHERE name = 'demo'))`;

// A value that the hub published, or one that a document prints, which speaks of all of Québec.
const isPublished = `CASE WHEN figure_comment.vintage IS NULL
  THEN figure_comment.level = 'PROVINCE' AND figure_comment.area = 'QC' AND EXISTS (
    SELECT FROM quality_indicators_published.published_figure AS shown
    WHERE shown.indicator = figure_comment.indicator AND shown.campaign = figure_comment.campaign
      AND shown.category IS NOT DISTINCT FROM figure_comment.category)
  ELSE EXISTS (
    SELECT FROM quality_indicators_published.observation AS shown
    WHERE shown.vintage = figure_comment.vintage AND shown.indicator = figure_comment.indicator
      AND shown.campaign = figure_comment.campaign AND shown.level = figure_comment.level
      AND shown.area = figure_comment.area AND shown.category IS NOT DISTINCT FROM figure_comment.category) END`;

// A steward reads what was said, not who said it: an establishment speaks.
const access = `
  ${["figure_comment", "figure_comment_outcome"]
    .map(
      (table) => `
  ALTER TABLE ${own}.${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${own}.${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY seeding ON ${own}.${table} TO hub_owner
    USING (current_setting('hub.seeding', true) = 'on') WITH CHECK (current_setting('hub.seeding', true) = 'on');
  CREATE POLICY own_rows ON ${own}.${table} FOR SELECT TO hub_establishment USING (${isOwn});
  CREATE POLICY read_by_stewards ON ${own}.${table} FOR SELECT TO hub_steward
    USING (${own}.caller_is_steward());
  GRANT SELECT ON ${own}.${table} TO hub_establishment;`,
    )
    .join("")}
  GRANT INSERT (${content}, written_by, written_at, synthetic, idempotency_key, payload_hash)
    ON ${own}.figure_comment TO hub_establishment;
  GRANT SELECT (id, ${content}, written_at, synthetic) ON ${own}.figure_comment TO hub_steward;
  GRANT INSERT (comment, establishment, state, decided_by, decided_at) ON ${own}.figure_comment_outcome
    TO hub_establishment;
  GRANT SELECT ON ${own}.figure_comment_outcome TO hub_steward;
  GRANT INSERT (comment, establishment, state, answer, decided_by, decided_at) ON ${own}.figure_comment_outcome
    TO hub_steward;
  CREATE POLICY own_comment ON ${own}.figure_comment FOR INSERT TO hub_establishment
    WITH CHECK (${isOwn} AND ${isBy("written_by")} AND ${isHonest} AND ${isPublished});
  CREATE POLICY own_withdrawal ON ${own}.figure_comment_outcome FOR INSERT TO hub_establishment
    WITH CHECK (${isOwn} AND ${isBy("decided_by")} AND state = 'WITHDRAWN');
  CREATE POLICY answered_by_publishers ON ${own}.figure_comment_outcome FOR INSERT TO hub_steward
    WITH CHECK (${mayAnswer} AND ${isBy("decided_by")} AND state = 'ANSWERED');
  CREATE POLICY comment_told_by_its_author ON ${own}.audit_entry FOR INSERT TO hub_establishment
    WITH CHECK (chain = ${own}.caller_establishment() AND ${isBy("actor")} AND event IN (${ofAuthors}));
  CREATE POLICY answer_told_by_publishers ON ${own}.audit_entry FOR INSERT TO hub_steward
    WITH CHECK (${mayAnswer} AND ${isBy("actor")} AND event = 'FIGURE_COMMENT_ANSWERED');
`;

/** SQL: writes the rule of what events tell of anew, from the one that stands. */
const ruleOfEvents = (rule: string, validity = ""): string => `
  DO $$
  DECLARE
    standing text := (SELECT replace(pg_get_constraintdef(oid), ' NOT VALID', '') FROM pg_constraint
      WHERE conrelid = '${own}.audit_entry'::regclass AND conname = 'audit_entry_check');
  BEGIN
    ALTER TABLE ${own}.audit_entry DROP CONSTRAINT audit_entry_check;
    EXECUTE 'ALTER TABLE ${own}.audit_entry ADD CONSTRAINT audit_entry_check ' || ${rule} || '${validity}';
  END $$;
`;
const withComments = ruleOfEvents(
  `replace(standing, 'ELSE false', $rule$WHEN event IN (${events}) THEN submission IS NULL AND subject IS NOT NULL
    ELSE false$rule$)`,
);
// What was told of comments stays told: only new entries are judged by the former rule.
const withoutComments = ruleOfEvents(
  "regexp_replace(standing, '\\n[^\\n]*FIGURE_COMMENTED[^\\n]*', '')",
  " NOT VALID",
);

const outcome = (state: string): string =>
  written(
    `${own}.figure_comment_outcome`,
    "evidence.comment::text = NEW.subject",
    "evidence.establishment = NEW.chain",
    `evidence.state = '${state}'`,
    "evidence.decided_by = NEW.actor",
    "evidence.decided_at = NEW.at",
  );

const evidence: Evidence = {
  "'FIGURE_COMMENTED'": written(
    `${own}.figure_comment`,
    "evidence.id::text = NEW.subject",
    "evidence.establishment = NEW.chain",
    "evidence.written_by = NEW.actor",
    "evidence.written_at = NEW.at",
  ),
  "'FIGURE_COMMENT_ANSWERED'": outcome("ANSWERED"),
  "'FIGURE_COMMENT_WITHDRAWN'": outcome("WITHDRAWN"),
};
