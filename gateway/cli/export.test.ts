import { createHash } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { aFolder } from "../../test/harness/folder.js";
import { freePort } from "../../test/harness/free-port.js";
import { aHub, type TestHub } from "../../test/harness/hub.js";
import { readTerminalConfig } from "../config.js";
import { endingOf } from "./exit-code.js";
import { exportRelease, type ExportOptions } from "./export.js";

const release = "partenaires-demo-1";
let hub: TestHub;
let folder: Awaited<ReturnType<typeof aFolder>>;
let said: string[];
beforeAll(async () => {
  hub = await aHub("in process");
}, 120_000);
afterAll(() => hub?.close());
beforeEach(async () => {
  folder = await aFolder();
  said = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await folder.remove();
});

const config = readTerminalConfig({ HUB_DATA_DIR: "/nonexistent", LANG: "fr_CA.UTF-8" });

/** Runs the command; gives how it ends. */
async function run(
  options: Partial<ExportOptions> = {},
  code = release,
): Promise<{ code: number; told: string }> {
  const token = options.token ?? (await hub.tokenFor("researcher:entente-demo-1"));
  const given = {
    format: "csv",
    out: join(folder.path, "fiches"),
    url: hub.address,
    ...options,
    token,
  } as const;
  try {
    await exportRelease(code, given, config);
    return { code: 0, told: said.join("\n") };
  } catch (error) {
    const { code: ending, words } = endingOf(error);
    return { code: ending, told: words.fr };
  }
}
const out = () => join(folder.path, "fiches");
const downloaded = async (format = "csv"): Promise<Buffer> => {
  const headers = { authorization: `Bearer ${await hub.tokenFor("researcher:entente-demo-1")}` };
  const answer = await fetch(`${hub.address}/data/releases/${release}.${format}`, { headers });
  return Buffer.from(await answer.arrayBuffer());
};

describe("carrefour export", () => {
  it.each(["csv", "ndjson", "parquet"] as const)(
    "writes the whole release, checked, for its owner alone: %s",
    async (format) => {
      expect(await run({ format })).toEqual({
        code: 0,
        told: expect.stringContaining("longueur et empreinte vérifiées"),
      });
      expect((await readFile(out())).equals(await downloaded(format))).toBe(true);
      expect((await stat(out())).mode & 0o077).toBe(0);
      expect(await readdir(folder.path)).toEqual(["fiches"]);
    },
  );

  it("never replaces a file, unless it is told to", async () => {
    await writeFile(out(), "à garder");
    expect(await run()).toEqual({ code: 2, told: expect.stringContaining("existe déjà") });
    expect(await readFile(out(), "utf8")).toBe("à garder");
    expect((await run({ force: true })).code).toBe(0);
    expect((await readFile(out())).equals(await downloaded())).toBe(true);
  });

  it("ends as the other commands do when it is refused, and leaves no file", async () => {
    const endings = [
      await run({ token: "x" }),
      await run({ token: await hub.tokenFor("steward:privacy") }),
      await run({}, "inconnue"),
      await run({ url: `http://127.0.0.1:${await freePort()}` }),
      await run({ out: join(folder.path, "nulle", "part") }),
    ];
    expect(endings).toEqual([
      { code: 4, told: expect.stringContaining("UNAUTHENTICATED") },
      { code: 4, told: expect.stringContaining("NOT_ALLOWED") },
      { code: 1, told: expect.stringContaining("RELEASE_NOT_FOUND") },
      { code: 3, told: expect.stringContaining("ECONNREFUSED") },
      { code: 2, told: expect.stringContaining("ENOENT") },
    ]);
    expect(await readdir(folder.path)).not.toContain("fiches");
  }, 60_000);
});

/** A hub that sends `whole` as its one file, and does as a test says. */
async function aSender(answer: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

describe("a download that breaks", () => {
  const whole = Buffer.from(Array.from({ length: 50_000 }, (_, index) => `ligne ${index}\r\n`).join(""));
  const digest = (bytes: Buffer): string =>
    `sha-256=:${createHash("sha256").update(bytes).digest("base64")}:`;
  let ranges: (string | undefined)[];
  let sender: { url: string; server: Server };
  let mayAnswer: (turn: number) => "whole" | "cut" | "nothing" | "busy";
  let [etag, told]: string[] = [];
  beforeEach(async () => {
    [ranges, etag, told, mayAnswer] = [[], '"a"', digest(whole), () => "whole"];
    sender = await aSender((request, response) => {
      const how = mayAnswer(ranges.push(request.headers.range));
      if (how === "nothing") return void request.socket.destroy();
      if (how === "busy") {
        response.writeHead(429, { "retry-after": "0", "content-type": "application/json" });
        return void response.end(
          JSON.stringify({
            errors: [
              {
                extensions: {
                  code: "TOO_MANY_DOWNLOADS",
                  family: "TOO_COSTLY",
                  messages: { fr: "Attendez.", en: "Wait." },
                },
              },
            ],
          }),
        );
      }
      const from =
        request.headers["if-range"] === etag ? Number(/\d+/.exec(request.headers.range ?? "0")) : 0;
      response.writeHead(from === 0 ? 200 : 206, {
        etag,
        "repr-digest": told,
        "content-length": whole.length - from,
        ...(from === 0 ? {} : { "content-range": `bytes ${from}-${whole.length - 1}/${whole.length}` }),
      });
      if (how === "whole") return void response.end(whole.subarray(from));
      response.write(whole.subarray(from, from + 100_000), () => request.socket.destroy());
    });
  });
  afterEach(() => {
    sender.server.closeAllConnections();
    sender.server.close();
  });

  it("is taken up again where it stopped, as long as bytes come", async () => {
    mayAnswer = (turn) => (turn < 4 ? "cut" : "whole");
    expect((await run({ url: sender.url })).code).toBe(0);
    expect((await readFile(out())).equals(whole)).toBe(true);
    const begun = ranges.map((range) =>
      range === undefined ? 0 : Number(/^bytes=(\d+)-$/.exec(range)?.[1]),
    );
    expect(begun[0]).toBe(0);
    expect(begun).toHaveLength(4);
    expect(begun).toEqual([...new Set(begun)].sort((a, b) => a - b));
  });

  it("is kept when the hub is gone, and the next call goes on with it; of another version nothing is kept", async () => {
    mayAnswer = (turn) => (turn === 1 ? "cut" : "nothing");
    expect(await run({ url: sender.url })).toEqual({
      code: 3,
      told: expect.stringMatching(/ [1-9]\d+ octets sont gardés/),
    });
    expect((await readdir(folder.path)).sort()).toEqual(["fiches.part", "fiches.part.json"]);
    mayAnswer = () => "whole";
    etag = '"b"';
    expect((await run({ url: sender.url })).code).toBe(0);
    expect(ranges.at(-1)).toMatch(/^bytes=[1-9]\d+-$/);
    expect((await readFile(out())).equals(whole)).toBe(true);
    expect(await readdir(folder.path)).toEqual(["fiches"]);
  }, 60_000);

  it("waits when the hub says so", async () => {
    mayAnswer = (turn) => (turn === 1 ? "busy" : "whole");
    expect((await run({ url: sender.url })).code).toBe(0);
    mayAnswer = () => "busy";
    expect(await run({ url: sender.url, force: true })).toEqual({
      code: 3,
      told: "TOO_MANY_DOWNLOADS : Attendez.",
    });
  });

  it("that is not what was announced is not kept", async () => {
    told = digest(Buffer.from("autre chose"));
    expect(await run({ url: sender.url })).toEqual({
      code: 3,
      told: expect.stringContaining("empreinte différente"),
    });
    expect(await readdir(folder.path)).not.toContain("fiches");
    expect((await stat(`${out()}.part`)).size).toBe(0);
    // What somebody changed on the disk is found by the digest of the whole.
    [told, mayAnswer] = [digest(whole), (turn) => (turn === 2 ? "cut" : "nothing")];
    await run({ url: sender.url });
    await chmod(`${out()}.part`, 0o600);
    await writeFile(`${out()}.part`, Buffer.alloc(100_000));
    mayAnswer = () => "whole";
    expect((await run({ url: sender.url })).code).toBe(3);
    expect((await run({ url: sender.url })).code).toBe(0);
    expect((await readFile(out())).equals(whole)).toBe(true);
  }, 60_000);
});
