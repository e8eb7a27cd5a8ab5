import type { MigrationInterface, QueryRunner } from "typeorm";

/** The catalogue of indicators, what the documents print about them, and what the hub publishes: public rows only. */
export class Catalogue implements MigrationInterface {
  // TypeORM orders migrations by the timestamp in their name.
  readonly name = "Catalogue1763760000001";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(referenceTables);
    await runner.query(publicationTables);
    await runner.query(
      "CREATE TABLE quality_indicators.seed (name text PRIMARY KEY, fingerprint text NOT NULL, sown_at timestamptz NOT NULL DEFAULT now())",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE quality_indicators.seed;
      DROP TABLE quality_indicators_published.observation, quality_indicators_published.vintage,
        quality_indicators_published.recommendation, quality_indicators_published.published_figure,
        quality_indicators_published.contradiction, quality_indicators_published.campaign,
        quality_indicators_published.indicator, quality_indicators_published.source;
    `);
  }
}

// Facts that the seeds plant again, whole, when a document's reading changes: nothing published refers to them by key.
const referenceTables = `
  CREATE TABLE quality_indicators_published.source (
    code text PRIMARY KEY,
    position integer NOT NULL,
    title jsonb NOT NULL,
    edition text,
    authors text[] NOT NULL,
    published_on text CHECK (published_on ~ '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$'),
    language text NOT NULL,
    licence text NOT NULL,
    licence_note jsonb NOT NULL
  );
  CREATE TABLE quality_indicators_published.indicator (
    code text PRIMARY KEY CHECK (code ~ '^IQP-[0-9]{2}$'),
    version integer NOT NULL,
    name jsonb NOT NULL,
    plain jsonb NOT NULL,
    definition jsonb NOT NULL,
    numerator_definition jsonb NOT NULL,
    denominator_definition jsonb,
    sphere text NOT NULL,
    level text NOT NULL,
    unit text NOT NULL,
    value_type text NOT NULL,
    basis text NOT NULL,
    polarity text NOT NULL,
    frequency text NOT NULL,
    categories jsonb NOT NULL,
    caveats jsonb NOT NULL,
    recommendation_links text[] NOT NULL,
    questions text[] NOT NULL,
    co_construction jsonb NOT NULL,
    origin text NOT NULL CHECK (origin IN ('SOURCE', 'PROPOSED_BY_HUB')),
    computation jsonb,
    asked_in text[] NOT NULL,
    provenance jsonb NOT NULL,
    search text NOT NULL
  );
  CREATE TABLE quality_indicators_published.campaign (
    code text PRIMARY KEY,
    instrument text,
    title jsonb NOT NULL,
    period jsonb NOT NULL,
    stock_date date,
    basis text NOT NULL,
    base text NOT NULL,
    note jsonb NOT NULL,
    provenance jsonb
  );
  CREATE TABLE quality_indicators_published.contradiction (
    id text PRIMARY KEY CHECK (id ~ '^K[0-9]+$'),
    position integer NOT NULL,
    title jsonb NOT NULL,
    kinds text[] NOT NULL CHECK (cardinality(kinds) > 0),
    resolution text NOT NULL CHECK (resolution IN ('OPEN', 'EXPLAINED', 'CORRECTED')),
    note jsonb,
    sides jsonb NOT NULL
  );
  CREATE TABLE quality_indicators_published.published_figure (
    code text PRIMARY KEY,
    position integer NOT NULL,
    figure text NOT NULL,
    label jsonb NOT NULL,
    campaign text,
    period jsonb NOT NULL,
    indicator text REFERENCES quality_indicators_published.indicator,
    category text,
    value_type text NOT NULL,
    value double precision,
    low double precision,
    high double precision,
    text text,
    unit text NOT NULL,
    numerator double precision,
    denominator double precision,
    count_inferred boolean NOT NULL,
    basis text NOT NULL,
    status text NOT NULL CHECK (status IN ('OBSERVED', 'NOT_EXTRACTED')),
    derived boolean NOT NULL,
    derived_from text[] NOT NULL,
    rank integer NOT NULL,
    contradictions text[] NOT NULL,
    note jsonb,
    source text NOT NULL REFERENCES quality_indicators_published.source,
    provenance jsonb NOT NULL,
    CHECK (indicator IS NULL OR campaign IS NOT NULL),
    CHECK (status = 'OBSERVED' OR (value IS NULL AND low IS NULL AND high IS NULL AND numerator IS NULL AND denominator IS NULL))
  );
  CREATE INDEX ON quality_indicators_published.published_figure (indicator, campaign);
  CREATE INDEX ON quality_indicators_published.published_figure (source);
  CREATE TABLE quality_indicators_published.recommendation (
    code text PRIMARY KEY,
    document text NOT NULL REFERENCES quality_indicators_published.source,
    position integer NOT NULL,
    text jsonb NOT NULL,
    wordings jsonb NOT NULL,
    enrichments jsonb NOT NULL,
    addressees jsonb NOT NULL,
    crosswalk jsonb NOT NULL,
    linked_indicators text[] NOT NULL,
    progress jsonb NOT NULL,
    provenance jsonb NOT NULL
  );
`;

// What a publication writes: rows are added, never overwritten; a suppressed value is absent, not hidden.
const publicationTables = `
  CREATE TABLE quality_indicators_published.vintage (
    code text PRIMARY KEY,
    campaign text NOT NULL,
    number integer NOT NULL,
    published_at timestamptz NOT NULL,
    reason jsonb NOT NULL,
    status text NOT NULL DEFAULT 'PUBLISHED' CHECK (status IN ('PUBLISHED', 'WITHDRAWN')),
    withdrawn_at timestamptz,
    withdrawn_reason jsonb,
    changes jsonb,
    UNIQUE (campaign, number)
  );
  CREATE TABLE quality_indicators_published.observation (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vintage text NOT NULL REFERENCES quality_indicators_published.vintage,
    indicator text NOT NULL,
    indicator_version integer NOT NULL,
    campaign text NOT NULL,
    level text NOT NULL CHECK (level IN ('PROVINCE', 'PEER_GROUP', 'REGION_GROUP', 'HEALTH_REGION', 'ESTABLISHMENT')),
    area text NOT NULL CHECK ((level = 'PROVINCE') = (area = 'QC')),
    area_name jsonb,
    category text,
    value double precision,
    low double precision,
    high double precision,
    text text,
    unit text NOT NULL,
    numerator double precision,
    denominator double precision,
    basis text NOT NULL,
    status text NOT NULL CHECK (status IN ('OBSERVED', 'NOT_ASKED', 'NOT_ANSWERED', 'NOT_EXTRACTED', 'CANNOT_BE_CALCULATED', 'SUPPRESSED', 'WITHDRAWN')),
    reason text,
    origin text NOT NULL CHECK (origin IN ('COMPUTED', 'SYNTHETIC')),
    provenance jsonb NOT NULL,
    period jsonb NOT NULL,
    contradictions text[] NOT NULL DEFAULT '{}',
    CHECK (status = 'OBSERVED' OR (value IS NULL AND low IS NULL AND high IS NULL AND text IS NULL AND numerator IS NULL AND denominator IS NULL))
  );
  CREATE INDEX ON quality_indicators_published.observation (indicator, vintage, level);
  CREATE INDEX ON quality_indicators_published.observation (level, area, vintage);
  GRANT INSERT ON quality_indicators_published.observation, quality_indicators_published.vintage TO hub_steward;
  GRANT UPDATE (status, withdrawn_at, withdrawn_reason) ON quality_indicators_published.vintage TO hub_steward;
`;
