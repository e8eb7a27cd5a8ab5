import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { aHub, type TestHub } from "../harness/hub.js";
import { hold, releaseAll } from "../security/held-table.js";
import { get, questions, until, withCache } from "./questions.js";

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub("in process", withCache);
}, 60_000);
afterEach(releaseAll);
afterAll(() => hub?.close());

const inFlight = async (): Promise<number> =>
  Number(/^carrefour_requests_in_flight (\d+)$/m.exec(await hub.hub!.watched.metrics())?.[1]);

const got = (query: string): string =>
  `GET /graphql?${new URLSearchParams({ query }).toString()} HTTP/1.1\r\nhost: ${new URL(hub.address).host}\r\napollo-require-preflight: 1\r\n\r\n`;

it("an answer told from what is kept waits its turn on its connection, and a stop waits for it", async () => {
  for (let turn = 0; turn < 3; turn += 1) await get(hub, questions.glossary);
  const table = await hold(hub, "user_committees_published.user_committee");
  const socket = connect(Number(new URL(hub.address).port), "127.0.0.1");
  await once(socket, "connect");
  let text = "";
  socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
  // The visitor is known from here on.
  socket.write(got(questions.glossary));
  await until(async () => text.includes('"glossary"'), "an answer");
  expect(await inFlight()).toBe(0);
  text = "";
  socket.write(got(questions.committees) + got(questions.glossary));
  await until(async () => (await inFlight()) === 2, "two answers under way");
  expect(text).toBe("");
  await table.release();
  await until(async () => text.includes('"glossary"'), "the answer that waited its turn");
  expect(text.indexOf('"userCommittees"')).toBeGreaterThan(0);
  expect(text.indexOf('"userCommittees"')).toBeLessThan(text.indexOf('"glossary"'));
  expect(await inFlight()).toBe(0);
  socket.destroy();
});
