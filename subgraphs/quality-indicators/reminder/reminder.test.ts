import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aResearcher } from "../../../test/harness/subgraph.js";
import { act, chum, collector, protector, publisher, refused } from "../submission/testing/an-act.js";
import { asRole } from "../submission/testing/as-role.js";
import { aCollection, type Collection, estrie } from "../submission/testing/collection.js";

const office = "bureau-ciusss-estrie-chus";
// The second one sent nothing either, the third is approved.
const silent = [office, "bureau-cisss-laval"];
const message = "Bonjour,\nil manque vos données annuelles.";
const evening = new Date("2026-06-04T03:59:00Z");

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
});
afterAll(() => hub.database.drop());
beforeEach(async () => {
  await hub.forget();
  await hub.database.query("DELETE FROM quality_indicators.reminder");
  hub.setClock(evening);
});

const remind = (changes: { offices?: string[]; message?: string; campaign?: string } = {}) => {
  const {
    offices,
    message: words,
    campaign,
  } = { offices: silent, message, campaign: "2025-2026", ...changes };
  const list = JSON.stringify(offices);
  return `remindOffices(input: { campaign: "${campaign}", offices: ${list}, message: ${JSON.stringify(words)} })
    { recorded outcomes { office status message(lang: EN) } }`;
};
const statuses = async (field: string): Promise<string[]> => {
  const { outcomes } = await act<{ outcomes: { status: string }[] }>(hub, field, collector);
  return outcomes.map(({ status }) => status);
};
const remindersSeenBy = async (caller: typeof chum): Promise<unknown> => {
  const { data, errors } = await hub.ask<{ reminders: object[] }>(
    '{ reminders(campaign: "2025-2026") { office establishment { code } message remindedAt isAnswered } }',
    {},
    caller,
  );
  return errors ? errors[0]?.extensions?.code : data!.reminders;
};
const asks = (caller: typeof chum) =>
  hub.ask<{ completeness: { universes: { total: { missing: { office: string }[] } }[] } }>(
    '{ completeness(campaign: "2025-2026") { universes { total { missing { office reminderCount lastRemindedAt } } } } }',
    {},
    caller,
  );
const countedOf = async (code: string) =>
  (await asks(collector)).data!.completeness.universes[0]!.total.missing.find(
    (missing) => missing.office === code,
  );

describe("a reminder", () => {
  it("is recorded for the offices that have sent nothing; who has sent is left alone and said", async () => {
    expect(await act(hub, remind({ offices: [...silent, "bureau-chum", office] }), collector)).toEqual({
      recorded: 2,
      outcomes: [
        { office, status: "RECORDED", message: expect.stringContaining("No e-mail was sent") },
        { office: silent[1], status: "RECORDED", message: expect.any(String) },
        { office: "bureau-chum", status: "ALREADY_SENT", message: expect.stringContaining("already") },
      ],
    });
    expect(await countedOf(office)).toEqual({
      office,
      reminderCount: 1,
      lastRemindedAt: evening.toISOString(),
    });
  });

  it("is recorded once a day of Toronto, whoever clicks twice or at once; other words are another one", async () => {
    const both = await Promise.all([statuses(remind()), statuses(remind())]);
    expect(both.sort()).toEqual([
      ["ALREADY_REMINDED", "ALREADY_REMINDED"],
      ["RECORDED", "RECORDED"],
    ]);
    const ends = message.replace("\n", "\r\n");
    expect(await hub.writingNothing(() => statuses(remind({ message: ` ${ends} ` })))).toEqual(both[0]);
    expect(await statuses(remind({ message: "Il reste deux jours.", offices: [office] }))).toEqual([
      "RECORDED",
    ]);
    const nextDay = new Date("2026-06-04T04:00:00Z");
    hub.setClock(nextDay);
    expect(await statuses(remind({ offices: [office] }))).toEqual(["RECORDED"]);
    expect(await countedOf(office)).toMatchObject({
      reminderCount: 3,
      lastRemindedAt: nextDay.toISOString(),
    });
  });

  it("stands in the chain of its establishment with its words, and is seen by it alone and the collection", async () => {
    await act(hub, remind(), collector);
    const events = await hub.database.query(
      `SELECT DISTINCT ON (chain) chain, event, subject, actor, reason, at FROM quality_indicators.audit_entry
       WHERE chain IN ('ciusss-estrie-chus', 'cisss-laval') ORDER BY chain, sequence DESC`,
    );
    const told = {
      event: "REMINDED",
      subject: "2025-2026",
      actor: "steward:collect",
      reason: message,
      at: evening,
    };
    expect(events).toEqual([
      { chain: "cisss-laval", ...told },
      { chain: "ciusss-estrie-chus", ...told },
    ]);
    const of = (place: string, establishment: string) => ({
      office: place,
      establishment: { code: establishment },
      message,
      remindedAt: evening.toISOString(),
      isAnswered: false,
    });
    const [ofLaval, ofEstrie] = [of(silent[1]!, "cisss-laval"), of(office, "ciusss-estrie-chus")];
    expect(await remindersSeenBy(estrie)).toEqual([ofEstrie]);
    expect(await remindersSeenBy(chum)).toEqual([]);
    expect(await remindersSeenBy(collector)).toEqual([ofLaval, ofEstrie]);
    for (const caller of [publisher, protector, aResearcher(null)])
      expect(await remindersSeenBy(caller)).toBe("NOT_ALLOWED");
  });

  it("waits for nothing any more once the figures of its office are received", async () => {
    await act(hub, remind({ offices: [office] }), collector);
    await hub.push({ mode: "DRAFT" });
    expect(await remindersSeenBy(estrie)).toMatchObject([{ isAnswered: false }]);
    await hub.push({ baseRevision: 1 });
    expect(await remindersSeenBy(estrie)).toMatchObject([{ isAnswered: true }]);
    expect(await hub.writingNothing(() => statuses(remind({ offices: [office] })))).toEqual(["ALREADY_SENT"]);
  });

  it.each([
    ["a campaign that nobody knows", { campaign: "1999" }, "UNKNOWN_CODE", "campaign"],
    ["an office that the campaign does not expect", { offices: [office, "x"] }, "UNKNOWN_CODE", "offices"],
    ["nobody", { offices: [] }, "INVALID_ARGUMENT", "offices"],
    ["blank words", { message: " \n" }, "INVALID_ARGUMENT", "message"],
    ["endless words", { message: "x".repeat(2_001) }, "INVALID_ARGUMENT", "message"],
  ])("is refused for %s", async (_title, changes, code, place) => {
    expect(await refused(hub, remind(changes), collector)).toEqual({ code, place });
  });

  it("is refused before the campaign opens, and to whoever does not collect", async () => {
    for (const caller of [publisher, protector, estrie, aResearcher(null)])
      expect(await refused(hub, remind(), caller)).toMatchObject({ code: "NOT_ALLOWED" });
    hub.setClock(new Date("2020-01-01T12:00:00Z"));
    expect(await refused(hub, remind(), collector)).toEqual({ code: "CAMPAIGN_NOT_OPEN", place: "campaign" });
  });

  it("takes as many statements for twenty offices as for one", async () => {
    const missing = (await asks(collector)).data!.completeness.universes[0]!.total.missing;
    const all = missing.map((one) => one.office);
    const count = async (offices: string[]): Promise<number> => {
      const before = hub.statements.length;
      await act(hub, remind({ offices }), collector);
      return hub.statements.length - before;
    };
    expect(all.length).toBeGreaterThan(10);
    expect(await count([office])).toBe(await count(all.filter((one) => one !== office)));
  });
});

describe("what PostgreSQL itself refuses", () => {
  const denied = "42501";
  const collects = { "hub.subject": "somebody", "hub.scopes": "steward:collect" };
  const asSteward = (settings: Record<string, string>, sql: string) =>
    asRole(hub.database, "hub_steward", settings, sql);
  const insert = (changes: Record<string, string> = {}) => {
    const row = {
      campaign: "'2025-2026'",
      office: `'${office}'`,
      establishment: "'ciusss-estrie-chus'",
      message: "'Rappel.'",
      reminded_by: "'somebody'",
      reminded_at: "'2026-07-02T12:00Z'",
      ...changes,
    };
    return `INSERT INTO quality_indicators.reminder (${Object.keys(row).join(", ")}) VALUES (${Object.values(row).join(", ")})`;
  };

  it("takes a reminder from who collects, in its own name, for a silent office of an open campaign", async () => {
    expect(await asSteward(collects, insert())).toBe(1);
    expect(await asSteward({}, insert())).toBe(denied);
    expect(await asSteward({ ...collects, "hub.scopes": "steward:publish steward:privacy" }, insert())).toBe(
      denied,
    );
    expect(await asSteward(collects, insert({ reminded_by: "'another'" }))).toBe(denied);
    expect(await asSteward(collects, insert({ reminded_at: "'2020-01-01'" }))).toBe(denied);
    const ofChum = { office: "'bureau-chum'", establishment: "'chum'" };
    expect(await asSteward(collects, insert(ofChum))).toBe(denied);
    expect(await asSteward(collects, insert({ establishment: "'chum'" }))).toBe("23503");
    expect(await asSteward(collects, insert({ message: "' '" }))).toBe("23514");
    expect(await asSteward(collects, insert({ message: "repeat('x', 2001)" }))).toBe("23514");
    const twice = `${insert()}, ('2025-2026', '${office}', 'ciusss-estrie-chus', 'Rappel.', 'somebody', '2026-07-02T13:00Z')`;
    expect(await asSteward(collects, twice)).toBe("23505");
  });

  it("lets nobody change or remove one, nor an establishment write one, see another's or who reminded it", async () => {
    await act(hub, remind({ offices: [office] }), collector);
    const all = "SELECT message FROM quality_indicators.reminder";
    const as = (establishment: string) => ({ "hub.establishment": establishment, "hub.subject": "user" });
    const asOffice = (establishment: string, sql: string) =>
      asRole(hub.database, "hub_establishment", as(establishment), sql);
    expect(await asOffice("ciusss-estrie-chus", all)).toBe(1);
    expect(await asOffice("chum", all)).toBe(0);
    expect(await asOffice("ciusss-estrie-chus", "SELECT reminded_by FROM quality_indicators.reminder")).toBe(
      denied,
    );
    expect(await asOffice("ciusss-estrie-chus", insert())).toBe(denied);
    expect(await asSteward(collects, all)).toBe(1);
    expect(await asSteward({ ...collects, "hub.scopes": "steward:privacy" }, all)).toBe(0);
    for (const role of ["hub_establishment", "hub_steward"] as const)
      for (const change of [
        "UPDATE quality_indicators.reminder SET message = 'Autre.'",
        "DELETE FROM quality_indicators.reminder",
      ])
        expect(await asRole(hub.database, role, { ...collects, ...as("chum") }, change)).toBe(denied);
    for (const role of ["hub_public", "hub_researcher"] as const)
      expect(await asRole(hub.database, role, { ...collects, ...as("chum") }, all)).toBe(denied);
  });
});
