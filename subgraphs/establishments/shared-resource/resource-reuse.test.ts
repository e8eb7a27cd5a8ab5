import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aRepertoire, chum, collector, estrie, type RepertoireHub } from "./testing/repertoire.js";

let hub: RepertoireHub;
beforeAll(async () => {
  hub = await aRepertoire();
});
afterAll(() => hub.database.drop());
afterEach(async () => {
  expect(hub.hidden).toEqual([]);
  await hub.forget();
});

describe("the reuse of a resource", () => {
  const boussole = "savoirs-experientiels-boussole";
  const reuse = (principal = chum, code = boussole, note = "") =>
    hub.act("reuseSharedResource", `code: "${code}"${note}`, principal);
  const countOf = async (code: string, args = ""): Promise<number | undefined> =>
    (await hub.listed(args)).find((resource) => resource.code === code)?.reuseCount;

  it("is counted once an establishment, and everybody reads how many", async () => {
    expect(await countOf(boussole)).toBe(0);
    const { data } = await reuse(chum, boussole, ', note: "Dans deux cliniques."');
    expect(data).toEqual({
      reuseSharedResource: {
        code: boussole,
        establishmentCode: "chum",
        note: "Dans deux cliniques.",
        takenBackAt: null,
      },
    });
    await reuse(estrie);
    expect(await countOf(boussole)).toBe(2);
    expect((await reuse()).errors).toMatchObject([{ extensions: { code: "ALREADY_REUSED", place: "code" } }]);
    expect(await countOf(boussole)).toBe(2);
  });

  it("is counted once when told twice at the same moment", async () => {
    const both = await Promise.all([reuse(), reuse()]);
    expect(both.filter(({ errors }) => errors === undefined)).toHaveLength(1);
    expect(await countOf(boussole)).toBe(1);
  });

  it("can be taken back, then told again", async () => {
    await reuse();
    const taken = await hub.act("takeBackReuse", `code: "${boussole}"`, chum);
    expect(taken.errors).toBeUndefined();
    expect(await countOf(boussole)).toBe(0);
    const again = await hub.act("takeBackReuse", `code: "${boussole}"`, chum);
    expect(again.errors).toMatchObject([{ extensions: { code: "NOT_REUSED", place: "code" } }]);
    await reuse();
    expect(await countOf(boussole)).toBe(1);
  });

  it("counts as of a day those told and not taken back by its end", async () => {
    hub.setClock(new Date("2026-06-10T12:00:00Z"));
    await reuse();
    hub.setClock(new Date("2026-06-20T12:00:00Z"));
    await hub.act("takeBackReuse", `code: "${boussole}"`, chum);
    expect(await countOf(boussole, '(asOf: "2026-06-09")')).toBe(0);
    expect(await countOf(boussole, '(asOf: "2026-06-19")')).toBe(1);
    expect(await countOf(boussole, '(asOf: "2026-06-20")')).toBe(0);
  });

  it("is read with its note by its establishment and by the collection only", async () => {
    await reuse(chum, boussole, ', note: "Dans deux cliniques."');
    const seenBy = async (principal: typeof chum): Promise<unknown> =>
      (await hub.ask("{ resourceReuses { code note } }", {}, principal)).data!.resourceReuses;
    const told = [{ code: boussole, note: "Dans deux cliniques." }];
    expect(await seenBy(chum)).toEqual(told);
    expect(await seenBy(collector)).toEqual(told);
    expect(await seenBy(estrie)).toEqual([]);
  });

  it("of one's own resource, of a proposal, of nothing, or with an endless note is refused with its place", async () => {
    const own = await hub.publish();
    const { code: proposal } = await hub.add({ title: { fr: "Grille de recrutement" }, url: null });
    const before = await hub.rows();
    expect((await reuse(chum, own)).errors).toMatchObject([
      { extensions: { code: "OWN_RESOURCE", place: "code" } },
    ]);
    for (const code of [proposal, "rien"])
      expect((await reuse(estrie, code)).errors).toMatchObject([
        { extensions: { code: "RESOURCE_NOT_FOUND", place: "code" } },
      ]);
    expect((await reuse(chum, boussole, `, note: "${"x".repeat(501)}"`)).errors).toMatchObject([
      { extensions: { code: "INVALID_ARGUMENT", place: "note" } },
    ]);
    expect((await reuse(collector)).errors).toMatchObject([{ extensions: { code: "NOT_ALLOWED" } }]);
    expect(await hub.rows()).toEqual(before);
  });

  it("costs as many statements for the whole repertoire as for one resource", async () => {
    const count = async (search: string): Promise<number> => {
      const before = hub.statements.length;
      await hub.listed(`(search: "${search}")`);
      return hub.statements.length - before;
    };
    expect(await count("")).toBe(await count("boussole"));
  });
});
