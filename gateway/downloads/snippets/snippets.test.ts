import { execFile, execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFolder } from "../../../test/harness/folder.js";
import { aHub, type TestHub } from "../../../test/harness/hub.js";
import { schemaFolder } from "../../hub.js";

const run = promisify(execFile);
const folderOfSnippets = join(schemaFolder, "..", "gateway", "downloads", "snippets");
const release = "partenaires-demo-1";

let hub: TestHub;
let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  [hub, folder] = await Promise.all([aHub("in process"), aFolder()]);
}, 120_000);
afterAll(async () => {
  await hub?.close();
  await folder?.remove();
});

/** False on a machine without the program: its snippet is then not tried there. */
function isHere(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe.each([
  ["python3", "read_release.py"],
  ["Rscript", "read_release.R"],
])("the snippet for %s", (program, file) => {
  (isHere(program) ? it : it.skip)(
    "works as printed: it counts the records of each group of regions",
    async () => {
      const { stdout } = await run(program, [join(folderOfSnippets, file), release], {
        cwd: folder.path,
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          LANG: "C.UTF-8",
          CARREFOUR_URL: hub.address,
          CARREFOUR_TOKEN: await hub.tokenFor("researcher:entente-demo-1"),
        },
      });
      const counts = await hub.database.query<{ line: string }>(
        `SELECT region_group || ' ' || count(*) AS line FROM partners_release.record
       WHERE release = $1 AND agreement = 'entente-demo-1' GROUP BY region_group ORDER BY region_group COLLATE "C"`,
        [release],
      );
      const [total] = await hub.database.query<{ line: string }>(
        "SELECT count(*) || ' fiches · records' AS line FROM partners_release.record WHERE release = $1 AND agreement = 'entente-demo-1'",
        [release],
      );
      expect(stdout.trim().split("\n")).toEqual([total!.line, ...counts.map(({ line }) => line)]);
    },
  );

  it("says how its token is asked for, and takes nothing that has to be installed", async () => {
    const text = await readFile(join(folderOfSnippets, file), "utf8");
    expect(text).toContain("npx carrefour token");
    const taken = [...text.matchAll(/^\s*(?:import|from|library\(|require\() ?([\w.]+)/gm)].map(
      ([, name]) => name,
    );
    expect(taken).toEqual(program === "python3" ? ["collections", "csv", "os", "sys", "urllib.request"] : []);
  });
});
