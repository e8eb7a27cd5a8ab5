import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aHub, type TestHub } from "../harness/hub.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process");
}, 120_000);
afterAll(() => hub?.close());

const requests = 80;
const codes = ["chum", "icm"];
const body = JSON.stringify({
  query: '{ submissions(campaign: "2025-2026") { establishment { code } answers { question } } }',
});

interface Answer {
  readonly data?: { readonly submissions: readonly { readonly establishment: { readonly code: string } }[] };
}

/** Asks on a connection of its own; null when the client hung up first. */
const ask = (token: string, hangUpAfterMs: number | null): Promise<Answer | null> =>
  new Promise((resolve, reject) => {
    let text = "";
    const sent = httpRequest(
      `${hub.address}/graphql/authenticated`,
      {
        method: "POST",
        agent: false,
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      },
      (response) => {
        response.on("data", (chunk: Buffer) => (text += chunk.toString()));
        response.on("end", () => resolve(JSON.parse(text) as Answer));
        response.on("error", () => resolve(null));
      },
    );
    sent.on("error", (error) => (hangUpAfterMs === null ? reject(error) : resolve(null)));
    if (hangUpAfterMs !== null) setTimeout(() => sent.destroy(), hangUpAfterMs);
    sent.end(body);
  });

it("shows an establishment its own figures only, while clients hang up in the middle of their requests", async () => {
  const tokens = await Promise.all(codes.map((code) => hub.tokenFor(`establishment:${code}`)));
  let [answered, cutOff] = [0, 0];
  const foreign: unknown[] = [];
  const take = async (turn: number): Promise<void> => {
    const own = turn % codes.length;
    // Every other pair hangs up, some before the door has looked at the token, some while rows are read.
    const answer = await ask(tokens[own]!, turn % 4 < 2 ? 1 + (turn % 20) : null);
    if (answer === null) return void (cutOff += 1);
    answered += 1;
    const seen = answer.data?.submissions.map(({ establishment }) => establishment.code);
    if (seen?.join() !== codes[own]) foreign.push([turn, answer]);
  };
  const turns = Array.from({ length: requests }, (_, turn) => turn).values();
  await Promise.all(
    Array.from({ length: 10 }, async () => {
      for (const turn of turns) await take(turn);
    }),
  );
  expect(foreign).toEqual([]);
  expect(answered).toBeGreaterThanOrEqual(requests / 2);
  expect(cutOff).toBeGreaterThan(0);
  // Nothing of a request that was given up goes on holding locks.
  const idle =
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'";
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await hub.database.query(idle)).toEqual([]);
}, 120_000);
