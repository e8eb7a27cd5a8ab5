import { request } from "node:http";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { aHub, type Form, type TestHub } from "../harness/hub.js";
import { hold, readers, releaseAll, statements } from "./held-table.js";

const hubs = new Map<Form, TestHub>();
beforeAll(async () => {
  for (const form of ["in process", "over HTTP"] as const)
    hubs.set(form, await aHub(form, { ANSWER_CACHE_MEGABYTES: "8", SUBGRAPH_TIMEOUT_SECONDS: "9" }));
}, 120_000);
afterEach(releaseAll);
afterAll(async () => {
  for (const hub of hubs.values()) await hub.close();
});

/** Less than anything of what is asked may take. */
const soonMs = 4_000;

interface Asking {
  /** The text of the answer; rejects when the connection ends before. */
  readonly answered: Promise<string>;
  leave(): void;
}

/** Asks on a connection of its own. */
async function asking(hub: TestHub, body: object, account: string | undefined): Promise<Asking> {
  const authorization = account && `Bearer ${await hub.tokenFor(account)}`;
  const sent = request(`${hub.address}${account ? "/graphql/authenticated" : "/graphql"}`, {
    method: "POST",
    agent: false,
    headers: { "content-type": "application/json", ...(authorization ? { authorization } : {}) },
  });
  const answered = new Promise<string>((resolve, reject) => {
    sent.on("error", reject);
    sent.on("response", (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk.toString()));
      response.on("end", () => resolve(text));
    });
  });
  answered.catch(() => undefined);
  sent.end(JSON.stringify(body));
  return { answered, leave: () => void sent.destroy() };
}

const each = (["in process", "over HTTP"] as const).flatMap((form) =>
  readers.map((reader) => [form, ...reader] as const),
);

it.each(each)(
  "%s, what %s leaves before the answer is not gone on with",
  async (form, _, table, selection, account) => {
    const hub = hubs.get(form)!;
    const ask = (name: string) =>
      hub.ask(`{ ${name}: ${selection} }`, account === undefined ? {} : { account });
    await ask("before");
    const held = await hold(hub, table);
    const { leave } = await asking(hub, { query: `{ left: ${selection} }` }, account);
    expect(await statements(hub, 1, soonMs)).toHaveLength(1);
    leave();
    expect(await statements(hub, 0, soonMs)).toEqual([]);
    await held.release();
    expect((await ask("left")).errors).toBeUndefined();
  },
);

it.each(each)(
  "%s, what %s leaves before the answer goes on for who asked the same meanwhile",
  async (form, _, table, selection, account) => {
    const hub = hubs.get(form)!;
    const body = { query: `{ shared: ${selection} }` };
    // Whatever was asked before it has then come as far as it can.
    const another = (name: string) => hub.ask(`{ ${name}: establishment(code: "chum") { code } }`);
    const held = await hold(hub, table);
    const first = await asking(hub, body, account);
    const [working] = await statements(hub, 1, soonMs);
    const second = await asking(hub, body, account);
    await another("second");
    first.leave();
    await another("left");
    expect(await statements(hub, 1, soonMs)).toMatchObject([{ pid: working!.pid }]);
    await held.release();
    expect(await second.answered).toMatch(/^\{"data":\{"shared":\[/);
  },
);

it.each(["in process", "over HTTP"] as const)(
  "%s, what is changed is changed, whoever leaves",
  async (form) => {
    const hub = hubs.get(form)!;
    const declared = () =>
      hub.database.query(
        "SELECT FROM quality_indicators_published.recommendation_progress WHERE recommendation = 'F5'",
      );
    const before = (await declared()).length;
    const held = await hold(hub, "quality_indicators_published.recommendation_progress");
    const input = {
      recommendation: "F5",
      status: "IN_PROGRESS",
      evidence: { fr: "La plateforme est à l'essai." },
      linkedIndicators: ["IQP-26"],
      date: hub.today,
    };
    const query = "mutation ($input: DeclareProgressInput!) { declareProgress(input: $input) { receipt } }";
    const { leave } = await asking(hub, { query, variables: { input } }, "steward:collect");
    const [working] = await statements(hub, 1, soonMs);
    leave();
    await hub.ask(`{ left: establishment(code: "chum") { code } }`);
    expect(await statements(hub, 1, soonMs)).toMatchObject([{ pid: working!.pid }]);
    await held.release();
    await statements(hub, 0, soonMs);
    expect(await declared()).toHaveLength(before + 1);
  },
);
