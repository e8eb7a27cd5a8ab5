import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aResearcher, aSteward } from "../../../test/harness/subgraph.js";
import { publicPrincipal } from "../../index.js";
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

describe("a resource that is like another", () => {
  const warningsOf = async (changes: object, principal = chum): Promise<unknown> => {
    const { data, errors } = await hub.tryToAdd({ dryRun: true, ...changes }, principal);
    expect(errors).toBeUndefined();
    return (data as unknown as { addSharedResource: { warnings: unknown } }).addSharedResource.warnings;
  };
  const another = { title: { fr: "Grille de recrutement" }, url: "https://exemple.ca/grille" };

  it("is told with the code of the one that exists, by its address however it is written", async () => {
    const code = await hub.publish();
    for (const url of ["http://www.exemple.ca/capsules", "https://EXEMPLE.ca/capsules/#debut"])
      expect(await warningsOf({ ...another, url })).toEqual([{ likeness: "SAME_ADDRESS", existing: code }]);
    expect(await warningsOf(another)).toEqual([]);
    expect(await warningsOf({ ...another, url: "https://exemple.ca/capsules/?page=2" })).toEqual([]);
  });

  it("is told by nearly the same title, in French or in English, also of a planted resource", async () => {
    const code = await hub.publish();
    const similar = { likeness: "SIMILAR_TITLE", existing: code };
    expect(
      await warningsOf({ ...another, title: { fr: "Capsule d'accueil de l'usager partenaire" } }),
    ).toEqual([similar]);
    expect(
      await warningsOf({ ...another, title: { fr: "Vidéos", en: "WELCOME CAPSULES for Partners!" } }),
    ).toEqual([similar]);
    expect(
      await warningsOf({ ...another, title: { fr: "Les savoirs expérientiels comme boussoles" } }),
    ).toEqual([{ likeness: "SIMILAR_TITLE", existing: "savoirs-experientiels-boussole" }]);
  });

  it("is added all the same", async () => {
    await hub.publish();
    expect(await hub.add()).toMatchObject({ state: "PROPOSED" });
  });

  it("is not told of what another establishment only proposes, but the collection sees it", async () => {
    const { code } = await hub.add();
    expect(await warningsOf({}, estrie)).toEqual([]);
    expect(await warningsOf({})).toEqual([{ likeness: "SAME_ADDRESS", existing: code }]);
    expect(await warningsOf({}, collector)).toEqual([{ likeness: "SAME_ADDRESS", existing: code }]);
  });

  it("can be looked for in a trial that writes nothing", async () => {
    const before = await hub.rows();
    const { data } = await hub.tryToAdd({ dryRun: true });
    expect(data).toEqual({ addSharedResource: { resource: null, warnings: [] } });
    expect(await hub.rows()).toEqual(before);
  });
});

describe("a resource that cannot be shown to everybody", () => {
  const text = (fr: string, en?: string) => ({ fr, ...(en === undefined ? {} : { en }) });
  it.each<[string, object, string, string]>([
    ["in another's name", { establishment: "cusm" }, "NOT_ALLOWED", "establishment"],
    ["of a sort that is no code", { type: "guide de recrutement" }, "INVALID_ARGUMENT", "type"],
    ["in a language that is no code", { language: "français" }, "INVALID_ARGUMENT", "language"],
    ["without a title", { title: text(" ") }, "INVALID_ARGUMENT", "title.fr"],
    ["with an endless title", { title: text("x".repeat(201)) }, "INVALID_ARGUMENT", "title.fr"],
    ["with a blank English title", { title: text("Guide", "") }, "INVALID_ARGUMENT", "title.en"],
    [
      "with an endless description",
      { description: text("x".repeat(2_001)) },
      "INVALID_ARGUMENT",
      "description.fr",
    ],
    ["with a NUL in its description", { description: text("a\0b") }, "INVALID_ARGUMENT", "description.fr"],
    ["with a blank licence", { licence: " " }, "INVALID_ARGUMENT", "licence"],
    ["at a script", { url: "javascript:alert(1)" }, "INVALID_ARGUMENT", "url"],
    ["at a file", { url: "file:///etc/passwd" }, "INVALID_ARGUMENT", "url"],
    ["at data", { url: "data:text/html,<b>x</b>" }, "INVALID_ARGUMENT", "url"],
    ["at an address with a password", { url: "https://moi:secret@exemple.ca/" }, "INVALID_ARGUMENT", "url"],
    ["at a machine without a name", { url: "http://127.0.0.1/" }, "INVALID_ARGUMENT", "url"],
    ["at no address", { url: "voir l'intranet" }, "INVALID_ARGUMENT", "url"],
    ["at an endless address", { url: `https://exemple.ca/${"x".repeat(2_000)}` }, "INVALID_ARGUMENT", "url"],
    [
      "at an address with an email in it",
      { url: "https://exemple.ca/?de=a.roy%40exemple.ca" },
      "PERSONAL_DATA",
      "url",
    ],
    ["naming a person", { description: text("Conçu par Mme Tremblay.") }, "PERSONAL_DATA", "description.fr"],
    ["with a telephone number", { title: text("Guide, 514 555-0199") }, "PERSONAL_DATA", "title.fr"],
  ])("%s is refused with its place, and nothing is written", async (_title, changes, code, place) => {
    const before = await hub.rows();
    const { errors } = await hub.tryToAdd(changes);
    expect(errors).toMatchObject([{ extensions: { code, place } }]);
    expect(await hub.rows()).toEqual(before);
  });

  it.each([
    ["the public", publicPrincipal],
    ["a researcher", aResearcher("entente-demo-1")],
    ["who publishes", aSteward("steward:publish")],
    ["who keeps privacy", aSteward("steward:privacy")],
  ])("is not taken from %s, who reads none either", async (_who, principal) => {
    const before = await hub.rows();
    for (const { errors } of [
      await hub.tryToAdd({}, principal),
      await hub.ask("{ addedResources { code } }", {}, principal),
      await hub.ask("{ resourceReuses { code } }", {}, principal),
    ])
      expect(errors).toMatchObject([{ extensions: { code: "NOT_ALLOWED" } }]);
    expect(await hub.rows()).toEqual(before);
  });
});
