import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeUnwitnessedEvents } from "../audit/testing/unwitnessed.js";
import { asRole } from "./testing/as-role.js";
import { aCollection, type Collection } from "./testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
  await hub.push();
});
afterAll(() => hub.database.drop());

const denied = "42501";
const missingReference = "23503";
const asSender = (sql: string, establishment = "chum") =>
  asRole(
    hub.database,
    "hub_establishment",
    {
      "hub.subject": `user:${establishment}`,
      "hub.scopes": "figures:write",
      "hub.establishment": establishment,
    },
    sql,
  );
const asSteward = (scope: string, sql: string) =>
  asRole(hub.database, "hub_steward", { "hub.subject": "somebody", "hub.scopes": scope }, sql);

// In the demonstration: one sent and not yet approved, one approved, one published.
const waiting = "establishment = 'ciusss-estrie-chus' AND campaign = '2025-2026'";
const approved = "establishment = 'chum' AND campaign = '2025-2026'";
const published = "establishment = 'chum' AND campaign = '2024'";
const set = (changes: string, of: string) =>
  `UPDATE quality_indicators.submission SET ${changes} WHERE ${of}`;

describe("the push of an establishment", () => {
  const move = (state = "SUBMITTED", by = 1, of = approved) =>
    set(`state = '${state}', current_revision = current_revision + ${by}`, of);
  const revision = (changes: Record<string, string> = {}, of = approved) => {
    const row = {
      submission: "id",
      revision: "2",
      responses: "'[]'",
      submitted_by: "'user:chum'",
      submitted_at: "'2026-05-05'",
      mode: "'SUBMIT'",
      synthetic: "true",
      payload_hash: "''",
      content_hash: "''",
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
  const during2024 = "SELECT set_config('hub.now', '2024-03-01', true)";

  it.each([
    ["moves on by one revision and adds it", all(move(), revision())],
    ["starts a draft", all(move("DRAFT"), revision({ mode: "'DRAFT'" }))],
    ["withdraws what is published", set("state = 'WITHDRAWN'", published)],
    ["corrects what is published", all(during2024, move("SUBMITTED", 1, published), revision({}, published))],
  ])("%s", async (_title, sql) => {
    expect(await asSender(sql)).toBe(1);
    expect(await asSender(all(sql, atTheEnd))).toBe(0);
  });

  it.each([
    ["withdraws what is published in a new revision", move("WITHDRAWN", 1, published)],
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

  it("refuses a revision added to what waits for an approval already", async () => {
    const sender = "ciusss-estrie-chus";
    const mine = revision({ submitted_by: `'user:${sender}'` }, waiting);
    expect(await asSender(all(move("SUBMITTED", 1, waiting), mine), sender)).toBe(1);
    expect(await asSender(mine, sender)).toBe(denied);
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
  await takeUnwitnessedEvents(hub.database);
  const event = (actor: string, name: string, number = "", value = "") =>
    `INSERT INTO quality_indicators.audit_entry (${number}chain, submission, event, revision, actor, at)
     SELECT ${value}establishment, id, '${name}', 1, '${actor}', now() FROM quality_indicators.submission WHERE ${approved}`;
  const numbered = ["sequence, ", "1, "] as const;
  expect(await asSender(event("user:chum", "REVISED"))).toBe(1);
  expect(await asSender(event("user:icm", "REVISED"))).toBe(denied);
  expect(await asSender(event("user:chum", "APPROVED"))).toBe(denied);
  expect(await asSender(event("user:chum", "REVISED", ...numbered))).toBe(denied);
  expect(await asSteward("steward:collect", event("somebody", "APPROVED"))).toBe(1);
  expect(await asSteward("steward:collect", event("another", "APPROVED"))).toBe(denied);
  expect(await asSteward("steward:collect", event("somebody", "PUBLISHED"))).toBe(denied);
  expect(await asSteward("steward:collect", event("somebody", "APPROVED", ...numbered))).toBe(denied);
  expect(await asSteward("steward:publish", event("somebody", "APPROVED"))).toBe(denied);
});
