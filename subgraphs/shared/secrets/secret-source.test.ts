import { mkdtemp, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { derivedSecrets, givenSecret, secretFile, type SecretShape } from "./secret-source.js";
import { StartError } from "../start-error.js";

const shape: SecretShape = { variable: "HOP_SECRET", shortest: 8 };
let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carrefour-secrets-"));
  file = join(folder, "secret");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const now = true;

describe("a secret of the environment", () => {
  it("is none, itself, or the lines of a file, the first of which is used", async () => {
    await writeFile(file, "\n  the-first \r\nthe-second\n\n");
    expect(givenSecret(shape, { value: undefined, file: undefined })).toBeNull();
    expect(givenSecret(shape, { value: "the-value", file: undefined })?.()).toEqual(["the-value"]);
    expect(givenSecret(shape, { value: "the-value", file })?.()).toEqual(["the-first", "the-second"]);
  });

  it.each<[string, string | null]>([
    ["is missing", null],
    ["is empty", ""],
    ["holds one that is too short", "long-enough\nshort\n"],
    ["holds more than a rotation needs", Array.from({ length: 6 }, (_, n) => `the-secret-${n}`).join("\n")],
  ])("stops a start when its file %s, without a word of what it holds", async (_title, text) => {
    const path = join(folder, "broken");
    if (text !== null) await writeFile(path, text);
    let told: unknown = null;
    try {
      secretFile(shape, path);
    } catch (error) {
      told = error;
    }
    await rm(path, { force: true });
    expect(told).toBeInstanceOf(StartError);
    expect((told as StartError).message).toContain("HOP_SECRET_FILE");
    expect((told as StartError).message).not.toMatch(/the-secret|short$|long-enough/);
  });

  it("is read again when the file changes, also when it is moved into place with the same age and length", async () => {
    await writeFile(file, "the-former");
    const read = secretFile(shape, file);
    await writeFile(`${file}.new`, "the-coming");
    const instant = new Date("2026-05-04T14:00:00Z");
    await Promise.all([utimes(file, instant, instant), utimes(`${file}.new`, instant, instant)]);
    expect(read(now)).toEqual(["the-former"]);
    await rename(`${file}.new`, file);
    expect(read(now)).toEqual(["the-coming"]);
  });

  it("is looked at once a second at most, unless one was just refused", async () => {
    await writeFile(file, "the-former");
    const read = secretFile(shape, file);
    await writeFile(file, "the-coming-one");
    expect(read()).toEqual(["the-former"]);
    expect(read(now)).toEqual(["the-coming-one"]);
    await writeFile(file, "the-one-after-that");
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(read()).toEqual(["the-one-after-that"]);
  });

  it("stays what it was while its file is empty, broken or gone, and changes when it is whole again", async () => {
    await writeFile(file, "the-former");
    const read = secretFile(shape, file);
    for (const broken of ["", "short", "\n\n"]) {
      await writeFile(file, broken);
      expect(read(now)).toEqual(["the-former"]);
    }
    await rm(file);
    expect(read(now)).toEqual(["the-former"]);
    await writeFile(file, "the-coming");
    expect(read(now)).toEqual(["the-coming"]);
  });
});

describe("a secret derived from another", () => {
  it("is the same in every process, another for another use, and changes with what it comes from", () => {
    let from: readonly string[] = ["the-role-secret"];
    const derived = derivedSecrets(() => from, "hop");
    const [first] = derived();
    expect(first).toHaveLength(43);
    expect(derivedSecrets(() => ["the-role-secret"], "hop")()).toEqual([first]);
    expect(derivedSecrets(() => from, "cursor")()).not.toContain(first);
    expect(derived()).toBe(derived());
    from = ["the-new-role-secret", "the-role-secret"];
    expect(derived()).toEqual([expect.not.stringMatching(first ?? ""), first]);
  });
});
