import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { anEstablishmentPrincipal } from "../../../test/harness/subgraph.js";
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

const planted = 23;
const mine = async (principal = chum): Promise<unknown[]> => {
  const { data } = await hub.ask<{ addedResources: unknown[] }>(
    "{ addedResources { code state title { fr } establishment { code } decisionReason } }",
    {},
    principal,
  );
  return data!.addedResources;
};

describe("what an establishment adds to the repertoire", () => {
  it("waits for a decision, read by itself and by the collection, and by nobody else", async () => {
    const proposed = await hub.add();
    expect(proposed).toMatchObject({
      state: "PROPOSED",
      kind: "TOOL",
      title: { fr: "Capsules d'accueil des usagers partenaires" },
      establishment: { code: "chum" },
      url: "https://exemple.ca/capsules/",
      isSynthetic: false,
      decidedAt: null,
    });
    expect(proposed.code).toMatch(/^capsules-d-accueil-des-usagers-partenaires-[0-9a-f]{8}$/);
    expect(await hub.listed()).toHaveLength(planted);
    expect(await mine()).toHaveLength(1);
    expect(await mine(collector)).toHaveLength(1);
    expect(await mine(estrie)).toEqual([]);
  });

  it("is in the repertoire once the collection publishes it, found by its words, at the end", async () => {
    const code = await hub.publish();
    const listed = await hub.listed();
    expect(listed).toHaveLength(planted + 1);
    expect(listed.at(-1)).toEqual({
      code,
      title: { fr: "Capsules d'accueil des usagers partenaires" },
      url: "https://exemple.ca/capsules/",
      licence: "CC BY-NC 4.0",
      evaluationStatus: "EVALUATED",
      isSynthetic: false,
      reuseCount: 0,
      establishment: { code: "chum" },
      provenance: {
        document: "HUB",
        section: "Répertoire des outils et bonnes pratiques",
        licence: "CC BY-NC 4.0",
        status: "UNVERIFIED",
      },
    });
    expect((await hub.listed('(search: "capsules accueil")')).map((found) => found.code)).toEqual([code]);
  });

  it("stays out of the repertoire when it is refused, and its establishment reads why", async () => {
    const { code } = await hub.add();
    const args = `code: "${code}", decision: REFUSE, reason: "Le lien ne mène nulle part."`;
    const { data } = await hub.act("reviewSharedResource", args, collector);
    expect(data).toMatchObject({
      reviewSharedResource: { state: "REFUSED", decisionReason: "Le lien ne mène nulle part." },
    });
    expect(await mine()).toMatchObject([{ state: "REFUSED", decisionReason: "Le lien ne mène nulle part." }]);
    expect(await hub.listed()).toHaveLength(planted);
  });

  it("shows as of a day only if it was published by its end", async () => {
    hub.setClock(new Date("2026-06-10T12:00:00Z"));
    await hub.publish();
    expect(await hub.listed('(asOf: "2026-06-09")')).toHaveLength(planted);
    expect(await hub.listed('(asOf: "2026-06-10")')).toHaveLength(planted + 1);
  });

  it("from a demonstration account says that it is a demonstration", async () => {
    const { code } = await hub.add({}, anEstablishmentPrincipal("chum"));
    await hub.act("reviewSharedResource", `code: "${code}", decision: PUBLISH`, collector);
    expect((await hub.listed()).at(-1)).toMatchObject({ code, isSynthetic: true });
  });
});

describe("what the collection adds", () => {
  it("is published at once, of the establishment it names or of none", async () => {
    const named = await hub.add({ establishment: "cusm" }, collector);
    expect(named).toMatchObject({ state: "PUBLISHED", establishment: { code: "cusm" } });
    const none = await hub.add({ title: { fr: "Grille de recrutement" }, url: null }, collector);
    expect(none).toMatchObject({ state: "PUBLISHED", establishment: null });
    expect((await hub.listed()).slice(planted).map(({ code }) => code)).toEqual([named.code, none.code]);
  });

  it("of an establishment that does not exist is refused with its place, and nothing is written", async () => {
    const before = await hub.rows();
    const { errors } = await hub.tryToAdd({ establishment: "hopital-inconnu" }, collector);
    expect(errors).toMatchObject([{ extensions: { code: "UNKNOWN_CODE", place: "establishment" } }]);
    expect(await hub.rows()).toEqual(before);
  });
});

describe("a decision on a proposal", () => {
  it.each<[string, string, string]>([
    ["without its reason when it refuses", "decision: REFUSE", "INVALID_ARGUMENT"],
    ["with a blank reason", 'decision: REFUSE, reason: " "', "INVALID_ARGUMENT"],
    ["with an endless reason", `decision: PUBLISH, reason: "${"x".repeat(1_001)}"`, "INVALID_ARGUMENT"],
  ])("%s is refused with its place", async (_title, args, refusal) => {
    const { code } = await hub.add();
    const { errors } = await hub.act("reviewSharedResource", `code: "${code}", ${args}`, collector);
    expect(errors).toMatchObject([{ extensions: { code: refusal, place: "reason" } }]);
    expect(await mine()).toMatchObject([{ state: "PROPOSED" }]);
  });

  it("is taken once", async () => {
    const code = await hub.publish();
    const again = await hub.act("reviewSharedResource", `code: "${code}", decision: PUBLISH`, collector);
    expect(again.errors).toMatchObject([{ extensions: { code: "RESOURCE_WRONG_STATE", place: "code" } }]);
    expect(await hub.listed()).toHaveLength(planted + 1);
  });

  it("is taken once by two at the same moment", async () => {
    const { code } = await hub.add();
    const both = await Promise.all(
      ["PUBLISH", "REFUSE"].map((decision) =>
        hub.act("reviewSharedResource", `code: "${code}", decision: ${decision}, reason: "Vu."`, collector),
      ),
    );
    const refused = both.filter(({ errors }) => errors !== undefined);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.errors).toMatchObject([{ extensions: { code: "RESOURCE_WRONG_STATE" } }]);
  });

  it("is not taken by who proposed", async () => {
    const { code } = await hub.add();
    const twoHats = { ...collector, subject: chum.subject };
    const { errors } = await hub.act("reviewSharedResource", `code: "${code}", decision: PUBLISH`, twoHats);
    expect(errors).toMatchObject([{ extensions: { code: "SAME_PERSON", place: "code" } }]);
    expect(await hub.listed()).toHaveLength(planted);
  });

  it("is not an establishment's, and needs a proposal that exists", async () => {
    const { code } = await hub.add();
    const own = await hub.act("reviewSharedResource", `code: "${code}", decision: PUBLISH`, chum);
    expect(own.errors).toMatchObject([{ extensions: { code: "NOT_ALLOWED" } }]);
    const none = await hub.act("reviewSharedResource", 'code: "rien", decision: PUBLISH', collector);
    expect(none.errors).toMatchObject([{ extensions: { code: "RESOURCE_NOT_FOUND", place: "code" } }]);
  });
});

describe("a withdrawal", () => {
  const withdraw = (code: string, principal = chum, reason = "Le lien est périmé.") =>
    hub.act("withdrawSharedResource", `code: "${code}", reason: "${reason}"`, principal);

  it("takes what is published out of all that the public reads, its past included, and keeps why", async () => {
    hub.setClock(new Date("2026-06-10T12:00:00Z"));
    const code = await hub.publish();
    await hub.act("reuseSharedResource", `code: "${code}"`, estrie);
    hub.setClock(new Date("2026-06-20T12:00:00Z"));
    const { data } = await withdraw(code);
    expect(data).toMatchObject({
      withdrawSharedResource: { state: "WITHDRAWN", withdrawalReason: "Le lien est périmé." },
    });
    expect(await hub.listed()).toHaveLength(planted);
    expect(await hub.listed('(asOf: "2026-06-15")')).toHaveLength(planted);
    const tables = await hub.database.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'establishments_published'",
    );
    for (const { name } of tables) {
      const rows = await hub.database.query(`SELECT 1 FROM ${name} AS t WHERE t::text ~ $1`, [code]);
      expect([name, rows]).toEqual([name, []]);
    }
    expect(await mine()).toMatchObject([{ state: "WITHDRAWN" }]);
  });

  it("of a proposal is its establishment's alone", async () => {
    const { code } = await hub.add();
    expect((await withdraw(code, collector)).errors).toMatchObject([
      { extensions: { code: "RESOURCE_WRONG_STATE", place: "code" } },
    ]);
    expect((await withdraw(code, estrie)).errors).toMatchObject([
      { extensions: { code: "RESOURCE_NOT_FOUND", place: "code" } },
    ]);
    expect((await withdraw(code)).errors).toBeUndefined();
  });

  it("of what is published is the collection's too", async () => {
    const code = await hub.publish();
    expect((await withdraw(code, collector)).errors).toBeUndefined();
    expect(await hub.listed()).toHaveLength(planted);
  });

  it("needs a reason, is done once, and never touches what a document tells", async () => {
    const code = await hub.publish();
    expect((await withdraw(code, chum, " ")).errors).toMatchObject([
      { extensions: { code: "INVALID_ARGUMENT", place: "reason" } },
    ]);
    await withdraw(code);
    expect((await withdraw(code)).errors).toMatchObject([{ extensions: { code: "RESOURCE_WRONG_STATE" } }]);
    expect((await withdraw("savoirs-experientiels-boussole", collector)).errors).toMatchObject([
      { extensions: { code: "RESOURCE_NOT_FOUND" } },
    ]);
    expect(await hub.listed()).toHaveLength(planted);
  });
});
