import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { aHub, type Form, type TestHub } from "../harness/hub.js";
import { hold, readers, releaseAll, statements } from "./held-table.js";

const hubs = new Map<Form, TestHub>();
beforeAll(async () => {
  for (const form of ["in process", "over HTTP"] as const)
    // At one second the wait for a lock, half of a statement's two, would be over at the very moment of the operation's end.
    hubs.set(form, await aHub(form, { OPERATION_TIMEOUT_SECONDS: "0.5" }));
}, 120_000);
afterEach(releaseAll);
afterAll(async () => {
  for (const hub of hubs.values()) await hub.close();
});

/** Less than the time-out of a statement, a second after the operation's. */
const soonMs = 800;

it.each(
  (["in process", "over HTTP"] as const).flatMap((form) =>
    readers.map((reader) => [form, ...reader] as const),
  ),
)(
  "%s, what %s reads longer than an operation may take is not gone on with; what is asked next is answered",
  async (form, _, table, selection, account) => {
    const hub = hubs.get(form)!;
    const ask = () => hub.ask(`{ ${selection} }`, account === undefined ? {} : { account });
    await ask();
    const held = await hold(hub, table);
    let asked: ReturnType<typeof ask>;
    let waiting: object[];
    let asks = 0;
    do {
      asked = ask();
      waiting = await statements(hub, 1, soonMs);
      // On a busy machine an operation may be over before it has come to read: that is another sentence.
    } while (waiting.length === 0 && (asks += 1) < 5);
    expect(waiting).toHaveLength(1);
    expect((await asked).errors).toMatchObject([{ extensions: { code: "OPERATION_TIMED_OUT" } }]);
    expect(await statements(hub, 0, soonMs)).toEqual([]);
    await held.release();
    expect((await ask()).errors).toBeUndefined();
  },
);
