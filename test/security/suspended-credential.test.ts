import { afterAll, beforeAll, expect, it } from "vitest";
import { aHub, type TestHub } from "../harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
  // Before anybody knocks: the gateway asks who is admitted when the first token comes, then every fifteen seconds.
  await hub.database.query(
    `INSERT INTO partners.credential (id, subject, scopes, status, synthetic, version, changed_by, changed_at, change_reason)
     VALUES (gen_random_uuid(), 'establishment:chum', '{}', 'SUSPENDED', true, 1, 'steward:privacy', now(), 'Clé perdue.')`,
  );
}, 120_000);
afterAll(() => hub?.close());

const query = '{ submissions(campaign: "2025-2026") { id } }';

it("opens the authenticated door no more to a suspended credential, whose token is otherwise good", async () => {
  const answer = await hub.ask(query, { account: "establishment:chum" });
  expect(answer.data ?? null).toBeNull();
  expect(answer.errors![0]!.extensions).toMatchObject({ code: "UNAUTHENTICATED" });
  expect(JSON.stringify(answer)).not.toMatch(/suspend/i);
});

it("opens it to another establishment as before", async () => {
  const { data, errors } = await hub.ask<{ submissions: unknown[] }>(query, { account: "establishment:icm" });
  expect({ errors, found: data?.submissions.length }).toEqual({ errors: undefined, found: 1 });
});
