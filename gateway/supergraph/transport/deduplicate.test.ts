import { describe, expect, it } from "vitest";
import { deduplicated } from "./deduplicate.js";
import { NoAnswer } from "./no-answer.js";
import { anOperation } from "./testing/a-server.js";
import { anEnd, settled } from "./testing/a-transport.js";
import { Wait } from "./wait.js";

interface Caller {
  readonly who: string;
  readonly at: number;
  readonly asker?: Wait;
}
const someone = (who = "public", at = 0, asker?: Wait): Caller => ({ who, at, ...(asker && { asker }) });

function aWay() {
  const end = anEnd();
  const writes = { count: 0 };
  let shared = 0;
  const way = deduplicated<Caller>(end.transport, {
    isSameCaller: (one, other) => one.who === other.who,
    startedAt: ({ at }) => at,
    askerOf: ({ asker }) => asker,
    writes,
    onShared: () => (shared += 1),
  });
  return { ...end, way, writes, shared: () => shared };
}
const estrie = anOperation({ query: "query ($c: ID!) { of(c: $c) { code } }", variables: { c: "estrie" } });

describe("equal queries that are under way together", () => {
  it("are asked once, and each receives an answer of its own", async () => {
    const { way, arrived, shared } = aWay();
    const sent = [1, 2, 3].map(() => way.send({ ...estrie, variables: { c: "estrie" } }, someone()));
    expect(arrived).toHaveLength(1);
    arrived[0]!.answer({ of: [{ code: "a", names: ["x"] }, null, 1.5, true] });
    const answers = await Promise.all(sent);
    expect(answers[1]).toEqual({ data: { of: [{ code: "a", names: ["x"] }, null, 1.5, true] } });
    // The executor writes into what it received.
    (answers[0]!.data!["of"] as { code: string }[])[0]!.code = "changed";
    (answers[1]!.data!["of"] as { names: string[] }[])[0]!.names.push("y");
    expect(answers[2]).toEqual({ data: { of: [{ code: "a", names: ["x"] }, null, 1.5, true] } });
    expect(shared()).toBe(2);
  });

  it("have copies of their answer before the first receiver can change it", async () => {
    const { way, arrived } = aWay();
    const first = way.send(estrie, someone()).then(({ data }) => {
      data!["of"] = "changed";
    });
    const second = way.send(estrie, someone());
    arrived[0]!.answer({ of: "estrie" });
    await first;
    expect(await second).toEqual({ data: { of: "estrie" } });
  });

  it("are asked again once they were answered", async () => {
    const { way, arrived } = aWay();
    for (let n = 0; n < 2; n += 1) {
      const sent = way.send(estrie, someone());
      arrived[n]!.answer({ n });
      expect(await sent).toEqual({ data: { n } });
    }
  });

  it("share a failure too, which is not kept", async () => {
    const { way, arrived } = aWay();
    const sent = [way.send(estrie, someone()), way.send(estrie, someone())];
    arrived[0]!.fail(new NoAnswer("cut-off", "down"));
    for (const one of sent) await expect(one).rejects.toMatchObject({ kind: "cut-off" });
    void way.send(estrie, someone());
    expect(arrived).toHaveLength(2);
  });
});

describe("queries that are never answered for one another", () => {
  it.each<[string, Partial<typeof estrie>, Caller]>([
    ["another caller's", {}, someone("estrie")],
    ["of another document", { query: "{ other }" }, someone()],
    ["of other variables", { variables: { c: "chum" } }, someone()],
    ["of further variables", { variables: { c: "estrie", d: null } }, someone()],
    ["of another operation of the document", { operationName: "Other" }, someone()],
    ["of an operation that began earlier, and ends earlier", {}, someone("public", -1)],
  ])("%s", async (_, more, caller) => {
    const { way, arrived } = aWay();
    const first = way.send(estrie, someone());
    const second = way.send({ ...estrie, ...more }, caller);
    expect(arrived).toHaveLength(2);
    arrived[1]!.answer({ of: "second" });
    arrived[0]!.answer({ of: "first" });
    expect([await first, await second]).toEqual([{ data: { of: "first" } }, { data: { of: "second" } }]);
  });

  it("a mutation's, however equal", async () => {
    const { way, arrived } = aWay();
    const mutation = anOperation({ kind: "mutation", query: "mutation { push }" });
    void way.send(mutation, someone());
    void way.send(mutation, someone());
    expect(arrived).toHaveLength(2);
  });

  it("one asked after a mutation has ended by one asked before: it reads what was written", async () => {
    const { way, arrived } = aWay();
    void way.send(estrie, someone());
    const mutation = way.send(anOperation({ kind: "mutation" }), someone("steward"));
    void way.send(estrie, someone());
    expect(arrived).toHaveLength(2);
    arrived[1]!.answer();
    await mutation;
    void way.send(estrie, someone());
    expect(arrived).toHaveLength(3);
    // And that one is shared again.
    void way.send(estrie, someone());
    expect(arrived).toHaveLength(3);
  });

  it("one that still has time by one whose operation ended: it is asked again", async () => {
    const { way, arrived } = aWay();
    const [first, second, third] = [
      way.send(estrie, someone("public", 0)),
      way.send(estrie, someone("public", 1)),
      way.send(estrie, someone("public", 2)),
    ];
    arrived[0]!.fail(new NoAnswer("operation-over", "over"));
    await expect(first).rejects.toMatchObject({ kind: "operation-over" });
    await settled();
    expect(arrived).toHaveLength(2);
    arrived[1]!.answer({ of: "second" });
    expect([await second, await third]).toEqual([{ data: { of: "second" } }, { data: { of: "second" } }]);
  });
});

describe("a query whose asker leaves", () => {
  const left = new NoAnswer("asker-left", "gone");

  it("is given up when nobody shares it, and goes on when somebody does", async () => {
    const { way, arrived } = aWay();
    const [alone, first, second] = [new Wait(), new Wait(), new Wait()];
    void way.send(anOperation({ query: "{ alone }" }), someone("public", 0, alone));
    const sent = [first, second].map((asker) => way.send(estrie, someone("public", 0, asker)));
    for (const asker of [alone, first]) asker.end(left);
    expect(arrived.map(({ wait }) => wait?.reason)).toEqual([left, null]);
    arrived[1]!.answer({ of: "estrie" });
    expect(await Promise.all(sent)).toEqual([{ data: { of: "estrie" } }, { data: { of: "estrie" } }]);
  });

  it("is asked again for who came while it was given up", async () => {
    const { way, arrived } = aWay();
    const asker = new Wait();
    const first = way.send(estrie, someone("public", 0, asker));
    asker.end(left);
    const second = way.send(estrie, someone());
    arrived[0]!.fail(left);
    await expect(first).rejects.toBe(left);
    await settled();
    arrived[1]!.answer({ of: "estrie" });
    expect(await second).toEqual({ data: { of: "estrie" } });
  });

  it("is never a mutation", async () => {
    const { way, arrived } = aWay();
    const asker = new Wait();
    void way.send(anOperation({ kind: "mutation" }), someone("public", 0, asker));
    asker.end(left);
    expect(arrived[0]!.wait?.reason ?? null).toBeNull();
  });
});
