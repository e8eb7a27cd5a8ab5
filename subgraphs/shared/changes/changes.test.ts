import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import { asOwner } from "../owner-connection.js";
import { qualityIndicators } from "../../quality-indicators/index.js";
import { subgraphs } from "../../index.js";
import { type ChangeNews, changesAt, type DatabaseChanges } from "./changes.js";

let database: TestDatabase;
let changes: DatabaseChanges;
let news: ChangeNews[] = [];
const topics = (): string[] =>
  [...new Set(news.flatMap((told) => (told.kind === "changed" ? told.topics : [])))].sort();

async function until(isSo: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`never: ${what}; told: ${JSON.stringify(news)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

beforeAll(async () => {
  database = await aDatabase("reference");
  changes = changesAt(database.address);
  changes.hold();
  changes.of("quality_indicators").watch((told) => news.push(told));
  changes.of("partners").watch((told) => news.push(told));
  await until(() => news.some(({ kind }) => kind === "seeing"), "the first sight");
}, 60_000);
afterAll(async () => {
  await changes?.release();
  await database?.drop();
});
beforeEach(() => {
  news = [];
});

// As the hub's own programs write, and as an operator does.
const write = (sql: string): Promise<object[]> =>
  asOwner(database.address, (owner) => owner.query(`SELECT set_config('hub.seeding', 'on', false); ${sql}`));

describe("what is published tells of its changes", () => {
  it("has every published table of every subgraph told, so that none is added in silence", async () => {
    const silent = await database.query<{ name: string }>(
      `SELECT nspname || '.' || relname AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
       WHERE relkind IN ('r', 'p') AND nspname = ANY ($1) AND relname <> 'former_row' AND NOT EXISTS (
         SELECT FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
         WHERE tgrelid = pg_class.oid AND proname IN ('tell_change', 'tell_campaigns')
         HAVING bit_or(tgtype::integer) & (4 | 8 | 16 | 32) = (4 | 8 | 16 | 32))`,
      [subgraphs.map(({ schemas }) => schemas.published)],
    );
    expect(silent).toEqual([]);
  });

  it("tells a change once it is committed, and nothing of one that is taken back", async () => {
    await write("BEGIN; UPDATE partners_published.glossary_term SET position = position; ROLLBACK");
    await write("UPDATE quality_indicators_published.source SET licence = licence");
    await until(() => topics().length > 0, "a topic");
    expect(topics()).toEqual(["quality_indicators.source"]);
  });

  it("tells a vintage by its campaign, and an emptied table as a whole", async () => {
    await write(
      `INSERT INTO quality_indicators_published.vintage (code, campaign, number, published_at, reason)
       VALUES ('2024.1', '2024', 1, '2025-01-01T00:00:00Z', '{"fr": "Essai", "en": null, "status": "SOURCE"}')`,
    );
    await until(() => topics().length > 0, "a topic");
    expect(topics()).toEqual(["quality_indicators.vintage@2024"]);
    news = [];
    await write("TRUNCATE quality_indicators_published.vintage CASCADE");
    await until(() => topics().length > 1, "the topics");
    expect(topics()).toEqual(["quality_indicators.observation", "quality_indicators.vintage"]);
  });

  it("tells of what is erased from the history of a table as of the table itself", async () => {
    await write(
      "INSERT INTO partners_published.former_row VALUES ('partner_concept', '[1]', '2020-01-01', '2021-01-01', '{}')",
    );
    await write("DELETE FROM partners_published.former_row WHERE key = '[1]'");
    await until(() => topics().length > 0, "a topic");
    expect(topics()).toEqual(["partners.partner_concept"]);
  });

  it("lets whoever commits know before the commit is answered", async () => {
    const pool = await database.of(qualityIndicators).poolOfAudience("steward");
    const own: string[] = [];
    const stop = changes.of("quality_indicators").watch((told) => {
      if (told.kind === "changed") own.push(...told.topics);
    });
    const mark = changes.of("quality_indicators").mark();
    for (let turn = 0; turn < 5; turn += 1) {
      own.length = 0;
      await pool.transaction(async (manager) => {
        await manager.query(
          "SELECT set_config('hub.scopes', 'steward:publish', true), set_config('hub.subject', 's', true)",
        );
        await manager.query("SELECT pg_notify('carrefour_change', 'quality_indicators.vintage@2024')");
      });
      // Nothing was waited for in between.
      expect(own).toContain("quality_indicators.vintage@2024");
    }
    stop();
    expect(changes.of("quality_indicators").since(mark)).toEqual(["quality_indicators.vintage@2024"]);
    expect(changes.of("partners").since(mark)).toEqual([]);
  });

  it("takes only words that have the form of a topic", async () => {
    await database.query("SELECT pg_notify('carrefour_change', word) FROM unnest($1::text[]) AS word", [
      ["DROP TABLE", "partners", "partners.glossary_term; x", "partners.glossary_term"],
    ]);
    // Told in the order of the words; what the test before told over the pool may still arrive meanwhile.
    const ofPartners = (): string[] => topics().filter((topic) => topic.includes("partners"));
    await until(() => ofPartners().includes("partners.glossary_term"), "the topic");
    expect(ofPartners()).toEqual(["partners.glossary_term"]);
  });

  it("says that it sees nothing while its connection is gone, and that anything may have changed when it is back", async () => {
    await database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'carrefour changes' AND datname = current_database()",
    );
    await until(() => news.filter(({ kind }) => kind === "seeing").length >= 2, "sight again");
    // Told to the two that watch, in this order.
    const sight = news.map(({ kind }) => kind).filter((kind) => kind !== "changed");
    expect(sight).toEqual(["blind", "blind", "seeing", "seeing"]);
    await write("UPDATE quality_indicators_published.source SET licence = licence");
    await until(() => topics().includes("quality_indicators.source"), "the topic");
  });
});
