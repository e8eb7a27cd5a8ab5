import { expect } from "vitest";
import { aDatabase, testDay, type TestDatabase } from "../../../../test/harness/database.js";
import { anEstablishmentPrincipal, type Ask, aSubgraph } from "../../../../test/harness/subgraph.js";
import { partners } from "../../index.js";
import type { SentEngagement, SentPartner } from "../roster-row.js";

/** An engagement that goes on, with what a test changes. */
export const anEngagement = (changes: Partial<SentEngagement> = {}): SentEngagement => ({
  degree: "COLLABORATION",
  leadership: "CO_LED",
  level: "TACTICAL",
  sphere: "CARE",
  sector: "ONCOLOGY",
  role: "RESOURCE_PARTNER",
  posture: "CO_CONSTRUCTION",
  fromYear: 2024,
  toYear: null,
  recognition: ["HOURLY", "EXPENSES"],
  ...changes,
});

/** An active partner that no rule objects to, with what a test changes. */
export const aPartner = (
  localId: string,
  changes: Partial<SentPartner> | Record<string, unknown> = {},
): SentPartner => ({
  localId,
  status: "ACTIVE",
  profiles: ["RESOURCE"],
  ageBand: "A50_64",
  gender: "WOMAN",
  firstLanguage: "FR",
  region: "RSS-05",
  experienceDomains: ["ONCOLOGY", "NURSING"],
  standing: "PATIENT",
  joinedYear: 2021,
  trained: true,
  coached: false,
  engagements: [anEngagement()],
  ...changes,
});

let keys = 0;

/** A first push of two partners of ciusss-estrie-chus, with what a test changes. */
export const aRoster = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  establishment: "ciusss-estrie-chus",
  idempotencyKey: `cle-${(keys += 1)}`,
  baseRevision: null,
  mode: "SUBMIT",
  rows: [aPartner("P-0001"), aPartner("P-0002")],
  withdrawn: [],
  ...changes,
});

/** The mutation with everything that its result holds. */
export const pushRosterMutation = `mutation ($input: PartnerRosterInput!) {
  pushPartnerRoster(input: $input) {
    status revision receipt pushedAt issueCount differenceCount
    counts { read created updated unchanged left withdrawn rejected }
    issues { rule severity code path row column message en: message(lang: EN) observed expected relatedPaths }
    difference { localId column yours current changedAt }
  }
}`;

/** What the mutation answers. */
export interface RosterAnswer {
  readonly pushPartnerRoster: {
    readonly status: string;
    readonly revision: number | null;
    readonly receipt: string | null;
    readonly pushedAt: string | null;
    readonly issueCount: number;
    readonly differenceCount: number;
    readonly counts: Record<string, number>;
    readonly issues: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly code: string;
      readonly path: string;
      readonly row: number | null;
      readonly column: string | null;
      readonly message: string;
      readonly en: string;
      readonly observed: string | null;
      readonly expected: string | null;
      readonly relatedPaths: readonly string[];
    }[];
    readonly difference: readonly Record<string, string | null>[];
  };
}

export const estrie = anEstablishmentPrincipal("ciusss-estrie-chus");
export const chum = anEstablishmentPrincipal("chum");

/** A hub that takes rosters, with a clock that tests set. */
export interface RosterHub {
  readonly database: TestDatabase;
  readonly ask: Ask;
  readonly hidden: unknown[];
  /** The statements sent so far. */
  readonly statements: string[];
  setClock(now: Date): void;
  /** Sends the input as it is. */
  send(input: object, principal?: typeof estrie): ReturnType<typeof sent>;
  /** Sends a push that is expected to be answered, not refused. */
  push(
    changes?: Record<string, unknown>,
    principal?: typeof estrie,
  ): Promise<RosterAnswer["pushPartnerRoster"]>;
  /** Every row of every table of the hub that a push could write to, as one text. */
  everything(): Promise<string>;
  /** Runs what must write nothing, and makes sure of it. */
  writingNothing<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Takes back what tests pushed. */
  forget(): Promise<void>;
}

const sent = (ask: Ask, input: object, principal: typeof estrie) =>
  ask<RosterAnswer>(pushRosterMutation, { input }, principal);

/** Starts a hub that has no roster yet, on a database of its own. */
export async function aRosterHub(): Promise<RosterHub> {
  const database = await aDatabase("reference");
  let now = testDay;
  const { ask, hidden, statements } = aSubgraph(partners, database, () => now);
  const everything = async (): Promise<string> => {
    const tables = await database.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    const [rows] = await database.query<{ all: string }>(
      `SELECT concat_ws(E'\\n', ${tables.map(({ name }) => `(SELECT string_agg(t::text, E'\\n' ORDER BY t::text) FROM ${name} AS t)`).join(", ")}) AS all`,
    );
    return rows?.all ?? "";
  };
  return {
    database,
    ask,
    hidden,
    statements,
    everything,
    setClock: (instant) => {
      now = instant;
    },
    send: (input, principal = estrie) => sent(ask, input, principal),
    async push(changes = {}, principal = estrie) {
      const { data, errors } = await sent(ask, aRoster(changes), principal);
      expect({ errors, hidden }).toEqual({ errors: undefined, hidden: [] });
      return data!.pushPartnerRoster;
    },
    async writingNothing(work) {
      const before = await everything();
      const result = await work();
      expect(await everything()).toBe(before);
      return result;
    },
    async forget() {
      now = testDay;
      await database.query(`
        SET session_replication_role = replica;
        TRUNCATE partners.withdrawal, partners.roster_row, partners.roster_revision, partners.roster_salt,
          partners.engagement, partners.partner`);
    },
  };
}
