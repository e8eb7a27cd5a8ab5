import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { aSteward } from "../../../test/harness/subgraph.js";
import { asRole } from "./testing/as-role.js";
import { aCollection, type Collection } from "./testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
  await hub.push();
});
afterAll(() => hub.database.drop());

type Settings = Record<string, string>;
const denied = "42501";
const missingReference = "23503";
const withScopes = (scopes: string, subject = "somebody"): Settings => ({
  "hub.subject": subject,
  "hub.scopes": scopes,
});
const collector = withScopes("steward:collect");
const publisher = withScopes("steward:publish");
const asSteward = (settings: Settings, sql: string) => asRole(hub.database, "hub_steward", settings, sql);
const asSender = (sql: string, establishment = "chum") =>
  asRole(
    hub.database,
    "hub_establishment",
    { ...withScopes("figures:write", `user:${establishment}`), "hub.establishment": establishment },
    sql,
  );

// In the demonstration: one sent and not yet approved, one approved by steward:collect, one published.
const waiting = "establishment = 'ciusss-estrie-chus' AND campaign = '2025-2026'";
const approved = "establishment = 'chum' AND campaign = '2025-2026'";
const published = "establishment = 'chum' AND campaign = '2024'";
const set = (changes: string, of: string) =>
  `UPDATE quality_indicators.submission SET ${changes} WHERE ${of}`;

describe("what is published", () => {
  const vintage =
    "INSERT INTO quality_indicators_published.vintage (code, campaign, number, published_at, reason) VALUES ('2024.9', '2024', 9, now(), '{}')";
  const columns =
    "vintage, indicator, indicator_version, campaign, level, area, unit, basis, status, origin, provenance, period";
  const observation = `INSERT INTO quality_indicators_published.observation (${columns})
    SELECT ${columns} FROM quality_indicators_published.observation LIMIT 1`;

  it.each(["hub_public", "hub_researcher", "hub_establishment", "hub_steward"] as const)(
    "is read by %s without any setting, and rewritten or removed by nobody",
    async (role) => {
      for (const table of ["vintage", "observation"]) {
        const name = `quality_indicators_published.${table}`;
        expect(await asRole(hub.database, role, {}, `SELECT FROM ${name}`)).toBeGreaterThan(0);
        for (const change of [`UPDATE ${name} SET campaign = 'x'`, `DELETE FROM ${name}`, `TRUNCATE ${name}`])
          expect([change, await asRole(hub.database, role, publisher, change)]).toEqual([change, denied]);
      }
    },
  );

  it.each([
    ["nobody", {}, denied],
    ["a scope without a person", { "hub.scopes": "steward:publish" }, denied],
    ["a person without a scope", { "hub.subject": "somebody" }, denied],
    ["who collects", collector, denied],
    ["who says to be planting seeds", { ...collector, "hub.seeding": "on" }, denied],
    ["who publishes", publisher, 1],
  ] as const)("asked by %s to add a vintage and a row", async (_who, settings, expected) => {
    expect(await asSteward(settings, vintage)).toBe(expected);
    expect(await asSteward(settings, observation)).toBe(expected);
  });

  it.each([
    ["nobody", {}, 0],
    ["a scope without a person", { "hub.scopes": "steward:publish" }, 0],
    ["who collects", collector, 0],
    ["who publishes", publisher, 1],
  ] as const)("asked by %s to withdraw a vintage", async (_who, settings, expected) => {
    const withdraw =
      "UPDATE quality_indicators_published.vintage SET status = 'WITHDRAWN', withdrawn_at = now() WHERE code = '2024.1'";
    expect(await asSteward(settings, withdraw)).toBe(expected);
  });
});

describe("the steps of a steward", () => {
  const approval = (changes: Settings = {}) =>
    Object.entries({
      state: "'APPROVED'",
      approved_revision: "current_revision",
      approved_by: "'somebody'",
      approved_at: "'2026-05-05'",
      ...changes,
    })
      .map((change) => change.join(" = "))
      .join(", ");
  const publication = "state = 'PUBLISHED', published_revision = approved_revision";

  it.each<[string, Settings, string]>([
    ["approves what another person sent", collector, set(approval(), waiting)],
    ["returns what was sent", collector, set("state = 'RETURNED'", waiting)],
    ["publishes what another person approved", publisher, set(publication, approved)],
    ["publishes it again in a later vintage", publisher, set(publication, published)],
  ])("%s", async (_title, settings, sql) => {
    expect(await asSteward(settings, sql)).toBe(1);
  });

  it.each<[string, Settings, string]>([
    ["approves without the scope to collect", publisher, set(approval(), waiting)],
    ["approves without a name", { "hub.scopes": "steward:collect" }, set(approval(), waiting)],
    ["approves in another's name", collector, set(approval({ approved_by: "'another'" }), waiting)],
    [
      "approves in another's name with both scopes",
      withScopes("steward:collect steward:publish"),
      set(approval({ approved_by: "'another'", published_revision: "1" }), waiting),
    ],
    [
      "approves what the same person sent",
      withScopes("steward:collect", "user:ciusss-estrie-chus"),
      set(approval({ approved_by: "'user:ciusss-estrie-chus'" }), waiting),
    ],
    ["approves another revision", collector, set(approval({ approved_revision: "0" }), waiting)],
    ["approves before it was sent", collector, set(approval({ approved_at: "'2026-05-03'" }), waiting)],
    ["approves and publishes at once", collector, set(approval({ published_revision: "1" }), waiting)],
    ["approves again in one's own name", collector, set(approval(), approved)],
    ["approves again what is published", collector, set(approval(), published)],
    [
      "takes an approval back",
      collector,
      set("state = 'RETURNED', approved_revision = NULL, approved_by = NULL, approved_at = NULL", approved),
    ],
    ["returns what is approved", collector, set("state = 'RETURNED'", approved)],
    ["returns what is published", collector, set("state = 'RETURNED'", published)],
    ["returns and publishes at once", collector, set("state = 'RETURNED', published_revision = 1", waiting)],
    ["returns without the scope to collect", publisher, set("state = 'RETURNED'", waiting)],
    ["returns without a name", { "hub.scopes": "steward:collect" }, set("state = 'RETURNED'", waiting)],
    ["publishes with the scope to collect", collector, set(publication, approved)],
    [
      "publishes what the same person approved",
      withScopes("steward:publish", "steward:collect"),
      set(publication, approved),
    ],
    ["publishes without a name", { "hub.scopes": "steward:publish" }, set(publication, approved)],
    [
      "publishes what nobody approved",
      publisher,
      set("state = 'PUBLISHED', published_revision = 1", waiting),
    ],
    ["publishes and leaves the state", publisher, set("published_revision = approved_revision", approved)],
    ["publishes another revision", publisher, set("state = 'PUBLISHED', published_revision = 0", approved)],
    ["publishes under another approver", publisher, set(`${publication}, approved_by = 'another'`, approved)],
    ["forgets a publication", publisher, set("published_revision = NULL", published)],
    ["sets a published submission back", publisher, set("state = 'APPROVED'", published)],
    ...["DRAFT", "SUBMITTED", "WITHDRAWN"].map((state): [string, Settings, string] => [
      `sets the state ${state}`,
      withScopes("steward:collect steward:publish"),
      set(`state = '${state}'`, published),
    ]),
  ])("refuses one who %s", async (_title, settings, sql) => {
    expect(await asSteward(settings, sql)).toBe(denied);
  });
});

describe("the push of an establishment", () => {
  const move = (state = "SUBMITTED", by = 1, of = approved) =>
    set(`state = '${state}', current_revision = current_revision + ${by}`, of);
  const revision = (changes: Settings = {}, of = approved) => {
    const row = {
      submission: "id",
      revision: "2",
      responses: "'[]'",
      submitted_by: "'user:chum'",
      submitted_at: "'2026-05-05'",
      mode: "'SUBMIT'",
      synthetic: "true",
      payload_hash: "''",
      receipt: "''",
      ...changes,
    };
    return `INSERT INTO quality_indicators.submission_revision (${Object.keys(row).join(", ")})
      SELECT ${Object.values(row).join(", ")} FROM quality_indicators.submission WHERE ${of}`;
  };
  const first = (values: string) =>
    `INSERT INTO quality_indicators.submission (campaign, office, establishment, state, current_revision)
     SELECT campaign, office, establishment, ${values} FROM quality_indicators.frame WHERE campaign = '2025-2026'`;
  const silent = async (): Promise<string> => {
    const [found] = await hub.database.query<{ establishment: string }>(
      `SELECT establishment FROM quality_indicators.frame LEFT JOIN quality_indicators.submission USING (campaign, office, establishment)
       WHERE campaign = '2025-2026' AND id IS NULL ORDER BY establishment LIMIT 1`,
    );
    return found!.establishment;
  };
  const atTheEnd = "SET CONSTRAINTS ALL IMMEDIATE";
  const all = (...statements: string[]) => statements.join(";\n");

  it.each([
    ["moves on by one revision and adds it", all(move(), revision())],
    ["starts a draft", all(move("DRAFT"), revision({ mode: "'DRAFT'" }))],
    ["corrects what is published", all(move("SUBMITTED", 1, published), revision({}, published))],
  ])("%s", async (_title, sql) => {
    expect(await asSender(sql)).toBe(1);
    expect(await asSender(all(sql, atTheEnd))).toBe(0);
  });

  it.each([
    ["withdraws what is published", set("state = 'WITHDRAWN'", published)],
    ["withdraws it in a new revision", move("WITHDRAWN", 1, published)],
    ["changes the state alone", set("state = 'SUBMITTED'", published)],
    ["jumps to revision 50", move("SUBMITTED", 49)],
    ["goes back a revision", move("SUBMITTED", -1)],
    ["adds a revision and does not move on", revision()],
    ["moves on and adds a later revision", all(move(), revision({ revision: "50" }))],
    ["moves on twice and adds one revision", all(move(), move(), revision({ revision: "3" }))],
    ["adds the same revision twice", all(move(), revision(), revision())],
    ["sends in another's name", all(move(), revision({ submitted_by: "'user:icm'" }))],
    ["dates a revision before the last one", all(move(), revision({ submitted_at: "'2020-01-01'" }))],
    ["takes made-up figures for real ones", all(move(), revision({ synthetic: "false" }))],
    ["submits a draft", all(move(), revision({ mode: "'DRAFT'" }))],
    ["drafts a submission", all(move("DRAFT"), revision())],
  ])("refuses one who %s", async (_title, sql) => {
    expect(await asSender(sql)).toBe(denied);
  });

  it("refuses at the end of the transaction a submission without its revision", async () => {
    expect(await asSender(all(move(), atTheEnd))).toBe(missingReference);
    expect(await asSender(first("'SUBMITTED', 1"), await silent())).toBe(1);
    expect(await asSender(all(first("'SUBMITTED', 1"), atTheEnd), await silent())).toBe(missingReference);
  });

  it.each(["'APPROVED', 1", "'PUBLISHED', 1", "'WITHDRAWN', 1", "'SUBMITTED', 2"])(
    "refuses a first push as %s",
    async (values) => {
      expect(await asSender(first(values), await silent())).toBe(denied);
    },
  );

  it("uses up a key only for a campaign that expects the office", async () => {
    const key = (campaign: string) =>
      `INSERT INTO quality_indicators.idempotency_key (campaign, office, establishment, key, payload_hash, result)
       SELECT ${campaign}, office, establishment, 'k', '', '{}' FROM quality_indicators.frame WHERE campaign = '2024' LIMIT 1`;
    expect(await asSender(key("campaign"))).toBe(1);
    expect(await asSender(key("'1999'"))).toBe(denied);
  });
});

it("lets nobody choose the place of an event in the history, or sign it for another", async () => {
  const event = (actor: string, name: string, number = "", value = "", overriding = "") =>
    `INSERT INTO quality_indicators.audit_entry (${number}submission, event, revision, actor, at) ${overriding}
     SELECT ${value}id, '${name}', 1, '${actor}', now() FROM quality_indicators.submission WHERE ${approved}`;
  const numbered = ["id, ", "-1, ", "OVERRIDING SYSTEM VALUE"] as const;
  expect(await asSender(event("user:chum", "REVISED"))).toBe(1);
  expect(await asSender(event("user:icm", "REVISED"))).toBe(denied);
  expect(await asSender(event("user:chum", "APPROVED"))).toBe(denied);
  expect(await asSender(event("user:chum", "REVISED", ...numbered))).toBe(denied);
  expect(await asSteward(collector, event("somebody", "APPROVED"))).toBe(1);
  expect(await asSteward(collector, event("another", "APPROVED"))).toBe(denied);
  expect(await asSteward(collector, event("somebody", "PUBLISHED"))).toBe(denied);
  expect(await asSteward(collector, event("somebody", "APPROVED", ...numbered))).toBe(denied);
  expect(await asSteward(publisher, event("somebody", "APPROVED"))).toBe(denied);
});

it("lets figures be sent, returned, sent again, approved, corrected and, while the correction waits, published", async () => {
  await hub.forget();
  const decide = async (mutation: string, scope: "steward:collect" | "steward:publish") => {
    const { errors } = await hub.ask(`mutation { ${mutation} }`, {}, aSteward(scope));
    expect({ errors, hidden: hub.hidden }).toEqual({ errors: undefined, hidden: [] });
  };
  const { id } = (await hub.push({ mode: "DRAFT" })).submission!;
  await hub.push({ baseRevision: 1 });
  await decide(`returnSubmission(id: "${id}", reason: "Vérifiez B6.") { state }`, "steward:collect");
  await hub.push({ baseRevision: 2 });
  await decide(`approveSubmission(id: "${id}") { state }`, "steward:collect");
  await hub.push({ baseRevision: 3, reason: "Une de plus." });
  await decide('publishCampaign(campaign: "2025-2026", reason: "Première") { vintage }', "steward:publish");
  const where = "SELECT * FROM quality_indicators.submission WHERE id = $1";
  expect(await hub.database.query(where, [id])).toEqual([
    expect.objectContaining({
      state: "SUBMITTED",
      current_revision: 4,
      approved_revision: 3,
      published_revision: 3,
    }),
  ]);
  await decide(`approveSubmission(id: "${id}") { state }`, "steward:collect");
  await decide('publishCampaign(campaign: "2025-2026", reason: "Correction") { vintage }', "steward:publish");
  expect(await hub.database.query(where, [id])).toEqual([
    expect.objectContaining({ state: "PUBLISHED", published_revision: 4 }),
  ]);
});
