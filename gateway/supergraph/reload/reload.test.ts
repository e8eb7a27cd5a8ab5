import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aHub, type TestHub } from "../../../test/harness/hub.js";
import { generationOf, inGeneration } from "./testing/generation.js";

const file = { public: "supergraph.public.graphql", authenticated: "supergraph.graphql" };
const committed = async (name: keyof typeof file): Promise<string> =>
  readFile(join("schema", file[name]), "utf8");

let hub: TestHub;
let folder: string;
const written: Record<string, unknown>[] = [];
const journal = new Writable({
  write(line: Buffer, _, done) {
    written.push(JSON.parse(line.toString()) as Record<string, unknown>);
    done();
  },
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carrefour-supergraph-"));
  for (const name of ["public", "authenticated"] as const)
    await writeFile(join(folder, file[name]), inGeneration(await committed(name), 1));
  hub = await aHub("in process", { SUPERGRAPH_DIR: folder }, { journal });
}, 120_000);
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => void written.splice(0));

/** Replaces a file as an operator does who loses nothing: written beside, then moved over it. */
async function replace(name: keyof typeof file, text: string): Promise<void> {
  await writeFile(join(folder, "next"), text);
  await rename(join(folder, "next"), join(folder, file[name]));
}

const question = `{ one: __type(name: "Establishment") { description } other: __type(name: "HealthRegion") { description }
  establishment(code: "chum") { code } }`;
const generation = async (): Promise<number | null> => generationOf(JSON.stringify(await hub.ask(question)));
const reloads = (): unknown[] =>
  written.filter(({ door, msg }) => door === "public" && String(msg).startsWith("supergraph"));

describe("a supergraph that is replaced while the hub serves", () => {
  it("is taken over when its file is moved into place, without anybody asking for it", async () => {
    expect(await generation()).toBe(1);
    await replace("public", inGeneration(await committed("public"), 2));
    while (reloads().length === 0) await pause(50);
    expect(reloads()).toMatchObject([
      { msg: expect.stringContaining("taken over"), warmed: expect.any(Number) },
    ]);
    expect(await generation()).toBe(2);
  });

  it("is what everything goes by from then on: the guard, what may be asked, and what was kept of answers", async () => {
    const names = '{ establishment(code: "chum") { code names: name { fr } } }';
    expect((await hub.ask(names)).errors).toBeUndefined();
    const text = inGeneration(await committed("public"), 3);
    const without = text.replace(
      /(\ntype Establishment [\s\S]*?)\n {2}"""[^"]*"""\n {2}name: LocalizedText![^\n]*/,
      "$1",
    );
    expect(without.length).toBeLessThan(text.length);
    await replace("public", without);
    await hub.hub!.reload();
    expect((await hub.ask(names)).errors).toMatchObject([
      { extensions: { code: "GRAPHQL_VALIDATION_FAILED" } },
    ]);
    await replace("public", text);
    await hub.hub!.reload();
    expect((await hub.ask(names)).errors).toBeUndefined();
    expect(await generation()).toBe(3);
  });

  it.each([
    [
      "is half written",
      (text: string) => text.slice(0, text.length / 2),
      /ne se construit pas/,
      /cannot be built/,
    ],
    ["is empty", () => "", /ne se construit pas/, /cannot be built/],
    [
      "names a subgraph that this hub has not",
      (text: string) => text.replace('name: "partners"', 'name: "partenaires"'),
      /sous-graphes inconnus : partenaires/,
      /unknown subgraphs: partenaires/,
    ],
  ])(
    "is refused when it %s, with the reason in both languages, and the former goes on",
    async (_, broken, french, english) => {
      await replace("public", broken(await committed("public")));
      await hub.hub!.reload();
      expect(reloads()).toMatchObject([
        { level: 50, french: expect.stringMatching(french), english: expect.stringMatching(english) },
      ]);
      expect(await generation()).toBe(3);
    },
  );

  it("is refused when the file of the authenticated door is put in the public one's place", async () => {
    await replace("public", await committed("authenticated"));
    await hub.hub!.reload();
    expect(reloads()).toMatchObject([{ french: expect.stringContaining("porte authentifiée") }]);
    const { errors } = await hub.ask("{ me { audience } }");
    expect(errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
    expect(await hub.hub!.watched.metrics()).toMatch(
      /^carrefour_supergraph_reloads_total\{door="public",outcome="refused"\} [4-9]$/m,
    );
  });

  it("takes nothing over when nothing changed", async () => {
    await replace("public", inGeneration(await committed("public"), 3));
    await hub.hub!.reload();
    expect(reloads()).toEqual([]);
  });
});
