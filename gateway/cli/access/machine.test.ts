import { execFileSync } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { createPublicKey } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeJwt, jwtVerify } from "jose";
import { aFolder } from "../../../test/harness/folder.js";
import { freePort } from "../../../test/harness/free-port.js";
import { aHub, type TestHub } from "../../../test/harness/hub.js";
import { developmentClientKey } from "../../identity/client-assertion.js";
import { carrefour } from "../testing/a-terminal.js";
import { readClientKey } from "./client-key.js";
import { machineToken } from "./machine-token.js";

const estrie = "establishment:ciusss-estrie-chus";

let hub: TestHub;
let folder: Awaited<ReturnType<typeof aFolder>>;
let registered: string;
beforeAll(async () => {
  [hub, folder] = await Promise.all([aHub("in process"), aFolder()]);
  registered = join(hub.dataDir, "development-client-key.pem");
  await developmentClientKey(hub.dataDir);
}, 60_000);
afterAll(async () => {
  await hub?.close();
  await folder?.remove();
});

/** Makes a key as the refusals tell people to, and closes it to others. */
async function aKey(name: string, ...words: string[]): Promise<string> {
  const path = join(folder.path, name);
  execFileSync("openssl", ["genpkey", ...words, "-out", path], { stdio: "ignore" });
  await chmod(path, 0o600);
  return path;
}
const rsa = (bits: number) => ["-algorithm", "RSA", "-pkeyopt", `rsa_keygen_bits:${bits}`];
const curve = (name: string) => ["-algorithm", "EC", "-pkeyopt", `ec_paramgen_curve:${name}`];
const machine = (...words: string[]) => carrefour([...words, "--url", hub.address]);

describe("a program with a key of its own", () => {
  it("gets a token from the hub's issuer, by options or by the environment", async () => {
    const words = ["token", "--client", estrie, "--key", registered, "--scope", "figures:write"];
    const { code, output } = await machine(...words);
    expect(decodeJwt(output.trim())).toMatchObject({
      sub: estrie,
      client_id: estrie,
      scope: "figures:write",
    });
    expect(code).toBe(0);
    const told = { CARREFOUR_CLIENT: estrie, CARREFOUR_KEY_FILE: registered };
    const status = await carrefour(["status", "--scope", "figures:write", "--url", hub.address], told);
    expect(status).toMatchObject({ code: 0, output: expect.stringContaining("bureau-ciusss-estrie-chus") });
  });

  it("pushes with --client-key, since --key names a push there", async () => {
    const file = join(folder.path, "annee.csv");
    const row = "2025-2026,ciusss-estrie-chus,,B6,42,,";
    await writeFile(file, `campaign,establishment,office,question,value,missing,comment\n${row}\n`);
    const who = ["--client", estrie, "--client-key", registered, "--scope", "figures:write"];
    const { code, output } = await machine(
      "push",
      file,
      "--draft",
      "--key",
      "essai-1",
      "--receipt",
      folder.path,
      ...who,
    );
    expect(output).toContain("ACCEPTED");
    expect(code).toBe(0);
  });

  it("is not let in by a key that is not registered, nor to what it has no right to", async () => {
    const other = await aKey("other.pem", ...curve("P-384"));
    const stranger = await machine("status", "--client", estrie, "--key", other, "--scope", "figures:write");
    expect(stranger).toMatchObject({ code: 4, output: expect.stringContaining("(invalid_client") });
    const greedy = await machine(
      "token",
      "--client",
      estrie,
      "--key",
      registered,
      "--scope",
      "steward:publish",
    );
    expect(greedy).toMatchObject({ code: 4, output: expect.stringContaining("(invalid_scope") });
    const asResearcher = ["--client", "researcher", "--key", registered, "--scope", "research:read"];
    const refused = await machine("status", ...asResearcher);
    expect(refused).toMatchObject({ code: 4, output: expect.stringContaining("NOT_ALLOWED") });
  });

  it("is told when other accounts of the machine can read its key", async () => {
    const open = await aKey("open.pem", ...curve("P-384"));
    await chmod(open, 0o640);
    expect((await readClientKey(open)).warning?.fr).toContain(`chmod 600 ${open}`);
    await chmod(open, 0o600);
    expect((await readClientKey(open)).warning).toBeNull();
    const { output } = await (async () => {
      await chmod(open, 0o644);
      return machine("token", "--client", estrie, "--key", open, "--lang", "en");
    })();
    expect(output).toContain(`Warning: other accounts of this machine can read ${open}`);
  });

  it("needs both its name and its key", async () => {
    expect(await machine("status", "--client", estrie)).toMatchObject({
      code: 2,
      output: expect.stringContaining("--client-key <fichier.pem>"),
    });
    expect(await machine("status", "--key", registered)).toMatchObject({ code: 2 });
    expect(await machine("token", "--client", estrie, "--as", "researcher")).toMatchObject({ code: 2 });
  });
});

describe("the private key of a program", () => {
  it.each([
    ["RSA of 3072 bits", rsa(3072), "RS384"],
    ["P-384", curve("P-384"), "ES384"],
  ])("%s signs an assertion of one minute for the issuer alone", async (name, words, algorithm) => {
    const key = await aKey(`${name}.pem`, ...words);
    const { issuer, assertion, form } = await assertionSeen(key);
    const { payload, protectedHeader } = await jwtVerify(
      assertion,
      createPublicKey((await readClientKey(key)).key),
      { audience: issuer, issuer: "programme", subject: "programme" },
    );
    expect(protectedHeader).toMatchObject({ alg: algorithm, kid: expect.any(String) });
    expect(Number(payload.exp) - Number(payload.iat)).toBeLessThanOrEqual(300);
    expect(payload.jti).toEqual(expect.any(String));
    expect(form.get("scope")).toBeNull();
  });

  it.each([
    ["P-256", curve("P-256")],
    ["Ed25519", ["-algorithm", "ED25519"]],
    ["RSA of 1024 bits", rsa(1024)],
    ["P-384 under a password", [...curve("P-384"), "-aes256", "-pass", "pass:essai"]],
  ])("is refused when it is %s, with how to make one", async (name, words) => {
    const key = await aKey(`${name}.pem`, ...words);
    await expect(readClientKey(key)).rejects.toThrow("openssl genpkey -algorithm EC");
  });

  it("is refused when it is no key, or not there", async () => {
    const text = join(folder.path, "text.pem");
    await writeFile(text, "bonjour");
    await expect(readClientKey(text)).rejects.toThrow("attendu une clé privée");
    expect(
      await machine("token", "--client", estrie, "--key", join(folder.path, "absent.pem")),
    ).toMatchObject({
      code: 2,
      output: expect.stringContaining("(ENOENT)"),
    });
  });

  it("goes nowhere when the hub or its issuer does not answer", async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    const asked = { client: estrie, keyFile: registered, scope: null };
    await expect(machineToken(nobody, asked, () => undefined)).rejects.toThrow("ne répond pas");
  });
});

/** Asks an issuer that keeps what it was sent. */
async function assertionSeen(keyFile: string) {
  let form = new URLSearchParams();
  const server = createServer((request, response) => {
    const told = {
      resource: issuer,
      authorization_servers: [issuer],
      issuer,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
    };
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      if (request.method === "POST") form = new URLSearchParams(body);
      const granted = { access_token: "t", token_type: "Bearer", expires_in: 300 };
      response.end(JSON.stringify(request.method === "POST" ? granted : told));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await machineToken(issuer, { client: "programme", keyFile, scope: null }, () => undefined);
  server.closeAllConnections();
  server.close();
  return { issuer, form, assertion: form.get("client_assertion") ?? "" };
}
