import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asRole } from "../harness/as-role.js";
import { aDatabase, type TestDatabase } from "../harness/database.js";
import { otherClock } from "../../subgraphs/shared/server-clock.js";

/*
 * Somebody who found a way to send SQL in a caller's transaction can say anything of itself that a setting tells. What
 * it still cannot do is in these tests, on a database that keeps to the server's own clock, as a real one does.
 */
let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("demo");
  for (const schema of ["quality_indicators", "establishments"])
    await database.query(`DELETE FROM ${schema}.seed WHERE name = $1`, [otherClock]);
  await database.query(`UPDATE quality_indicators.campaign_window
    SET opens_at = now() - interval '30 days', closes_at = now() + interval '1 hour', lock_at = NULL
    WHERE campaign = '2025-2026'`);
});
afterAll(() => database.drop());

type Settings = Record<string, string>;
const denied = "42501";
const now = (): string => new Date().toISOString();
const sender = (establishment = "chum"): Settings => ({
  "hub.subject": `user:${establishment}`,
  "hub.scopes": "figures:write",
  "hub.establishment": establishment,
  "hub.now": now(),
});
const steward = (scopes: string, subject = "somebody"): Settings => ({
  "hub.subject": subject,
  "hub.scopes": scopes,
  "hub.now": now(),
});
const asSender = (settings: Settings, ...sql: string[]) =>
  asRole(database, "hub_establishment", settings, sql.join(";\n"));
const asSteward = (settings: Settings, ...sql: string[]) =>
  asRole(database, "hub_steward", settings, sql.join(";\n"));

const row = (table: string, values: Settings, from = ""): string =>
  `INSERT INTO ${table} (${Object.keys(values).join(", ")}) SELECT ${Object.values(values).join(", ")} ${from}`;
const instants = {
  now: "statement_timestamp()",
  "last year": "statement_timestamp() - interval '1 year'",
  "ten minutes ago": "statement_timestamp() - interval '10 minutes'",
  "in ten minutes": "statement_timestamp() + interval '10 minutes'",
};

// In the demonstration the office of the chum is approved, that of Estrie has sent nothing.
const approved = "establishment = 'chum' AND campaign = '2025-2026'";
const advance = `UPDATE quality_indicators.submission SET state = 'SUBMITTED', current_revision = current_revision + 1 WHERE ${approved}`;
const revision = (at: string = instants.now, changes: Settings = {}): string =>
  row(
    "quality_indicators.submission_revision",
    {
      submission: "id",
      revision: "current_revision",
      responses: "'[]'",
      submitted_by: "'user:chum'",
      submitted_at: at,
      mode: "'SUBMIT'",
      synthetic: "true",
      payload_hash: "''",
      content_hash: "'hash'",
      ...changes,
    },
    `FROM quality_indicators.submission WHERE ${approved}`,
  );

describe("the time that callers tell", () => {
  const definition = `UPDATE quality_indicators_published.indicator SET version = version + 1, planted = false
    WHERE code = (SELECT min(code) FROM quality_indicators_published.indicator)`;

  it.each([
    ["-infinity", denied],
    ["infinity", denied],
    ["1999-01-01", denied],
    [new Date(Date.now() - 10 * 60_000).toISOString(), denied],
    [new Date(Date.now() + 10 * 60_000).toISOString(), denied],
    ["yesterday", denied],
    ["not a date", "22007"],
    ["", 1],
    [now(), 1],
  ])("cannot date the history of a definition: hub.now « %s »", async (said, expected) => {
    const settings = { ...steward("steward:publish"), "hub.now": said };
    expect(await asSteward(settings, definition)).toBe(expected);
  });

  it("cannot date the history of the repertoire", async () => {
    const add = row("establishments.added_resource", {
      code: "'nouvelle'",
      state: "'PUBLISHED'",
      kind: "'TOOL'",
      type: "'SURVEY'",
      title: `'{"fr": "Sondage"}'`,
      description: `'{"fr": "Dix questions."}'`,
      language: "'fr'",
      licence: "'UNSTATED'",
      evaluation_status: "'NOT_STATED'",
      search: "'sondage'",
      synthetic: "true",
      added_by: "'somebody'",
      added_at: instants.now,
      decided_by: "'somebody'",
      decided_at: instants.now,
    });
    const collects = steward("steward:collect");
    expect(await asSteward(collects, add)).toBe(1);
    expect(await asSteward({ ...collects, "hub.now": "1999-01-01" }, add)).toBe(denied);
  });

  const withdrawalOf = row("quality_indicators.vintage_withdrawal", {
    vintage: "'2024.1'",
    asked_by: "'somebody'",
    asked_at: "$at",
    answers_for_privacy: "false",
    reason: "'Erreur.'",
  });
  const written: Record<string, (at: string) => Promise<number | string>> = {
    "a revision": (at) => asSender(sender(), advance, revision(at)),
    "an approval": (at) =>
      asSteward(
        steward("steward:collect"),
        `UPDATE quality_indicators.submission SET state = 'APPROVED', approved_revision = current_revision,
           approved_by = 'somebody', approved_at = ${at} WHERE id = (
             SELECT submission FROM quality_indicators.submission_revision JOIN quality_indicators.submission ON id = submission
             WHERE state = 'SUBMITTED' AND submitted_at < now() - interval '1 year' LIMIT 1)`,
      ),
    "a call for the withdrawal of a vintage": (at) =>
      asSteward(steward("steward:publish"), withdrawalOf.replace("$at", at)),
    "a declaration of progress": (at) =>
      asSteward(
        steward("steward:collect"),
        row(
          "quality_indicators_published.recommendation_progress",
          {
            recommendation: "code",
            number: "1",
            status: "'NOT_STARTED'",
            linked_indicators: "'{}'",
            date: "'2020-01-01'",
            declared_at: at,
            synthetic: "true",
          },
          "FROM quality_indicators_published.recommendation LIMIT 1",
        ),
      ),
    "a record of co-construction": (at) =>
      asSteward(
        steward("steward:publish"),
        row(
          "quality_indicators_published.co_construction",
          {
            indicator: "code",
            number: "1",
            stage: "'TEST'",
            degree: "'PARTNERSHIP'",
            leadership: "'CO_LED'",
            partners_withheld: "'NOT_STATED'",
            profiles: "'{}'",
            date: "'2020-01-01'",
            evidence: `'{"fr": "Procès-verbal."}'`,
            recorded_at: at,
            synthetic: "true",
          },
          "FROM quality_indicators_published.indicator LIMIT 1",
        ),
      ),
    "a comment on a figure": (at) =>
      asSender(
        sender(),
        row(
          "quality_indicators.figure_comment",
          {
            ...{ establishment: "'chum'", indicator: "'IQP-06'", campaign: "'2024'", level: "'PROVINCE'" },
            ...{
              area: "'QC'",
              text: "'Un mot.'",
              written_by: "'user:chum'",
              written_at: at,
              synthetic: "true",
            },
            ...{ idempotency_key: "'a-key'", payload_hash: "'x'" },
          },
          "",
        ),
      ),
    "a reuse of a resource": (at) =>
      asSender(
        sender(),
        row(
          "establishments.resource_reuse",
          { resource: "code", establishment: "'chum'", told_by: "'user:chum'", told_at: at },
          "FROM establishments_published.shared_resource WHERE establishment IS DISTINCT FROM 'chum' LIMIT 1",
        ),
      ),
  };
  beforeAll(async () => {
    // One that waits for an approval, sent so long ago that every instant tried comes after.
    await database.query(`SET session_replication_role = replica;
      UPDATE quality_indicators.submission SET state = 'SUBMITTED', approved_revision = NULL, approved_by = NULL, approved_at = NULL
        WHERE establishment = 'icm' AND campaign = '2025-2026';
      UPDATE quality_indicators.submission_revision SET submitted_at = now() - interval '2 years'
        WHERE submission IN (SELECT id FROM quality_indicators.submission WHERE establishment IN ('icm', 'chum') AND campaign = '2025-2026')`);
  });

  it.each(Object.keys(written))("is the server's, within five minutes: %s", async (what) => {
    const seen: Settings = {};
    for (const [name, at] of Object.entries(instants)) seen[name] = String(await written[what]!(at));
    expect(seen).toEqual({
      now: "1",
      "last year": denied,
      "ten minutes ago": denied,
      "in ten minutes": denied,
    });
  });

  it("is given free by no caller", async () => {
    const free = `INSERT INTO quality_indicators.seed (name, fingerprint) VALUES ('${otherClock}', '')`;
    for (const role of ["hub_public", "hub_researcher", "hub_establishment", "hub_steward"] as const)
      expect(await asRole(database, role, steward("steward:collect"), free)).toBe(denied);
  });
});

describe("a campaign that takes no figures", () => {
  const during = async (plan: string, work: () => Promise<void>): Promise<void> => {
    const former =
      "opens_at = now() - interval '30 days', closes_at = now() + interval '1 hour', lock_at = NULL";
    const set = (changes: string) =>
      database.query(`UPDATE quality_indicators.campaign_window SET ${changes} WHERE campaign = '2025-2026'`);
    await set(plan);
    await work().finally(() => set(former));
  };
  const first = (establishment: string): string =>
    row(
      "quality_indicators.submission",
      {
        campaign: "campaign",
        office: "office",
        establishment: "establishment",
        state: "'DRAFT'",
        current_revision: "1",
      },
      `FROM quality_indicators.frame WHERE campaign = '2025-2026' AND establishment = '${establishment}'`,
    );
  const push = () => asSender(sender(), advance, revision());
  const firstPush = () => asSender(sender("ciusss-estrie-chus"), first("ciusss-estrie-chus"));
  const onBehalf = () => asSteward(steward("steward:collect"), first("ciusss-estrie-chus"));
  const all = async () => [await push(), await firstPush(), await onBehalf()];

  it("is refused in SQL too before its opening and after its lock, to offices and to who sends on their behalf", async () => {
    expect(await all()).toEqual([1, 1, 1]);
    const locked = "closes_at = now() - interval '2 hours', lock_at = now() - interval '1 hour'";
    for (const plan of [
      locked,
      "closes_at = now() - interval '1 hour'",
      "opens_at = now() + interval '30 minutes'",
      "opens_at = NULL, closes_at = NULL",
    ])
      await during(plan, async () => expect([plan, await all()]).toEqual([plan, [denied, denied, denied]]));
    await during("closes_at = now() - interval '2 hours', lock_at = now() + interval '1 hour'", async () =>
      expect(await all()).toEqual([1, 1, 1]),
    );
  });

  it("is not opened again by a caller that sets its own clock back", async () => {
    await during("closes_at = now() - interval '1 day'", async () => {
      const past = new Date(Date.now() - 2 * 86_400_000).toISOString();
      expect(await asSender({ ...sender(), "hub.now": past }, advance, revision())).toBe(denied);
    });
  });

  it("takes those of an office with an exception, until it ends, and of no other", async () => {
    await during("closes_at = now() - interval '1 day'", async () => {
      const exception = (office: string, ends: string) =>
        database.query(`INSERT INTO quality_indicators.lock_exception
          (campaign, office, establishment, ends_at, reason, granted_by, granted_at)
          SELECT campaign, office, establishment, ${ends}, 'Panne.', 'x', now() - interval '10 hours'
          FROM quality_indicators.frame WHERE campaign = '2025-2026' AND establishment = '${office}'`);
      await exception("chum", "now() - interval '1 hour'");
      expect(await all()).toEqual([denied, denied, denied]);
      await exception("chum", "now() + interval '1 hour'");
      expect(await all()).toEqual([1, denied, denied]);
      await database.query("DELETE FROM quality_indicators.lock_exception");
    });
  });
});

describe("what the audit is told", () => {
  const event = (values: Settings, from = ""): string =>
    row(
      "quality_indicators.audit_entry",
      { chain: "'HUB'", event: "''", actor: "'somebody'", at: instants.now, ...values },
      from,
    );
  const ofChum = `FROM quality_indicators.submission JOIN quality_indicators.submission_revision
    ON submission = id AND revision = current_revision WHERE ${approved}`;
  const ofSubmission = (name: string, changes: Settings = {}): string =>
    event(
      {
        chain: "establishment",
        event: `'${name}'`,
        submission: "id",
        revision: "current_revision",
        after_hash: "content_hash",
        ...changes,
      },
      ofChum,
    );
  const collector = () => steward("steward:collect");

  it("is nothing that did not happen: no approval, return, withdrawal or publication without its rows", async () => {
    for (const name of [
      "APPROVED",
      "RETURNED",
      "UNAPPROVED",
      "WITHDRAWN",
      "CREATED",
      "REVISED",
      "VALIDATED",
      "CORRECTED",
    ])
      expect([name, await asSteward(collector(), ofSubmission(name))]).toEqual([name, denied]);
    const publisher = steward("steward:publish");
    const published = { vintage: "'2024.1'" };
    expect(await asSteward(publisher, ofSubmission("PUBLISHED", published))).toBe(denied);
    expect(
      await asSteward(publisher, event({ event: "'PUBLISHED'", subject: "'2024.1'", ...published })),
    ).toBe(denied);
    for (const name of ["CREATED", "REVISED", "VALIDATED", "CORRECTED", "WITHDRAWN"])
      expect([name, await asSender(sender(), ofSubmission(name, { actor: "'user:chum'" }))]).toEqual([
        name,
        denied,
      ]);
  });

  it("is nothing of the hub that did not happen either", async () => {
    const both = steward("steward:collect steward:publish steward:privacy");
    for (const [name, subject] of [
      ["CAMPAIGN_OPENED", "2024"],
      ["INDICATOR_DEFINED", "IQP-01"],
      ["CO_CONSTRUCTION_RECORDED", "IQP-01"],
      ["PROGRESS_DECLARED", "P10"],
      ["VINTAGE_WITHDRAWAL_ASKED", "2024.1"],
      ["VINTAGE_WITHDRAWN", "2024.1"],
      ["LOCK_EXCEPTION", "2024"],
      ["REMINDED", "2024"],
    ])
      expect([
        name,
        await asSteward(
          both,
          event({ event: `'${name}'`, subject: `'${subject}'`, vintage: `'${subject}'`, reason: "'x'" }),
        ),
      ]).toEqual([name, denied]);
  });

  const approve = (by = "somebody") =>
    `UPDATE quality_indicators.submission SET state = 'APPROVED', approved_revision = current_revision,
       approved_by = '${by}', approved_at = ${instants.now} WHERE establishment = 'icm' AND campaign = '2025-2026'`;
  const approval = (changes: Settings = {}) =>
    event(
      {
        chain: "establishment",
        event: "'APPROVED'",
        submission: "id",
        revision: "current_revision",
        after_hash: "content_hash",
        at: "approved_at",
        ...changes,
      },
      `FROM quality_indicators.submission JOIN quality_indicators.submission_revision
        ON submission = id AND revision = current_revision WHERE establishment = 'icm' AND campaign = '2025-2026'`,
    );

  it("is an approval by who gave it, of that revision and instant, beside the row, in the same transaction", async () => {
    expect(await asSteward(collector(), approve(), approval())).toBe(1);
    for (const forged of [
      { at: instants.now + " - interval '1 minute'" },
      { revision: "current_revision + 1" },
      { after_hash: "'another'" },
      { actor: "'another'" },
      { chain: "'HUB'" },
      { chain: "'chum'" },
      { event: "'UNAPPROVED'" },
    ])
      expect([forged, await asSteward(collector(), approve(), approval(forged))]).toEqual([
        forged,
        "chain" in forged ? expect.stringMatching(/^(42501|23503)$/) : denied,
      ]);
    await database.query(`SET session_replication_role = replica; ${approve()}`);
    // The row stands, by the same person: told again later, the event has no evidence of its own.
    expect(await asSteward(collector(), approval())).toBe(denied);
  });

  it("is no approval by who sent the figures, nor by who does not collect", async () => {
    const [sent] = await database.query<{ by: string }>(`SELECT submitted_by AS by ${ofChum}`);
    const own = steward("steward:collect", sent!.by);
    const step = `UPDATE quality_indicators.submission SET state = 'APPROVED', approved_revision = current_revision,
      approved_by = '${sent!.by}', approved_at = ${instants.now} WHERE ${approved}`;
    await database.query(`SET session_replication_role = replica;
      UPDATE quality_indicators.submission SET state = 'SUBMITTED', approved_revision = NULL, approved_by = NULL, approved_at = NULL WHERE ${approved}`);
    expect(
      await asSteward(own, step, ofSubmission("APPROVED", { actor: `'${sent!.by}'`, at: "approved_at" })),
    ).toBe(denied);
    expect(await asSteward(own, ofSubmission("APPROVED", { actor: `'${sent!.by}'` }))).toBe(denied);
    for (const scope of ["steward:publish", "steward:privacy"])
      expect(await asSteward(steward(scope), approve(), approval())).toBe(denied);
  });

  it("is what a push wrote, once the push is there", async () => {
    const at = "submitted_at";
    const told = (changes: Settings = {}) =>
      ofSubmission("REVISED", { actor: "'user:chum'", at, ...changes });
    expect(await asSender(sender(), advance, revision(), told())).toBe(1);
    expect(await asSender(sender(), advance, revision(), told({ event: "'VALIDATED'" }))).toBe(1);
    expect(await asSender(sender(), advance, revision(), told({ event: "'CREATED'" }))).toBe(denied);
    expect(await asSender(sender(), advance, revision(), told({ revision: "1" }))).toBe(denied);
    expect(await asSender(sender(), advance, revision(), told({ after_hash: "'another'" }))).toBe(denied);
    expect(await asSender(sender(), advance, revision(), told({ actor: "'user:icm'" }))).toBe(denied);
  });

  it("is in the chain of the hub what is the hub's, and in no chain of an invented name", async () => {
    const declare = row("quality_indicators_published.recommendation_progress", {
      recommendation: "'P10'",
      number:
        "(SELECT COALESCE(max(number), 0) + 1 FROM quality_indicators_published.recommendation_progress WHERE recommendation = 'P10')",
      status: "'NOT_STARTED'",
      linked_indicators: "'{}'",
      date: "'2020-01-01'",
      declared_at: instants.now,
      synthetic: "true",
    });
    const told = (chain: string) =>
      event(
        { chain: `'${chain}'`, event: "'PROGRESS_DECLARED'", subject: "'P10'", at: "declared_at" },
        "FROM quality_indicators_published.recommendation_progress WHERE recommendation = 'P10' ORDER BY number DESC LIMIT 1",
      );
    expect(await asSteward(collector(), declare, told("HUB"))).toBe(1);
    for (const chain of ["chum", "busy", "HUB2", "hub"])
      expect([chain, await asSteward(collector(), declare, told(chain))]).toEqual([chain, denied]);
  });
});
