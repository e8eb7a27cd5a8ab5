import { afterAll, beforeAll, describe, expect, it } from "vitest";
import pg from "pg";
import { aHub, type TestHub } from "../harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("over HTTP", { OPERATION_TIMEOUT_SECONDS: "1" });
}, 60_000);
afterAll(() => hub?.close());

const account = "steward:privacy";

async function releases(): Promise<{ code: string; title: string; status: string }[]> {
  const { data, errors } = await hub.ask<{ releases: { code: string; title: string; status: string }[] }>(
    "{ releases { code title status } }",
    { account },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.releases;
}

/** Holds what a build writes into, until what is done meanwhile is over. */
async function whileBuildsWait<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: hub.database.address.url });
  await client.connect();
  try {
    await client.query("BEGIN; LOCK TABLE partners.release_combination IN EXCLUSIVE MODE");
    return await act();
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
}

describe("a build that takes longer than the gateway waits for", () => {
  it("is told to be under way no longer than that, goes on, and shows among the releases and in the register", async () => {
    const before = await releases();
    const { data, errors } = await whileBuildsWait(() =>
      hub.ask("mutation ($input: BuildReleaseInput!) { buildRelease(input: $input) { code } }", {
        account,
        variables: { input: { agreements: ["entente-demo-1"], title: "Longue à construire" } },
      }),
    );
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "OPERATION_TIMED_OUT" } }]);
    let after = await releases();
    for (const until = Date.now() + 20_000; after.length === before.length && Date.now() < until;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      after = await releases();
    }
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({ title: "Longue à construire", status: "BUILT" });
    const { data: register } = await hub.ask<{ releaseRegister: object[] }>(
      `{ releaseRegister(release: "${after[0]!.code}") { act title } }`,
      { account },
    );
    expect(register!.releaseRegister).toEqual([{ act: "BUILT", title: "Longue à construire" }]);
  });
});
