import { afterAll, beforeAll, expect, it } from "vitest";
import pg from "pg";
import { aDatabase, type TestDatabase } from "../../../test/harness/database.js";
import type { DatabaseAddress } from "../../shared/database-address.js";
import { prepareDatabase } from "../../shared/prepare-database.js";
import { qualityIndicators } from "../index.js";
import { contentHashOf } from "../submission/content-hash.js";
import { faultsOf } from "./testing/tampering.js";

const name = `test_upgrade_${process.pid}`;
const beforeTheChains = qualityIndicators.migrations.filter((migration) =>
  /(?:0001|0002|0044|0045)$/.test(new migration().name ?? ""),
);

let server: TestDatabase;
let old: TestDatabase;
beforeAll(async () => {
  server = await aDatabase("none");
  await server.query(`CREATE DATABASE ${name}`);
  const url = new URL(server.address.url);
  url.pathname = `/${name}`;
  const address: DatabaseAddress = { ...server.address, url: url.toString() };
  old = { ...server, address, query: (sql, values) => queryIn(address, sql, values) };
});
afterAll(async () => {
  await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await server.drop();
});

async function queryIn<Row extends object>(
  { url }: DatabaseAddress,
  sql: string,
  values?: unknown[],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

it("chains what a hub recorded before there were chains, and takes the receipts that it gave", async () => {
  await prepareDatabase(old.address, { ...qualityIndicators, migrations: beforeTheChains });
  const submission = "00000000-0000-4000-8000-000000000001";
  const sent = {
    submission,
    revision: 1,
    responses: [[{ question: "B6", number: 60 }]],
    submittedBy: "user:chum",
    submittedAt: new Date("2026-05-04T14:00:00Z"),
    mode: "SUBMIT",
    reason: null,
    noticeVersion: null,
    synthetic: false,
    payloadHash: "",
  };
  const place = { campaign: "2025-2026", office: "bureau-chum", establishmentCode: "chum" };
  const receipt = contentHashOf(place, sent);
  const at = "'2026-05-04T14:00:00Z'";
  await old.query(`
    INSERT INTO quality_indicators.campaign_window VALUES ('2025-2026');
    INSERT INTO quality_indicators.frame VALUES ('2025-2026', 'bureau-chum', 'chum', 'RSS-06', 'R', NULL, true, true, '{}');
    BEGIN;
    INSERT INTO quality_indicators.submission (id, campaign, office, establishment, state, current_revision)
      VALUES ('${submission}', '2025-2026', 'bureau-chum', 'chum', 'RETURNED', 1);
    INSERT INTO quality_indicators.submission_revision VALUES ('${submission}', 1, '${JSON.stringify(sent.responses)}',
      'user:chum', ${at}, 'SUBMIT', NULL, NULL, false, '', '${receipt}');
    COMMIT;
    INSERT INTO quality_indicators.audit_entry (submission, event, revision, actor, at, reason, after_hash) VALUES
      ('${submission}', 'CREATED', 1, 'user:chum', ${at}, NULL, '${receipt}'),
      ('${submission}', 'VALIDATED', 1, 'user:chum', ${at}, NULL, '${receipt}'),
      ('${submission}', 'RETURNED', 1, 'steward:collect', ${at}, 'Vérifiez B6.', '${receipt}');
    INSERT INTO quality_indicators.idempotency_key VALUES
      ('2025-2026', 'bureau-chum', 'chum', 'k', '', '{ "receipt": "${receipt}" }')`);
  await prepareDatabase(old.address, qualityIndicators);
  expect(
    await old.query(
      "SELECT chain, sequence, event, actor, reason FROM quality_indicators.audit_entry ORDER BY chain, sequence",
    ),
  ).toEqual([
    { chain: "chum", sequence: 1, event: "CREATED", actor: "user:chum", reason: null },
    { chain: "chum", sequence: 2, event: "VALIDATED", actor: "user:chum", reason: null },
    { chain: "chum", sequence: 3, event: "RETURNED", actor: "steward:collect", reason: "Vérifiez B6." },
  ]);
  expect(await faultsOf(old)).toEqual([]);
});
