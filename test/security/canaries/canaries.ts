import { generateKeyPairSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { suiteRoleSecret } from "../../harness/database.js";

/** Values that occur nowhere else, planted wherever the hub is told something that it must not tell. */
export interface Canaries {
  /** What no output may hold, whoever reads it; by what it is. */
  readonly secrets: Map<string, string>;
  /** What an establishment confides: for its own eyes and the stewards', never for a log. */
  readonly confided: ReadonlyMap<string, string>;
}

const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();

/** The key that signs the audit; its middle line is what must not be seen. */
export const auditKey = pem;

export const aCanary = (): Canaries => ({
  secrets: new Map([
    ["password of DATABASE_URL", "canari-motdepasse-7f31"],
    ["secret of the roles", suiteRoleSecret],
    ["key of the portal's sessions", "canari-cle-des-sessions-7d31-b84c-52f0"],
    ["secret of hops", "canari-secret-des-sauts-4be2-0f9c-77aa"],
    ["key of the audit", pem.split("\n")[1] ?? ""],
    ["wrong password", "canari-mauvais-motdepasse-19d0"],
    ["short secret", "canari-court"],
    ["bearer text", "canari-jeton-illisible-55e1"],
    ["name in a roster", "Canaripersonne"],
    ["e-mail in a roster", "canari.4417@courriel-canari.ca"],
    ["telephone in a roster", "418-555-0144"],
    ["health-insurance number in a roster", "CANR57051299"],
    ["postal code in a roster", "J1H 5N4"],
    ["birth date in a roster", "1957-05-12"],
    ["whole number in a roster", "4185550144"],
  ]),
  confided: new Map([
    ["figure", "918273"],
    ["free text", "Quetzalcoatlus"],
    ["e-mail in a text", "canari.7391@courriel-canari.ca"],
    ["telephone in a text", "418 555-0173"],
  ]),
});

/** Adds what the development issuer keeps to itself: the private halves of its key and of its clients'. */
export async function plantIssuerKeys(canaries: Canaries, dataDir: string): Promise<void> {
  const client = await readFile(join(dataDir, "development-client-key.pem"), "utf8");
  for (const [index, line] of client.split("\n").entries())
    if (line !== "" && !line.startsWith("-----"))
      canaries.secrets.set(`key of the development clients, line ${index}`, line);
  const issuer = await readFile(join(dataDir, "development-issuer-keys.json"), "utf8");
  const members = [...issuer.matchAll(/"(?:d|p|q|k)"\s*:\s*"([^"]{20,})"/g)];
  if (members.length === 0) throw new Error("development-issuer-keys.json: expected a private key");
  members.forEach(([, value], index) =>
    canaries.secrets.set(`key of the development issuer, ${index}`, value ?? ""),
  );
}

/** The canaries that a text holds, by what they are. */
export const seenIn = (text: string, canaries: ReadonlyMap<string, string>): string[] =>
  [...canaries].filter(([, value]) => text.includes(value)).map(([name]) => name);
