import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readyQuestions } from "../../gateway/portal/ready-questions.js";
import { aFolder } from "../harness/folder.js";
import { freePort } from "../harness/free-port.js";
import { readmeExamples } from "./readme.js";
import { type Program, runProgram } from "../harness/program.js";

let folder: Awaited<ReturnType<typeof aFolder>>;
let environment: Record<string, string>;
let address: string;
const programs: Program[] = [];

beforeAll(async () => {
  folder = await aFolder();
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  environment = { PORT: String(port), HUB_DATA_DIR: join(folder.path, "data") };
});
afterAll(async () => {
  for (const { child } of programs) if (child.exitCode === null) child.kill("SIGTERM");
  await Promise.all(programs.map((program) => program.ended()));
  await folder.remove();
});

const start = (): Program => {
  const program = runProgram(["start.mjs"], environment);
  programs.push(program);
  return program;
};

async function tokenOf(account: string): Promise<string> {
  const program = runProgram(["gateway/cli/carrefour.mjs", "token", "--as", account], environment);
  expect(await program.ended()).toBe(0);
  return program.output().trim();
}

async function ask(
  door: string,
  query: string,
  token?: string,
): Promise<{ data?: unknown; errors?: unknown }> {
  const response = await fetch(`${address}${door}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: unknown; errors?: unknown };
}

describe("npm start, for someone who has never seen the hub", () => {
  let hub: Program;
  beforeAll(async () => {
    hub = start();
    await hub.until("Ctrl-C");
  }, 90_000);

  it("shows its steps, then a short table of addresses, and says that the data is synthetic", () => {
    expect(hub.output()).toMatch(/Base de données…[\s\S]*Schémas, droits et données…[\s\S]*Passerelle…/);
    for (const path of ["/", "/explorer", "/graphql", "/graphql/authenticated", "/health/ready"])
      expect(hub.output()).toContain(`${address}${path}`);
    expect(hub.output()).toContain("synthétique");
  });

  it("answers every ready question as the user it is meant for", async () => {
    for (const { door, account, query } of readyQuestions) {
      const { data, errors } = await ask(door, query, account ? await tokenOf(account) : undefined);
      expect(errors).toBeUndefined();
      expect(Object.values(data as Record<string, unknown>)).not.toContain(null);
    }
  }, 60_000);

  it("answers every example of the README as printed", async () => {
    const examples = readmeExamples();
    expect(examples).toHaveLength(3);
    for (const example of examples) {
      const { stdout } = await promisify(execFile)(
        "bash",
        ["-euo", "pipefail", "-c", example.replaceAll("http://127.0.0.1:4000", address)],
        {
          env: { PATH: process.env.PATH, ...environment },
        },
      );
      const { data, errors } = JSON.parse(stdout) as { data: Record<string, unknown>; errors?: unknown };
      expect(errors).toBeUndefined();
      expect(Object.values(data)).not.toContain(null);
    }
  }, 60_000);

  it("gives a plain front page in French and English that says the data is synthetic", async () => {
    for (const [path, language, word] of [
      ["/", "fr-CA", "synthétiques"],
      ["/en", "en-CA", "synthetic"],
    ] as const) {
      const response = await fetch(`${address}${path}`);
      const html = await response.text();
      expect(response.headers.get("content-type")).toContain("text/html");
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain(word);
    }
  });

  it("serves an explorer whose files all come from the hub", async () => {
    const html = await (await fetch(`${address}/explorer/`)).text();
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? "");
    expect(files.length).toBeGreaterThan(2);
    for (const file of files.filter((name) => !name.startsWith("data:"))) {
      expect(file).not.toMatch(/^(https?:)?\/\//);
      expect((await fetch(new URL(file, `${address}/explorer/`))).status).toBe(200);
    }
    expect(html).toContain("IQP-06");
  });

  it("says so when a second start finds it running, and goes on undisturbed", async () => {
    const second = start();
    expect(await second.ended()).toBe(1);
    expect(second.output()).toContain("tourne déjà");
    expect(second.output()).toContain("already runs");
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
  });

  it("refuses an unknown account with the accounts that exist", async () => {
    const program = runProgram(["gateway/cli/carrefour.mjs", "token", "--as", "president"], environment);
    expect(await program.ended()).toBe(2);
    expect(program.output()).toContain("establishment:<code>");
  });

  it("is broken off while it starts, and leaves no server behind", async () => {
    const data = join(folder.path, "broken-off");
    const program = runProgram(["start.mjs"], { PORT: String(await freePort()), HUB_DATA_DIR: data });
    programs.push(program);
    await program.until("Schémas, droits et données…");
    program.child.kill("SIGINT");
    expect(await program.ended()).toBe(0);
    const left = await readdir(data);
    expect(left).not.toContain("hub.pid");
    expect(await readdir(join(data, "postgres"))).not.toContain("postmaster.pid");
  }, 60_000);

  it("is killed, starts again on what it kept, and stops cleanly when asked", async () => {
    hub.child.kill("SIGKILL");
    await hub.ended();
    hub = start();
    await hub.until("Ctrl-C");
    const { data } = await ask("/graphql", '{ establishment(code: "chum") { code } }');
    expect(data).toEqual({ establishment: { code: "chum" } });
    hub.child.kill("SIGINT");
    expect(await hub.ended()).toBe(0);
    expect(hub.output()).toContain("Arrêté.");
    await expect(fetch(`${address}/health/live`)).rejects.toThrow();
  }, 90_000);
});
