import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSteward } from "../../../test/harness/subgraph.js";
import { asRole } from "./testing/as-role.js";
import { aCollection, type Collection } from "./testing/collection.js";

let hub: Collection;
beforeAll(async () => {
  hub = await aCollection();
  await hub.push();
  // Three offices whose approved figures of 2024 were followed by a second revision.
  await hub.database.query(`
    INSERT INTO quality_indicators.submission_revision (submission, revision, responses, submitted_by, submitted_at,
      mode, synthetic, payload_hash, content_hash)
    SELECT submission, 2, responses, submitted_by, submitted_at, mode, synthetic, payload_hash, content_hash
    FROM quality_indicators.submission_revision JOIN quality_indicators.submission ON id = submission
    WHERE campaign = '2024' AND establishment IN ('chu-de-quebec', 'cusm', 'icm');
    UPDATE quality_indicators.submission SET current_revision = 2,
      state = CASE establishment WHEN 'chu-de-quebec' THEN 'SUBMITTED' WHEN 'cusm' THEN 'RETURNED' ELSE 'WITHDRAWN' END,
      published_revision = CASE establishment WHEN 'chu-de-quebec' THEN 1 END
    WHERE campaign = '2024' AND establishment IN ('chu-de-quebec', 'cusm', 'icm')`);
});
afterAll(() => hub.database.drop());

type Settings = Record<string, string>;
const denied = "42501";
const withScopes = (scopes: string, subject = "somebody"): Settings => ({
  "hub.subject": subject,
  "hub.scopes": scopes,
});
const collector = withScopes("steward:collect");
const publisher = withScopes("steward:publish");
const asSteward = (settings: Settings, sql: string) => asRole(hub.database, "hub_steward", settings, sql);
// In the demonstration: one sent and not yet approved, one approved by steward:collect, one published.
const waiting = "establishment = 'ciusss-estrie-chus' AND campaign = '2025-2026'";
const approved = "establishment = 'chum' AND campaign = '2025-2026'";
const published = "establishment = 'chum' AND campaign = '2024'";
const corrected = "establishment = 'chu-de-quebec' AND campaign = '2024'";
const returned = "establishment = 'cusm' AND campaign = '2024'";
const withdrawn = "establishment = 'icm' AND campaign = '2024'";
const set = (changes: string, of: string) =>
  `UPDATE quality_indicators.submission SET ${changes} WHERE ${of}`;

describe("what is published", () => {
  const vintage =
    "INSERT INTO quality_indicators_published.vintage (code, campaign, number, published_at, reason) VALUES ('2024.9', '2024', 9, now(), '{}')";
  const columns =
    "indicator, indicator_version, campaign, level, area, unit, basis, status, origin, provenance, period";
  const observation = (
    of: string,
  ) => `INSERT INTO quality_indicators_published.observation (vintage, ${columns})
    SELECT '${of}', ${columns} FROM quality_indicators_published.observation LIMIT 1`;

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
    expect(await asSteward(settings, `${vintage}; ${observation("2024.9")}`)).toBe(expected);
  });

  it("takes no further value once its vintage is out", async () => {
    expect(await asSteward(publisher, observation("2024.1"))).toBe(denied);
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
  const mark = "published_revision = approved_revision";
  const both = "steward:collect steward:publish";
  const publication = "state = 'PUBLISHED', published_revision = approved_revision";

  it.each<[string, Settings, string]>([
    ["approves what another person sent", collector, set(approval(), waiting)],
    ["returns what was sent", collector, set("state = 'RETURNED'", waiting)],
    ["publishes what another person approved", publisher, set(publication, approved)],
    ["publishes it again in a later vintage", publisher, set(publication, published)],
    ["publishes what was approved while its correction waits", publisher, set(mark, corrected)],
    ["publishes what was approved while its correction is mended", publisher, set(mark, returned)],
    ["returns a correction", collector, set("state = 'RETURNED'", corrected)],
    ["takes back an approval that waits for its publication", collector, set("state = 'RETURNED'", approved)],
    ["withdraws what is approved", collector, set("state = 'WITHDRAWN'", approved)],
    ["withdraws what is published", collector, set("state = 'WITHDRAWN'", published)],
    ["withdraws what was returned", collector, set("state = 'WITHDRAWN'", returned)],
  ])("%s", async (_title, settings, sql) => {
    expect(await asSteward(settings, sql)).toBe(1);
  });

  it.each<[string, Settings, string]>([
    ["approves without the scope to collect", publisher, set(approval(), waiting)],
    ["approves without a name", { "hub.scopes": "steward:collect" }, set(approval(), waiting)],
    ["approves in another's name", collector, set(approval({ approved_by: "'another'" }), waiting)],
    [
      "approves in another's name with both scopes",
      withScopes(both),
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
      "takes an approval back and chooses which one stands",
      collector,
      set("state = 'RETURNED', approved_revision = NULL, approved_by = NULL, approved_at = NULL", approved),
    ],
    ["takes an approval back without the scope to collect", publisher, set("state = 'RETURNED'", approved)],
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
    ["publishes and leaves the state", publisher, set(mark, approved)],
    ["publishes what is withdrawn", publisher, set(mark, withdrawn)],
    ["publishes a returned submission with the scope to collect", collector, set(mark, returned)],
    [
      "publishes a returned submission of one's own approval",
      withScopes(both, "steward:collect"),
      set(mark, returned),
    ],
    ["publishes a revision that was returned", withScopes(both), set("published_revision = 2", returned)],
    ["returns a correction with the scope to publish", publisher, set("state = 'RETURNED'", corrected)],
    ["publishes another revision", publisher, set("state = 'PUBLISHED', published_revision = 0", approved)],
    ["publishes under another approver", publisher, set(`${publication}, approved_by = 'another'`, approved)],
    ["forgets a publication", publisher, set("published_revision = NULL", published)],
    ["sets a published submission back", publisher, set("state = 'APPROVED'", published)],
    ["withdraws without the scope to collect", publisher, set("state = 'WITHDRAWN'", published)],
    ["withdraws without a name", { "hub.scopes": "steward:collect" }, set("state = 'WITHDRAWN'", published)],
    ["withdraws twice", collector, set("state = 'WITHDRAWN'", withdrawn)],
    [
      "withdraws and approves another revision at once",
      collector,
      set("state = 'WITHDRAWN', approved_revision = NULL, approved_by = NULL, approved_at = NULL", published),
    ],
    [
      "withdraws and forgets the publication",
      collector,
      set("state = 'WITHDRAWN', published_revision = NULL", published),
    ],
    ["returns what is withdrawn", collector, set("state = 'RETURNED'", withdrawn)],
    ["approves what is withdrawn", collector, set(approval(), withdrawn)],
    ...["DRAFT", "SUBMITTED"].map((state): [string, Settings, string] => [
      `sets the state ${state}`,
      withScopes(both),
      set(`state = '${state}'`, published),
    ]),
  ])("refuses one who %s", async (_title, settings, sql) => {
    expect(await asSteward(settings, sql)).toBe(denied);
  });
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
