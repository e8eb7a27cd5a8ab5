import { execFile, execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFolder } from "../../../test/harness/folder.js";
import { aHub, type TestHub } from "../../../test/harness/hub.js";
import { textsOf, wordsOfHtml } from "../page/testing/read-page.js";
import { examplesAt } from "./examples.js";

const run = promisify(execFile);

let hub: TestHub;
let folder: Awaited<ReturnType<typeof aFolder>>;
let codes: readonly string[];
let expected: readonly string[];
beforeAll(async () => {
  [hub, folder] = await Promise.all([
    aHub("in process", { RATE_LIMIT_ADDRESS: "54321", DATA_LICENCE: "CC0-1.0" }),
    aFolder(),
  ]);
  codes = textsOf(await read("/donnees"), "pre");
  const rows = await hub.database.query<{ line: string }>(
    `SELECT concat_ws(' ', value, unit, origin, provenance->>'section') AS line
     FROM quality_indicators_published.observation
     WHERE indicator = 'IQP-06' AND campaign = '2024' AND level = 'PROVINCE'
     UNION ALL
     SELECT concat_ws(' ', value, unit, 'PUBLISHED', provenance->>'section')
     FROM quality_indicators_published.published_figure WHERE indicator = 'IQP-06' AND campaign = '2024'`,
  );
  expected = rows.map(({ line }) => line).sort();
}, 120_000);
afterAll(async () => {
  await hub?.close();
  await folder?.remove();
});

const read = async (path: string): Promise<string> => (await fetch(`${hub.address}${path}`)).text();

/** The heads of the audit are sealed soon after a start, not before it. */
async function statusOf(path: string | undefined, patience = 20): Promise<number> {
  const { status } = await fetch(`${hub.address}${path}`);
  if (status !== 404 || patience === 0) return status;
  await setTimeout(500);
  return statusOf(path, patience - 1);
}

function isHere(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** An example as it stands on the page. */
function printed(name: string): string {
  const rank = examplesAt(hub.address).findIndex((example) => example.name === name);
  const code = codes[rank];
  if (code === undefined) throw new Error(`expected an example in ${name} on the page, got none`);
  return code;
}

interface Told {
  readonly data: {
    readonly qualityIndicator: {
      readonly observations: readonly {
        readonly value: number | null;
        readonly unit: string;
        readonly origin: string;
        readonly provenance: { readonly section: string };
      }[];
    };
  };
}
const linesOf = ({ data }: Told): string[] =>
  data.qualityIndicator.observations
    .map(({ value, unit, origin, provenance }) => [value, unit, origin, provenance.section].join(" "))
    .sort();

describe("the examples of « Données et API », copied from the page", () => {
  it("in curl give what the published table holds", async () => {
    expect(expected.length).toBeGreaterThan(1);
    const { stdout } = await run("sh", ["-c", printed("curl")]);
    expect(linesOf(JSON.parse(stdout) as Told)).toEqual(expected);
  });

  it("in JavaScript run as they stand and print it", async () => {
    const file = join(folder.path, "question.mjs");
    await writeFile(file, printed("JavaScript"));
    const { stdout } = await run(process.execPath, [file]);
    expect(stdout.trim().split("\n").sort()).toEqual(expected);
  });

  (isHere("python3") ? it : it.skip)("in Python run as they stand and print it", async () => {
    const file = join(folder.path, "question.py");
    await writeFile(file, printed("Python"));
    const { stdout } = await run("python3", [file], { env: { ...process.env, PYTHONIOENCODING: "utf-8" } });
    expect(stdout.trim().split("\n").sort()).toEqual(expected);
  });

  (isHere("Rscript") ? it : it.skip)("in R run as they stand and print it", async () => {
    const file = join(folder.path, "question.R");
    await writeFile(file, printed("R"));
    const { stdout } = await run("Rscript", [file]);
    expect(stdout.trim().split("\n").sort()).toEqual(expected);
  });

  it("in R ask an address that answers, also where R is not installed", async () => {
    const code = printed("R");
    const query = new URLSearchParams(
      ["variables", "extensions"].map((name) => [
        name,
        new RegExp(`^${name} <- '(.*)'$`, "m").exec(code)?.[1] ?? "",
      ]),
    );
    const answer = await fetch(`${hub.address}/graphql?${query}`);
    expect(linesOf((await answer.json()) as Told)).toEqual(expected);
  });

  it("by hash, in curl, give the same without the text of the question", async () => {
    const byHash = codes.find((code) => code.startsWith("curl -sG"));
    expect(byHash).not.toContain("observations");
    const { stdout } = await run("sh", ["-c", byHash ?? "false"]);
    expect(linesOf(JSON.parse(stdout) as Told)).toEqual(expected);
  });
});

describe("the page « Données et API »", () => {
  it("names only files that are there", async () => {
    const html = await read("/donnees");
    const files = [...html.matchAll(/<th scope="row"><a href="([^"]+)">/g)].map(([, path]) => path);
    expect(files.length).toBeGreaterThan(4);
    for (const path of files) expect([path, await statusOf(path)]).toEqual([path, 200]);
  });

  it("says why the releases are listed elsewhere, and leads to the catalogue and to the register, which asks for an account", async () => {
    const { data } = (await hub.ask("{ __schema { queryType { fields { name } } types { name } } }")) as {
      data: { __schema: { queryType: { fields: { name: string }[] }; types: { name: string }[] } };
    };
    const names = [...data.__schema.queryType.fields, ...data.__schema.types].map(({ name }) => name);
    expect(names.filter((name) => /release/i.test(name))).toEqual([]);
    for (const [path, told, catalogue] of [
      ["/donnees", "Cette liste n'est pas publique", "/espace/recherche"],
      ["/en/data", "This list is not public", "/en/workspace/research"],
    ] as const) {
      const section = (await read(path)).split('id="releases"')[1]?.split("<section")[0] ?? "";
      expect(wordsOfHtml(section)).toContain(told);
      expect(section).toContain(`<a href="${catalogue}">`);
      expect(section).toContain("<code>/data/register.csv</code>");
    }
    expect(await statusOf("/data/register.csv")).toBe(401);
  });

  it("tells the limits and the licence that this hub is set to, in both languages", async () => {
    const french = wordsOfHtml(await read("/donnees"));
    expect(french).toContain("54 321 ; une requête servie coûte 1 point, une requête refusée 50");
    const english = wordsOfHtml(await read("/en/data"));
    expect(english).toContain("54,321; an answered request costs 1 point, a refused one 50");
    for (const words of [french, english]) expect(words).toContain("CC0 1.0");
  });
});
