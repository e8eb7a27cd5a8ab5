import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asRole } from "../../../test/harness/as-role.js";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";

const denied = "42501";
const own = "quality_indicators";
const mine = "11111111-1111-4111-8111-111111111111";
const theirs = "22222222-2222-4222-8222-222222222222";

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase("demo");
  for (const [id, establishment] of [
    [mine, "ciusss-estrie-chus"],
    [theirs, "chum"],
  ])
    await database.query(
      comment({ id: `'${id}'`, establishment: `'${establishment}'`, idempotency_key: "'planted'" }),
    );
});
afterAll(() => database.drop());

type Values = Readonly<Record<string, string>>;
const insert = (table: string, values: Values): string =>
  `INSERT INTO ${own}.${table} (${Object.keys(values).join(", ")}) VALUES (${Object.values(values).join(", ")})`;
const comment = (changes: Values = {}): string =>
  insert("figure_comment", {
    establishment: "'ciusss-estrie-chus'",
    indicator: "'IQP-06'",
    campaign: "'2024'",
    level: "'PROVINCE'",
    area: "'QC'",
    text: "'Un mot.'",
    written_by: "'somebody'",
    written_at: "'2026-05-04T16:00:00Z'",
    synthetic: "true",
    idempotency_key: "'a-key'",
    payload_hash: "'x'",
    ...changes,
  });
const outcome = (changes: Values = {}): string =>
  insert("figure_comment_outcome", {
    comment: `'${mine}'`,
    establishment: "'ciusss-estrie-chus'",
    state: "'WITHDRAWN'",
    decided_by: "'somebody'",
    decided_at: "'2026-05-04T16:00:00Z'",
    ...changes,
  });
const answer = { state: "'ANSWERED'", answer: "'Merci.'" };
const sender = (establishment = "ciusss-estrie-chus") => ({
  "hub.establishment": establishment,
  "hub.subject": "somebody",
});
const steward = (scopes: string) => ({ "hub.scopes": scopes, "hub.subject": "somebody" });
const asSender = (sql: string, settings: Values = sender()) =>
  asRole(database, "hub_establishment", { ...settings }, sql);
const asSteward = (scopes: string, sql: string) => asRole(database, "hub_steward", steward(scopes), sql);

describe("the table of comments, asked directly", () => {
  it("takes what an establishment says in its own name of a figure that is out, and nothing else", async () => {
    expect(await asSender(comment())).toBe(1);
    for (const settings of [{}, sender("chum"), { "hub.establishment": "ciusss-estrie-chus" }])
      expect(await asSender(comment(), settings)).toBe(denied);
    for (const changes of [
      { written_by: "'another'" },
      { synthetic: "false" },
      { indicator: "'IQP-99'" },
      { area: "'RSS-05'" },
      { level: "'HEALTH_REGION'" },
      { category: "'A_LOT'" },
      { campaign: "'2025-2026'" },
      { vintage: "(SELECT min(code) FROM quality_indicators_published.vintage)", area: "'RSS-99'" },
    ])
      expect([changes, await asSender(comment(changes))]).toEqual([changes, denied]);
    for (const changes of [{ text: "' '" }, { text: "repeat('x', 2001)" }, { language: "'DE'" }])
      expect([changes, await asSender(comment(changes))]).toEqual([changes, "23514"]);
    expect(await asSender(comment({ id: "gen_random_uuid()" }))).toBe(denied);
    expect(await asSteward("steward:publish", comment())).toBe(denied);
  });

  it("gives an establishment its own rows, stewards all but who wrote them, and nobody else any", async () => {
    const all = `SELECT id FROM ${own}.figure_comment`;
    expect([await asSender(all), await asSender(all, sender("chum")), await asSender(all, {})]).toEqual([
      1, 1, 0,
    ]);
    expect(await asSender(`${all} WHERE id = '${theirs}'`)).toBe(0);
    for (const scope of ["steward:collect", "steward:publish", "steward:privacy"])
      expect(await asSteward(scope, all)).toBe(2);
    expect(await asSteward("", all)).toBe(0);
    for (const column of ["written_by", "idempotency_key", "payload_hash"])
      expect(await asSteward("steward:publish", `SELECT ${column} FROM ${own}.figure_comment`)).toBe(denied);
    for (const role of ["hub_public", "hub_researcher"] as const)
      expect(await asRole(database, role, { ...sender(), ...steward("steward:publish") }, all)).toBe(denied);
  });

  it("is withdrawn from by its author's establishment alone, and answered by who publishes alone", async () => {
    expect(await asSender(outcome())).toBe(1);
    expect(await asSteward("steward:publish", outcome(answer))).toBe(1);
    expect(await asSender(outcome(), sender("chum"))).toBe(denied);
    // As one's own, it is not there.
    const disguised = { establishment: "'chum'" };
    expect(await asSender(outcome(disguised), sender("chum"))).toBe("23503");
    expect(await asSender(outcome({ decided_by: "'another'" }))).toBe(denied);
    expect(await asSender(outcome(answer))).toBe(denied);
    expect(await asSender(outcome({ state: "'ANSWERED'" }))).toBe(denied);
    expect(await asSteward("steward:publish", outcome())).toBe(denied);
    for (const scope of ["steward:collect", "steward:privacy", ""])
      expect(await asSteward(scope, outcome(answer))).toBe(denied);
  });

  it("has one outcome a comment, and nothing is ever rewritten or removed", async () => {
    expect(await asSteward("steward:publish", `${outcome(answer)}; ${outcome(answer)}`)).toBe("23505");
    for (const table of ["figure_comment", "figure_comment_outcome"])
      for (const change of [
        `UPDATE ${own}.${table} SET establishment = 'chum'`,
        `DELETE FROM ${own}.${table}`,
        `TRUNCATE ${own}.${table}`,
      ]) {
        expect([change, await asSender(change)]).toEqual([change, denied]);
        expect([change, await asSteward("steward:publish", change)]).toEqual([change, denied]);
      }
  });

  it("tells the audit of what this very transaction wrote, in the chain of its establishment", async () => {
    const told = (event: string, changes: Values = {}): string =>
      insert("audit_entry", {
        chain: "'ciusss-estrie-chus'",
        event: `'${event}'`,
        subject: `'${mine}'`,
        actor: "'somebody'",
        at: "'2026-05-04T16:00:00Z'",
        ...changes,
      });
    const withdrawn = told("FIGURE_COMMENT_WITHDRAWN");
    expect(await asSender(`${outcome()}; ${withdrawn}`)).toBe(1);
    expect(await asSender(withdrawn)).toBe(denied);
    expect(await asSender(told("FIGURE_COMMENTED"))).toBe(denied);
    expect(await asSender(`${outcome()}; ${told("FIGURE_COMMENT_ANSWERED")}`)).toBe(denied);
    const answered = told("FIGURE_COMMENT_ANSWERED");
    expect(await asSteward("steward:publish", `${outcome(answer)}; ${answered}`)).toBe(1);
    expect(await asSteward("steward:publish", answered)).toBe(denied);
    const elsewhere = told("FIGURE_COMMENT_ANSWERED", { chain: "'HUB'" });
    expect(await asSteward("steward:publish", `${outcome(answer)}; ${elsewhere}`)).toBe(denied);
    expect(await asSteward("steward:collect", answered)).toBe(denied);
  });
});
