import { afterAll, beforeAll, expect, it } from "vitest";
import { aHub, type TestHub } from "../harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 60_000);
afterAll(() => hub?.close());

/** The statements of an operation, asked once before: what is prepared or remembered then costs nothing any more. */
async function statementsOf(account: string, query: string): Promise<readonly string[]> {
  const ask = () => hub.ask<Record<string, unknown>>(query, { account });
  expect((await ask()).errors).toBeUndefined();
  const before = hub.statements.length;
  const { data, errors } = await ask();
  expect({ errors, isEmpty: JSON.stringify(data).length < 40 }).toEqual({
    errors: undefined,
    isEmpty: false,
  });
  const sent = hub.statements.slice(before).map((sql) => sql.trim().replace(/\s+/g, " "));
  // Four times a minute the hub asks whom the stewards suspended; that is no part of the read.
  return sent.some((sql) => sql.includes("FROM partners.credential")) ? statementsOf(account, query) : sent;
}

// Rows, in each of these, are read by one statement.
it.each([
  ["establishment:chum", '{ submissions(campaign: "2025-2026") { id state revision } }'],
  ["steward:collect", '{ submissions(campaign: "2025-2026") { id state revision } }'],
  ["steward:privacy", "{ accessAgreements { code purpose { fr } status } }"],
])(
  "costs %s three statements more than the rows: a beginning, the settings and an end",
  async (account, query) => {
    const [beginning, settings, ...rest] = await statementsOf(account, query);
    expect(beginning).toBe("START TRANSACTION");
    expect(settings).toMatch(/^SELECT set_config\('hub\.subject', \$1, true\)/);
    expect(rest).toEqual([expect.stringMatching(/^SELECT .* FROM /), "COMMIT"]);
  },
);

it("costs as many however many rows there are", async () => {
  const query = '{ submissions(campaign: "2025-2026") { id state } }';
  const own = await statementsOf("establishment:chum", query);
  expect(await statementsOf("steward:collect", query)).toHaveLength(own.length);
});
