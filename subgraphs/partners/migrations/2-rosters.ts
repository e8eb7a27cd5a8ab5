import type { MigrationInterface, QueryRunner } from "typeorm";
import { callerEstablishment, callerHolds, closedTable } from "./row-policies.js";

const sectors = `ARRAY['MULTIDISCIPLINARY', 'ONCOLOGY', 'QUALITY_INNOVATION', 'NURSING', 'MENTAL_HEALTH_ADDICTION',
  'HOSPITALISATION', 'PHYSICAL_REHAB', 'LONG_TERM_CARE', 'PRIMARY_CARE', 'ID_ASD', 'HOME_SUPPORT',
  'SURGICAL_SPECIALISED', 'PROFESSIONAL_SERVICES', 'YOUTH', 'PUBLIC_HEALTH', 'HR_COMMS_LEGAL', 'TECHNICAL',
  'INFORMATION_RESOURCES', 'FINANCE', 'OTHER']`;

const openedTo = (table: string): string => `
  ${closedTable(table)}
  GRANT SELECT ON ${table} TO hub_establishment, hub_steward;
  CREATE POLICY own_establishment ON ${table} FOR SELECT TO hub_establishment
    USING (establishment = ${callerEstablishment});
  CREATE POLICY release_builder ON ${table} FOR SELECT TO hub_steward
    USING (${callerHolds("steward:privacy")});`;

/** The rosters, partner by partner: read by their establishment and by who builds a release, by nobody else. */
export class Rosters implements MigrationInterface {
  readonly name = "Rosters1763760000002";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE partners.partner (
        establishment text NOT NULL,
        local_id text NOT NULL CHECK (length(local_id) BETWEEN 1 AND 64),
        status text NOT NULL CHECK (status IN ('ACTIVE', 'AVAILABLE', 'PAUSED', 'LEFT')),
        profiles text[] NOT NULL CHECK (profiles <@ ARRAY['RESOURCE', 'TRAINER', 'RESEARCHER', 'COACH']),
        age_band text NOT NULL
          CHECK (age_band IN ('UNDER_18', 'A18_34', 'A35_49', 'A50_64', 'A65_PLUS', 'UNDISCLOSED')),
        gender text NOT NULL CHECK (gender IN ('WOMAN', 'MAN', 'NON_BINARY', 'UNDISCLOSED')),
        first_language text NOT NULL
          CHECK (first_language IN ('FR', 'EN', 'INDIGENOUS', 'OTHER', 'UNDISCLOSED')),
        region text NOT NULL CHECK (region ~ '^RSS-(0[1-9]|1[0-8])$'),
        experience_domains text[] NOT NULL CHECK (experience_domains <@ ${sectors}),
        standing text NOT NULL CHECK (standing IN ('PATIENT', 'RELATIVE', 'CITIZEN')),
        joined_year integer NOT NULL CHECK (joined_year BETWEEN 1980 AND 2100),
        trained boolean NOT NULL,
        coached boolean NOT NULL,
        synthetic boolean NOT NULL,
        PRIMARY KEY (establishment, local_id)
      );
      CREATE TABLE partners.engagement (
        establishment text NOT NULL,
        local_id text NOT NULL,
        position integer NOT NULL CHECK (position > 0),
        degree text NOT NULL CHECK (degree IN ('INFORMATION', 'CONSULTATION', 'COLLABORATION', 'PARTNERSHIP')),
        leadership text NOT NULL CHECK (leadership IN ('PROFESSIONAL_LED', 'PATIENT_LED', 'CO_LED')),
        level text NOT NULL CHECK (level IN ('CLINICAL', 'TACTICAL', 'STRATEGIC')),
        sphere text NOT NULL
          CHECK (sphere IN ('GOVERNANCE', 'CARE', 'COMMUNITY', 'RESEARCH', 'TEACHING', 'POLICY')),
        sector text NOT NULL CHECK (sector = ANY (${sectors})),
        role text NOT NULL CHECK (role IN
          ('USER_COMMITTEE_MEMBER', 'VOLUNTEER', 'RESOURCE_PARTNER', 'PATIENT_ASSOCIATION_MEMBER')),
        posture text NOT NULL CHECK (posture IN ('CO_CONSTRUCTION', 'RIGHTS_DEFENCE', 'BOTH_DECLARED')),
        from_year integer NOT NULL CHECK (from_year BETWEEN 1980 AND 2100),
        to_year integer CHECK (to_year BETWEEN from_year AND 2100),
        recognition text[] NOT NULL
          CHECK (recognition <@ ARRAY['HOURLY', 'FLAT', 'EXPENSES', 'NON_MONETARY', 'NONE']),
        PRIMARY KEY (establishment, local_id, position),
        FOREIGN KEY (establishment, local_id) REFERENCES partners.partner ON DELETE CASCADE
      );
      CREATE TABLE partners.access_agreement (
        code text PRIMARY KEY,
        purpose jsonb NOT NULL,
        variables text[] NOT NULL,
        record_level text NOT NULL CHECK (record_level IN ('AGGREGATE', 'ANONYMISED')),
        k_threshold integer NOT NULL CHECK (k_threshold >= 11),
        valid_from date NOT NULL,
        valid_to date NOT NULL CHECK (valid_to >= valid_from),
        status text NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED', 'ENDED')),
        synthetic boolean NOT NULL
      );
      GRANT USAGE ON SCHEMA partners TO hub_establishment, hub_steward;
      ${openedTo("partners.partner")}
      ${openedTo("partners.engagement")}
      ${closedTable("partners.access_agreement")}
      GRANT SELECT ON partners.access_agreement TO hub_steward;
      CREATE POLICY privacy_steward ON partners.access_agreement FOR SELECT TO hub_steward
        USING (${callerHolds("steward:privacy")});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE partners.access_agreement, partners.engagement, partners.partner;
      REVOKE USAGE ON SCHEMA partners FROM hub_establishment, hub_steward;
    `);
  }
}
