import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aFolder } from "../../test/harness/folder.js";
import { algorithmOf, developmentClientKey } from "./client-assertion.js";
import { secretFile } from "./secret-file.js";

let folder: Awaited<ReturnType<typeof aFolder>>;
beforeEach(async () => {
  folder = await aFolder();
});
afterEach(() => folder.remove());

describe("a secret that a file keeps", () => {
  it("is made once, the same for all who start at once, readable by its owner only, with nothing left beside it", async () => {
    const path = join(folder.path, "data", "secret");
    let made = 0;
    const read = await Promise.all(
      Array.from({ length: 20 }, () => secretFile(path, () => `secret ${++made}`)),
    );
    expect(new Set(read).size).toBe(1);
    expect(await readFile(path, "utf8")).toBe(read[0]);
    expect(await secretFile(path, () => "another")).toBe(read[0]);
    expect(((await stat(path)).mode & 0o777).toString(8)).toBe("600");
    expect(await readdir(join(folder.path, "data"))).toEqual(["secret"]);
  });

  it("is not made anew when it cannot be read", async () => {
    await expect(secretFile(folder.path, () => "another")).rejects.toMatchObject({ code: "EISDIR" });
  });

  it("signs for the demonstration accounts", async () => {
    expect(algorithmOf(await developmentClientKey(folder.path))).toBe("ES384");
  });
});
