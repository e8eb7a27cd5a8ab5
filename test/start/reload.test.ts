import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generationOf, inGeneration } from "../../gateway/supergraph/reload/testing/generation.js";
import { aDatabase, suiteRoleSecret, type TestDatabase } from "../harness/database.js";
import { keepAliveLoad } from "./keep-alive-load.js";
import { type Started, startedProgram } from "./started.js";

const reloads = 12;
const question = `{ one: __type(name: "Establishment") { description } other: __type(name: "HealthRegion") { description }
  establishment(code: "chum") { code name { fr } region { code } } }`;

let database: TestDatabase;
let folder: string;
let hub: Started;
let sdl: string;

/** Moves a supergraph into place: what is there is whole at every moment. */
async function place(text: string): Promise<void> {
  await writeFile(join(folder, "next"), text);
  await rename(join(folder, "next"), join(folder, "supergraph.public.graphql"));
}

const served = async (): Promise<number | null> => {
  const answer = await fetch(`${hub.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: question }),
  });
  return generationOf(await answer.text());
};

beforeAll(async () => {
  database = await aDatabase("demo");
  folder = await mkdtemp(join(tmpdir(), "carrefour-reload-"));
  sdl = await readFile("schema/supergraph.public.graphql", "utf8");
  await writeFile(join(folder, "supergraph.graphql"), await readFile("schema/supergraph.graphql", "utf8"));
  await place(inGeneration(sdl, 1));
  hub = await startedProgram(["dist/gateway/main.js"], {
    HUB_DATA_DIR: folder,
    SUPERGRAPH_DIR: folder,
    DATABASE_URL: database.address.url,
    DATABASE_ROLE_SECRET: suiteRoleSecret,
  });
}, 120_000);
afterAll(async () => {
  hub.program.child.kill("SIGTERM");
  await hub.program.ended();
  await rm(folder, { recursive: true, force: true });
  await database.drop();
}, 60_000);

/** Every answer is whole, of one supergraph, and never of an older one than its connection saw before. */
function faultFinder(): (body: string, connection: number) => string | null {
  const last = new Map<number, number>();
  return (body, connection) => {
    const generation = generationOf(body);
    if (generation === null || !body.includes('"establishment":{"code":"chum"')) return body.slice(0, 300);
    const before = last.get(connection) ?? 0;
    last.set(connection, generation);
    return generation < before ? `${generation} after ${before}` : null;
  };
}

describe("a hub that is asked while its supergraph is replaced again and again", () => {
  it("loses no request, and answers each wholly by one supergraph, kept answers too", async () => {
    const url = `${hub.address}/graphql`;
    const whole = { url, connections: 4, query: question };
    // A cookie keeps an answer out of what is kept for everybody.
    const asked = keepAliveLoad({ ...whole, headers: { cookie: "a=b" }, faultOf: faultFinder() });
    const kept = keepAliveLoad({ ...whole, faultOf: faultFinder() });
    for (let generation = 2; generation < 2 + reloads; generation += 1) {
      // Every third time what is there is broken first.
      if (generation % 3 === 0) await place(sdl.slice(0, sdl.length / 2));
      if (generation % 3 === 0) hub.program.child.kill("SIGHUP");
      if (generation % 3 === 0) await pause(100);
      await place(inGeneration(sdl, generation));
      // By the signal at once, or by the watch a moment later.
      if (generation % 2 === 0) hub.program.child.kill("SIGHUP");
      const deadline = Date.now() + 30_000;
      while ((await served()) !== generation && Date.now() < deadline) await pause(20);
      expect(await served()).toBe(generation);
    }
    for (const { answered, dropped } of await Promise.all([asked.stop(), kept.stop()])) {
      expect(dropped).toEqual([]);
      expect(answered).toBeGreaterThan(10 * reloads);
    }
  }, 240_000);
});
