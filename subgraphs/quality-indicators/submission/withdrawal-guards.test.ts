import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import { type LoginRole, urlOfRole } from "../../shared/database-address.js";
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
const chum: Settings = {
  "hub.establishment": "chum",
  "hub.subject": "user:chum",
  "hub.scopes": "figures:write",
};
const collector: Settings = { "hub.subject": "somebody", "hub.scopes": "steward:collect" };
const own = (campaign: string) => `establishment = 'chum' AND campaign = '${campaign}'`;
const set = (changes: string, of: string) =>
  `UPDATE quality_indicators.submission SET ${changes} WHERE ${of}`;

/** The row that a role leaves behind, within a transaction that is taken back. */
async function leftBy(role: LoginRole, settings: Settings, sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: urlOfRole(hub.database.address, role) });
  await client.connect();
  try {
    await client.query("BEGIN");
    for (const [name, value] of Object.entries(settings))
      await client.query("SELECT set_config($1, $2, true)", [name, value]);
    const { rows } = await client.query<Record<string, unknown>>(
      `${sql} RETURNING state, current_revision, approved_revision, approved_by, approved_at, published_revision`,
    );
    return rows[0]!;
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
}

const nobody = { approved_revision: null, approved_by: null, approved_at: null };

describe("a withdrawal, by SQL alone", () => {
  it.each<[string, LoginRole, Settings]>([
    ["its establishment", "hub_establishment", chum],
    ["who collects", "hub_steward", collector],
  ])(
    "leaves no approval behind when %s withdraws, and keeps what was published",
    async (_who, role, settings) => {
      expect(await leftBy(role, settings, set("state = 'WITHDRAWN'", own("2024")))).toEqual({
        state: "WITHDRAWN",
        current_revision: 1,
        published_revision: 1,
        ...nobody,
      });
    },
  );

  it.each([
    ["with a revision that was never sent", "state = 'WITHDRAWN', current_revision = current_revision + 1"],
    ["with an approval of its own", "state = 'WITHDRAWN', approved_by = 'user:chum'"],
    ["with a publication forgotten", "state = 'WITHDRAWN', published_revision = NULL"],
    ["by giving its figures back to itself", "state = 'RETURNED'"],
  ])("is refused to an establishment %s", async (_title, changes) => {
    expect(await asRole(hub.database, "hub_establishment", chum, set(changes, own("2024")))).toBe(denied);
  });

  it("is refused to a nameless establishment, and reaches nobody else's figures", async () => {
    const nameless = { "hub.establishment": "chum" };
    const withdrawal = set("state = 'WITHDRAWN'", own("2024"));
    expect(await asRole(hub.database, "hub_establishment", nameless, withdrawal)).toBe(denied);
    const others = set("state = 'WITHDRAWN'", "establishment <> 'chum'");
    expect(await asRole(hub.database, "hub_establishment", chum, others)).toBe(0);
  });
});

describe("an approval taken back, by SQL alone", () => {
  it("leaves none where nothing was published", async () => {
    expect(await leftBy("hub_steward", collector, set("state = 'RETURNED'", own("2025-2026")))).toEqual({
      state: "RETURNED",
      current_revision: 1,
      published_revision: null,
      ...nobody,
    });
  });

  it("leaves the approval of the published figures, as the audit tells it", async () => {
    await hub.database.query(`
      INSERT INTO quality_indicators.submission_revision (submission, revision, responses, submitted_by, submitted_at,
        mode, synthetic, payload_hash, content_hash)
      SELECT submission, 2, responses, submitted_by, submitted_at, mode, synthetic, payload_hash, content_hash
      FROM quality_indicators.submission_revision JOIN quality_indicators.submission ON id = submission
      WHERE ${own("2024")};
      UPDATE quality_indicators.submission SET current_revision = 2, state = 'APPROVED', approved_revision = 2,
        approved_by = 'another', approved_at = now() WHERE ${own("2024")}`);
    expect(await leftBy("hub_steward", collector, set("state = 'RETURNED'", own("2024")))).toEqual({
      state: "RETURNED",
      current_revision: 2,
      approved_revision: 1,
      approved_by: "steward:collect",
      approved_at: new Date("2024-05-15T14:00:00Z"),
      published_revision: 1,
    });
  });
});
