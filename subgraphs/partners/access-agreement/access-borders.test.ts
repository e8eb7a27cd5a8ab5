import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asRole } from "../../../test/harness/as-role.js";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import { type LoginRole } from "../../shared/database-address.js";

/*
 * What each role of the database can do to agreements, requests, credentials and reads by SQL alone, with whatever
 * settings it gives itself but those that its token would: the second guard, without the first.
 */
let database: TestDatabase;
const day = "2026-05-04T14:00:00Z";
const requestId = "5d1f8f6e-0000-4000-8000-000000000001";
const credentialId = "5d1f8f6e-0000-4000-8000-000000000002";

type Settings = Record<string, string>;
const privacy: Settings = { "hub.subject": "p1", "hub.scopes": "steward:privacy" };
const collect: Settings = { "hub.subject": "c1", "hub.scopes": "steward:collect steward:publish" };
const researcher: Settings = {
  "hub.subject": "researcher",
  "hub.scopes": "research:read",
  "hub.agreement": "entente-demo-1",
};
const intruder: Settings = { ...researcher, "hub.subject": "intruse" };
const establishment: Settings = {
  "hub.subject": "e1",
  "hub.scopes": "figures:write",
  "hub.establishment": "chum",
};

const refused = "42501";
const run = (role: LoginRole, settings: Settings, sql: string): Promise<number | string> =>
  asRole(database, role, settings, sql);

beforeAll(async () => {
  database = await aDatabase("demo");
  await database.query(
    `INSERT INTO partners_release.access_request (id, title, purpose, variables, record_level, ethics_reference,
       period_from, period_to, team_size, state, synthetic, requested_by, requested_at)
     VALUES ($1, 'Étude', '{"fr": "Étude"}', '{gender}', 'ANONYMISED', 'CER-1', '2026-05-04', '2027-03-31', 2, 'OPEN', true,
       'researcher', $2)`,
    [requestId, day],
  );
  await database.query(
    `INSERT INTO partners.credential (id, subject, kind, scopes, status, synthetic, version, changed_by, changed_at, change_reason)
     VALUES ($1, 'p2', 'STEWARD', '{steward:privacy}', 'ACTIVE', true, 1, 'p1', $2, 'essai'),
       (gen_random_uuid(), 'p1', 'STEWARD', '{steward:privacy}', 'ACTIVE', true, 1, 'p2', $2, 'essai'),
       (gen_random_uuid(), 's1', 'RESEARCHER', '{research:read}', 'SUSPENDED', true, 1, 'p2', $2, 'essai')`,
    [credentialId, day],
  );
  await database.query(
    `INSERT INTO partners_release.release_read (release, agreement, subject, at, request_id, way, positions)
     VALUES ('partenaires-demo-1', 'entente-demo-1', 'researcher', $1, 'r', 'PAGE', '{[1,51)}')`,
    [day],
  );
});
afterAll(() => database.drop());

const agreement = (terms: Record<string, string> = {}): string => {
  const row: Record<string, string> = {
    code: "'entente-sql'",
    purpose: `'{"fr": "Étude"}'`,
    variables: "'{gender}'",
    record_level: "'ANONYMISED'",
    k_threshold: "11",
    valid_from: "'2026-05-04'",
    valid_to: "'2028-05-03'",
    status: "'ACTIVE'",
    synthetic: "true",
    subjects: "'{r1}'",
    version: "1",
    changed_by: "'p1'",
    changed_at: `'${day}'`,
    change_reason: "'comité'",
    ...terms,
  };
  return `INSERT INTO partners.access_agreement (${Object.keys(row).join()}) VALUES (${Object.values(row).join()})`;
};
const step = (status: string, terms = ""): string =>
  `UPDATE partners.access_agreement SET status = '${status}', version = version + 1, changed_by = 'p1', changed_at = '${day}',
     change_reason = 'essai'${terms} WHERE code = 'entente-demo-1'`;

describe("agreements, by SQL", () => {
  it("are granted and changed by who answers for privacy, and by nobody else", async () => {
    expect(await run("hub_steward", privacy, agreement())).toBe(1);
    expect(await run("hub_steward", privacy, step("SUSPENDED"))).toBe(1);
    for (const [role, settings] of [
      ["hub_steward", collect],
      ["hub_steward", {}],
      ["hub_researcher", researcher],
      ["hub_establishment", establishment],
      ["hub_public", {}],
    ] as const) {
      expect([role, await run(role, settings, agreement())]).toEqual([role, refused]);
      expect([role, await run(role, settings, step("SUSPENDED"))]).toEqual([
        role,
        role === "hub_steward" ? 0 : refused,
      ]);
      expect([role, await run(role, settings, "SELECT code FROM partners.access_agreement")]).toEqual([
        role,
        role === "hub_steward" ? 0 : refused,
      ]);
      expect([role, await run(role, settings, "SELECT FROM partners.agreement_act")]).toEqual([
        role,
        role === "hub_steward" ? 0 : refused,
      ]);
    }
  });

  it.each([
    ["in another's name", { changed_by: "'p2'" }],
    ["through another's client", { changed_client: "'x'" }],
    ["already ended", { status: "'ENDED'" }],
    ["for two years and a day", { valid_to: "'2028-05-04'" }],
    ["to nobody", { subjects: "'{}'" }],
    ["to oneself", { subjects: "'{p1}'" }],
    ["of nothing", { variables: "'{}'" }],
    ["without a reason", { change_reason: "NULL" }],
    ["as real in a demonstration", { synthetic: "false" }],
    ["as of another day", { changed_at: "'2026-05-04T14:06:00Z'" }],
  ])("are not granted %s", async (how, terms) => {
    // The clock of the tests is any instant: here the server's counts.
    const isClock = how === "as of another day";
    if (isClock) await database.query("DELETE FROM partners.seed WHERE name = 'other-clock'");
    expect(await run("hub_steward", privacy, agreement(terms))).toBe(refused);
    if (isClock)
      await database.query("INSERT INTO partners.seed (name, fingerprint) VALUES ('other-clock', '')");
  });

  it("demand eleven persons alike at least", async () => {
    expect(await run("hub_steward", privacy, agreement({ k_threshold: "10" }))).toBe("23514");
  });

  it("take no step but those of their life, and change no word of what was granted", async () => {
    expect(await run("hub_steward", privacy, step("ACTIVE"))).toBe(refused);
    expect(await run("hub_steward", privacy, `${step("ENDED")}; ${step("ACTIVE")}`)).toBe(refused);
    expect(
      await run(
        "hub_steward",
        privacy,
        step("SUSPENDED", ", version = 9").replace("version = version + 1, ", ""),
      ),
    ).toBe(refused);
    for (const column of [
      "subjects = '{p9}'",
      "valid_to = '2199-01-01'",
      "k_threshold = 12",
      "variables = '{gender}'",
    ])
      expect(await run("hub_steward", privacy, `UPDATE partners.access_agreement SET ${column}`)).toBe(
        refused,
      );
    expect(await run("hub_steward", privacy, "DELETE FROM partners.access_agreement")).toBe(refused);
  });

  it("leave a history that nobody writes by hand, changes or removes", async () => {
    for (const table of [
      "partners.agreement_act",
      "partners.credential_act",
      "partners_release.agreement_right",
      "partners_release.credential_right",
    ])
      for (const sql of [
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `INSERT INTO ${table} SELECT * FROM ${table}`,
      ])
        for (const [role, settings] of [
          ["hub_steward", privacy],
          ["hub_researcher", researcher],
          ["hub_establishment", establishment],
        ] as const)
          expect([table, role, await run(role, { ...settings, "hub.seeding": "on" }, sql)]).toEqual([
            table,
            role,
            refused,
          ]);
    expect(
      await run(
        "hub_steward",
        privacy,
        `${agreement()}; SELECT FROM partners.agreement_act WHERE agreement = 'entente-sql'`,
      ),
    ).toBe(1);
  });
});

describe("requests, by SQL", () => {
  const insert = (by: string, state = "OPEN"): string =>
    `INSERT INTO partners_release.access_request (id, title, purpose, variables, record_level, ethics_reference, period_from,
       period_to, team_size, state, synthetic, requested_by, requested_at)
     VALUES (gen_random_uuid(), 'Autre', '{"fr": "x"}', '{gender}', 'ANONYMISED', 'CER-2', '2026-05-04', '2026-06-01', 1, '${state}',
       true, '${by}', '${day}')`;
  const answer = (by: string): string =>
    `UPDATE partners_release.access_request SET state = 'DECLINED', decided_by = '${by}', decided_at = '${day}', decision_reason = 'x'`;
  const list = "SELECT title FROM partners_release.access_request";

  it("are made in one's own name, and seen by oneself and who answers for privacy", async () => {
    expect(await run("hub_researcher", researcher, insert("researcher"))).toBe(1);
    expect(await run("hub_researcher", researcher, insert("intruse"))).toBe(refused);
    expect(await run("hub_researcher", researcher, insert("researcher", "GRANTED"))).toBe(refused);
    expect(await run("hub_researcher", { ...researcher, "hub.scopes": "" }, insert("researcher"))).toBe(
      refused,
    );
    expect(await run("hub_researcher", researcher, list)).toBe(1);
    expect(await run("hub_researcher", intruder, list)).toBe(0);
    expect(
      await run("hub_researcher", researcher, "SELECT decided_by FROM partners_release.access_request"),
    ).toBe(refused);
    expect(await run("hub_steward", privacy, list)).toBe(1);
    expect(await run("hub_steward", collect, list)).toBe(0);
    expect(await run("hub_establishment", establishment, list)).toBe(refused);
  });

  it("are answered by who answers for privacy, in one's own name and once", async () => {
    expect(await run("hub_steward", privacy, answer("p1"))).toBe(1);
    expect(await run("hub_steward", privacy, `${answer("p1")}; ${answer("p1")}`)).toBe(0);
    expect(await run("hub_steward", privacy, answer("p2"))).toBe(refused);
    expect(await run("hub_steward", collect, answer("c1"))).toBe(0);
    expect(await run("hub_researcher", researcher, answer("researcher"))).toBe(refused);
  });
});

describe("credentials, by SQL", () => {
  const suspend = (subject: string, by = "p1"): string =>
    `UPDATE partners.credential SET status = 'SUSPENDED', version = version + 1, changed_by = '${by}', changed_at = '${day}',
       change_reason = 'essai' WHERE subject = '${subject}'`;
  const restore = (subject: string): string => suspend(subject).replace("'SUSPENDED'", "'ACTIVE'");
  const insert = (terms: { kind?: string; status?: string; scopes?: string } = {}): string =>
    `INSERT INTO partners.credential (id, subject, kind, scopes, status, synthetic, version, changed_by, changed_at, change_reason)
     VALUES (gen_random_uuid(), 'nouveau', ${terms.kind ?? "'STEWARD'"}, '${terms.scopes ?? "{steward:collect}"}', '${terms.status ?? "ACTIVE"}',
       true, 1, 'p1', '${day}', 'essai')`;
  const list = "SELECT subject FROM partners.credential";

  it("are seen and changed by who answers for privacy, and by nobody else", async () => {
    expect(await run("hub_steward", privacy, list)).toBe(3);
    expect(await run("hub_steward", privacy, insert())).toBe(1);
    expect(await run("hub_steward", privacy, suspend("p2"))).toBe(1);
    expect(await run("hub_steward", collect, list)).toBe(0);
    expect(await run("hub_steward", collect, insert())).toBe(refused);
    expect(await run("hub_steward", collect, suspend("p2", "c1"))).toBe(0);
    for (const [role, settings] of [
      ["hub_researcher", researcher],
      ["hub_establishment", establishment],
      ["hub_public", {}],
    ] as const)
      for (const sql of [list, insert(), suspend("p2"), "SELECT FROM partners.credential_act"])
        expect([role, sql, await run(role, settings, sql)]).toEqual([role, sql, refused]);
  });

  it("say only what their kind may", async () => {
    expect(await run("hub_steward", privacy, insert({ scopes: "{figures:write}" }))).toBe("23514");
    expect(await run("hub_steward", privacy, insert({ scopes: "{}" }))).toBe("23514");
    expect(await run("hub_steward", privacy, insert({ kind: "'RESEARCHER'" }))).toBe("23514");
    expect(await run("hub_steward", privacy, insert({ kind: "NULL", scopes: "{}" }))).toBe(refused);
    expect(await run("hub_steward", privacy, insert({ status: "ENDED" }))).toBe(refused);
  });

  it("are not changed in another's name, back from the end, nor until nobody answers for privacy", async () => {
    expect(await run("hub_steward", privacy, suspend("p2", "p2"))).toBe(refused);
    expect(await run("hub_steward", privacy, restore("p2"))).toBe(refused);
    expect(
      await run("hub_steward", privacy, "UPDATE partners.credential SET scopes = '{steward:privacy}'"),
    ).toBe(refused);
    expect(await run("hub_steward", privacy, "DELETE FROM partners.credential")).toBe(refused);
    expect(
      await run(
        "hub_steward",
        { ...privacy, "hub.subject": "p3" },
        `${suspend("p1", "p3")}; ${suspend("p2", "p3")}`,
      ),
    ).toBe(refused);
  });

  it("bar the suspended from everything, their own restoration first", async () => {
    await database.query(
      "UPDATE partners.credential SET status = 'SUSPENDED', version = 2 WHERE subject = 'p2'",
    );
    const suspended = { ...privacy, "hub.subject": "p2" };
    expect(await run("hub_steward", suspended, list)).toBe(0);
    expect(await run("hub_steward", suspended, suspend("p2", "p2").replace("'SUSPENDED'", "'ACTIVE'"))).toBe(
      0,
    );
    expect(await run("hub_steward", suspended, "SELECT FROM partners.partner")).toBe(0);
    expect(await run("hub_steward", suspended, agreement({ changed_by: "'p2'" }))).toBe(refused);
    expect(await run("hub_steward", privacy, restore("p2"))).toBe(1);
    const reader = { ...researcher, "hub.client": "s1-client" };
    expect(await run("hub_researcher", reader, "SELECT FROM partners_release.record LIMIT 1")).toBe(1);
    await database.query(
      `INSERT INTO partners.credential (id, client, scopes, status, synthetic, version, changed_by, changed_at, change_reason)
       VALUES (gen_random_uuid(), 's1-client', '{}', 'SUSPENDED', true, 1, 'p1', $1, 'essai')`,
      [day],
    );
    expect(await run("hub_researcher", reader, "SELECT FROM partners_release.record LIMIT 1")).toBe(0);
  });

  it("show nobody but its holder where a caller stands", async () => {
    const standing = "SELECT FROM partners_release.credential_right";
    expect(await run("hub_steward", privacy, standing)).toBe(1);
    expect(await run("hub_researcher", researcher, standing)).toBe(0);
    expect(await run("hub_establishment", establishment, standing)).toBe(refused);
  });
});

describe("reads of a release, by SQL", () => {
  const insert = (terms: { agreement?: string; subject?: string; release?: string } = {}): string =>
    `INSERT INTO partners_release.release_read (release, agreement, subject, at, request_id, way, positions)
     VALUES ('${terms.release ?? "partenaires-demo-1"}', '${terms.agreement ?? "entente-demo-1"}', '${terms.subject ?? "researcher"}', '${day}',
       'r', 'PAGE', '{[1,2)}')`;
  const list = "SELECT FROM partners_release.release_read";

  it("are written by the reader in its own name, for its own agreement", async () => {
    expect(await run("hub_researcher", researcher, insert())).toBe(1);
    expect(await run("hub_researcher", researcher, insert({ subject: "researcher:entente-demo-2" }))).toBe(
      refused,
    );
    expect(await run("hub_researcher", researcher, insert({ agreement: "entente-demo-2" }))).toBe(refused);
    expect(await run("hub_researcher", researcher, insert({ release: "partenaires-9" }))).toBe(refused);
    expect(await run("hub_researcher", intruder, insert({ subject: "intruse" }))).toBe(refused);
    expect(await run("hub_steward", privacy, insert({ subject: "p1" }))).toBe(refused);
    expect(await run("hub_establishment", establishment, insert({ subject: "e1" }))).toBe(refused);
  });

  it("are seen by who answers for privacy, changed and removed by nobody", async () => {
    expect(await run("hub_steward", privacy, list)).toBe(1);
    expect(await run("hub_steward", collect, list)).toBe(0);
    expect(await run("hub_researcher", researcher, list)).toBe(refused);
    for (const [role, settings] of [
      ["hub_steward", privacy],
      ["hub_researcher", researcher],
    ] as const)
      for (const sql of [
        "DELETE FROM partners_release.release_read",
        "UPDATE partners_release.release_read SET subject = 'x'",
        "TRUNCATE partners_release.release_read",
      ])
        expect([role, sql, await run(role, settings, sql)]).toEqual([role, sql, refused]);
  });

  it("are traced by ranks and row ids: no steward sees what a record says", async () => {
    expect(
      await run("hub_steward", privacy, "SELECT row_id, position FROM partners_release.record LIMIT 1"),
    ).toBe(1);
    expect(
      await run("hub_steward", collect, "SELECT row_id, position FROM partners_release.record LIMIT 1"),
    ).toBe(0);
    expect(await run("hub_steward", privacy, "SELECT gender FROM partners_release.record")).toBe(refused);
  });
});
