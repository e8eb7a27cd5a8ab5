import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asRole } from "../../../test/harness/as-role.js";
import { aRepertoire, collector, estrie, type RepertoireHub } from "./testing/repertoire.js";

let hub: RepertoireHub;
let proposal: string;
let refused: string;
let published: string;
const boussole = "savoirs-experientiels-boussole";

beforeAll(async () => {
  hub = await aRepertoire();
  published = await hub.publish();
  ({ code: proposal } = await hub.add({ title: { fr: "Grille de recrutement" }, url: null }));
  ({ code: refused } = await hub.add({ title: { fr: "Affiche" }, url: null }));
  await hub.act("reviewSharedResource", `code: "${refused}", decision: REFUSE, reason: "Vide."`, collector);
  await hub.act("reuseSharedResource", `code: "${boussole}"`, estrie);
});
afterAll(() => hub.database.drop());

type Settings = Record<string, string>;
const denied = "42501";
const of = (establishment: string, subject = "somebody"): Settings => ({
  "hub.establishment": establishment,
  "hub.subject": subject,
  "hub.scopes": "figures:write",
});
const scoped = (scopes: string, subject = "somebody"): Settings => ({
  "hub.scopes": scopes,
  "hub.subject": subject,
});
const collects = scoped("steward:collect");
const asEstablishment = (settings: Settings, sql: string) =>
  asRole(hub.database, "hub_establishment", settings, sql);
const asSteward = (settings: Settings, sql: string) => asRole(hub.database, "hub_steward", settings, sql);

const row = (table: string, values: Settings): string =>
  `INSERT INTO ${table} (${Object.keys(values).join(", ")}) VALUES (${Object.values(values).join(", ")})`;
const resource = (changes: Settings = {}): string =>
  row("establishments.added_resource", {
    code: "'nouvelle'",
    establishment: "'chum'",
    state: "'PROPOSED'",
    kind: "'TOOL'",
    type: "'SURVEY'",
    title: `'{"fr": "Sondage"}'`,
    description: `'{"fr": "Dix questions."}'`,
    language: "'fr'",
    url: "'https://exemple.ca/sondage'",
    licence: "'UNSTATED'",
    evaluation_status: "'NOT_STATED'",
    search: "'sondage'",
    synthetic: "false",
    added_by: "'somebody'",
    added_at: "'2026-05-04'",
    ...changes,
  });
const atOnce = { state: "'PUBLISHED'", decided_by: "'somebody'", decided_at: "'2026-05-04'" };
const step = (changes: string, code: string): string =>
  `UPDATE establishments.added_resource SET ${changes} WHERE code = '${code}'`;
const publication = "state = 'PUBLISHED', decided_by = 'somebody', decided_at = now()";
const withdrawal =
  "state = 'WITHDRAWN', withdrawn_by = 'somebody', withdrawn_at = now(), withdrawal_reason = 'Périmé.'";
const reuse = (changes: Settings = {}): string =>
  row("establishments.resource_reuse", {
    resource: `'${boussole}'`,
    establishment: "'chum'",
    told_by: "'somebody'",
    told_at: "'2026-05-04'",
    ...changes,
  });

describe("the tables of the repertoire, asked directly", () => {
  it("show an establishment its own rows only, the collection all, and nobody else any", async () => {
    for (const [table, own, all] of [
      ["added_resource", 3, 3],
      ["resource_reuse", 0, 1],
    ] as const) {
      const read = `SELECT FROM establishments.${table}`;
      expect(await asEstablishment(of("chum"), read)).toBe(own);
      expect(await asEstablishment(of("cusm"), read)).toBe(0);
      expect(await asEstablishment({ "hub.seeding": "on" }, read)).toBe(0);
      expect(await asSteward(collects, read)).toBe(all);
      for (const settings of [{}, { "hub.scopes": "steward:collect" }, scoped("steward:publish")])
        expect(await asSteward(settings as Settings, read)).toBe(0);
      for (const role of ["hub_public", "hub_researcher"] as const)
        expect(await asRole(hub.database, role, collects, read)).toBe(denied);
    }
  });

  it.each<[string, Settings, string, number | string]>([
    ["its own proposal", of("chum"), resource(), 1],
    ["another's proposal", of("cusm"), resource(), denied],
    ["a proposal of none", of("chum"), resource({ establishment: "NULL" }), denied],
    ["a proposal in another's name", of("chum", "another"), resource(), denied],
    ["what would be public at once", of("chum"), resource({ state: "'PUBLISHED'" }), denied],
    ["a decision with its proposal", of("chum"), resource(atOnce), denied],
    ["a script for an address", of("chum"), resource({ url: "'javascript:alert(1)'" }), "23514"],
    ["a title without French", of("chum"), resource({ title: `'{"en": "Survey"}'` }), "23514"],
    ["a reuse", of("chum"), reuse(), 1],
    ["a reuse of another establishment", of("cusm"), reuse(), denied],
    ["a reuse in another's name", of("chum", "another"), reuse(), denied],
    ["a reuse of nothing", of("chum"), reuse({ resource: "'rien'" }), denied],
    ["a second reuse", of("ciusss-estrie-chus"), reuse({ establishment: "'ciusss-estrie-chus'" }), "23505"],
  ])("answer an establishment that adds %s", async (_title, settings, sql, expected) => {
    expect(await asEstablishment(settings, sql)).toBe(expected);
  });

  it("refuse an establishment the reuse of a proposal and of its own resource", async () => {
    for (const code of [proposal, published])
      expect(await asEstablishment(of("chum"), reuse({ resource: `'${code}'` }))).toBe(denied);
  });

  it.each<[string, Settings, string, number | string]>([
    ["a published resource", collects, resource(atOnce), 1],
    ["one without being known", { "hub.scopes": "steward:collect" }, resource(atOnce), denied],
    ["one without the scope", scoped("steward:publish"), resource(atOnce), denied],
    ["one decided by another", collects, resource({ ...atOnce, decided_by: "'another'" }), denied],
    ["a proposal", collects, resource(), denied],
    ["a reuse", collects, reuse(), denied],
  ])("answer a steward who adds %s", async (_title, settings, sql, expected) => {
    expect(await asSteward(settings, sql)).toBe(expected);
  });

  it("let a steward who collects decide of a proposal once, in their own name, and not of their own", async () => {
    expect(await asSteward(collects, step(publication, proposal))).toBe(1);
    expect(await asSteward(scoped("steward:publish"), step(publication, proposal))).toBe(0);
    expect(await asSteward(scoped("steward:collect", "another"), step(publication, proposal))).toBe(denied);
    const byProposer = publication.replace("somebody", "somebody-of-the-chum");
    const proposer = scoped("steward:collect", "somebody-of-the-chum");
    expect(await asSteward(proposer, step(byProposer, proposal))).toBe(denied);
    for (const code of [refused, published])
      expect(await asSteward(collects, step(publication, code))).toBe(denied);
    expect(await asSteward(collects, step(withdrawal, proposal))).toBe(denied);
    expect(await asSteward(collects, step(withdrawal, published))).toBe(1);
    const silentRefusal = "state = 'REFUSED', decided_by = 'somebody', decided_at = now()";
    expect(await asSteward(collects, step(silentRefusal, proposal))).toBe("23514");
    expect(await asSteward(collects, step(`${withdrawal}, decided_by = 'somebody'`, published))).toBe(denied);
  });

  it("let an establishment withdraw its own and take no other step", async () => {
    for (const code of [proposal, published])
      expect(await asEstablishment(of("chum"), step(withdrawal, code))).toBe(1);
    expect(await asEstablishment(of("chum"), step(withdrawal, refused))).toBe(denied);
    expect(await asEstablishment(of("cusm"), step(withdrawal, published))).toBe(0);
    expect(await asEstablishment(of("chum", "another"), step(withdrawal, published))).toBe(denied);
    expect(await asEstablishment(of("chum"), step(publication, proposal))).toBe(denied);
    expect(await asEstablishment(of("chum"), step("state = 'PROPOSED'", refused))).toBe(denied);
  });

  it("let nobody change what a resource says, nor remove a row", async () => {
    for (const [role, settings] of [
      ["hub_establishment", of("chum")],
      ["hub_steward", collects],
    ] as const)
      for (const sql of [
        step("title = '{}'", published),
        step("added_by = 'x'", published),
        "UPDATE establishments.resource_reuse SET note = 'x'",
        "DELETE FROM establishments.added_resource",
        "DELETE FROM establishments.resource_reuse",
        "TRUNCATE establishments.added_resource",
      ])
        expect([role, sql, await asRole(hub.database, role, settings, sql)]).toEqual([role, sql, denied]);
  });

  it("let an establishment take back its own reuse only, once, in its own name", async () => {
    const takeBack =
      "UPDATE establishments.resource_reuse SET taken_back_by = 'somebody', taken_back_at = '2026-05-05'";
    expect(await asEstablishment(of("ciusss-estrie-chus"), takeBack)).toBe(1);
    expect(await asEstablishment(of("ciusss-estrie-chus"), `${takeBack}; ${takeBack}`)).toBe(0);
    expect(await asEstablishment(of("ciusss-estrie-chus", "another"), takeBack)).toBe(denied);
    expect(await asEstablishment(of("chum"), takeBack)).toBe(0);
    expect(await asSteward(collects, takeBack)).toBe(denied);
  });

  it("let nobody write what the public reads, but by a decision", async () => {
    for (const role of ["hub_public", "hub_researcher", "hub_establishment", "hub_steward"] as const)
      for (const table of ["shared_resource", "resource_reuse", "former_row"]) {
        const name = `establishments_published.${table}`;
        for (const sql of [`DELETE FROM ${name}`, `TRUNCATE ${name}`, `INSERT INTO ${name} DEFAULT VALUES`])
          expect([role, sql, await asRole(hub.database, role, collects, sql)]).toEqual([role, sql, denied]);
        expect(typeof (await asRole(hub.database, role, {}, `SELECT FROM ${name}`))).toBe("number");
      }
    const seen = `SELECT FROM establishments_published.shared_resource WHERE code = '${proposal}'`;
    expect(await asSteward(collects, `${step(publication, proposal)}; ${seen}`)).toBe(1);
    expect(await asSteward(collects, seen)).toBe(0);
  });

  it("keep what a planted resource said before, whatever proposal of its code is withdrawn", async () => {
    const change = `SELECT set_config('hub.now', '2026-06-01', true);
      UPDATE establishments_published.shared_resource SET type = 'SURVEY' WHERE code = '${boussole}'`;
    const former = `SELECT FROM establishments_published.former_row WHERE relation = 'shared_resource' AND key = '["${boussole}"]'`;
    await hub.database.query(change);
    const proposedAndWithdrawn = `${resource({ code: `'${boussole}'` })}; ${step(withdrawal, boussole)}; ${former}`;
    expect(await asEstablishment(of("chum"), former)).toBe(1);
    expect(await asEstablishment(of("chum"), proposedAndWithdrawn)).toBe(1);
  });

  it("take for real nothing that a demonstration receives", async () => {
    const mark = "INSERT INTO establishments.seed (name, fingerprint) VALUES ('demo', '')";
    await hub.database.query(mark);
    expect(await asEstablishment(of("chum"), resource())).toBe(denied);
    expect(await asEstablishment(of("chum"), resource({ synthetic: "true" }))).toBe(1);
    expect(await asSteward(collects, resource(atOnce))).toBe(denied);
    const { data } = await hub.tryToAdd({ title: { fr: "Bande dessinée" }, url: null });
    expect(data).toMatchObject({ addSharedResource: { resource: { isSynthetic: true } } });
    await hub.database.query("DELETE FROM establishments.seed WHERE name = 'demo'");
  });

  it("hold nowhere in public who added, decided or reused", async () => {
    const tables = await hub.database.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'establishments_published'",
    );
    for (const { name } of tables)
      expect([
        name,
        await hub.database.query(`SELECT 1 FROM ${name} AS t WHERE t::text ~ 'somebody-'`),
      ]).toEqual([name, []]);
  });
});
