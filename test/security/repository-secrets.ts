import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What a secret looks like when it is left in a file. */
const signs: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  {
    name: "a private key",
    pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----(?:\s|\\n)+[A-Za-z0-9+/]{40}/,
  },
  { name: "a private JSON Web Key", pattern: /"d"\s*:\s*"[A-Za-z0-9_-]{40,}"/ },
  { name: "a signed token", pattern: /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/ },
  { name: "a key of Amazon Web Services", pattern: /\bAKIA[0-9A-Z]{16}\b/ },
  { name: "a token of GitHub or npm", pattern: /\b(?:gh[pousr]|npm)_[A-Za-z0-9]{36}\b/ },
  { name: "a token of Slack", pattern: /\bxox[abprs]-[A-Za-z0-9-]{10,}/ },
  {
    name: "a secret that a variable is given",
    pattern:
      /(?:HOP_SECRET|PORTAL_SESSION_KEY|PORTAL_CLIENT_SECRET|DATABASE_ROLE_SECRET|POSTGRES_PASSWORD|KEYCLOAK_ADMIN_PASSWORD|DEMONSTRATION_PASSWORD)["']?\s*[:=]\s*["']?(?=[A-Za-z0-9+/]*\d)[A-Za-z0-9+/]{24,}/,
  },
];

/** The kinds of secret that a text holds. */
export const secretsSeenIn = (text: string): string[] =>
  signs.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name);

// What is built, installed or made at a start is not committed; .gitignore names it.
const notCommitted = new Set([".git", "node_modules", "dist", ".data", "coverage"]);

/** The files of a folder that are, or could be, committed, with what looks like a secret in them. */
export async function secretsUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (notCommitted.has(entry.name)) return [];
      if (entry.isDirectory()) return secretsUnder(path);
      if (!entry.isFile()) return [];
      return secretsSeenIn(await readFile(path, "latin1")).map((name) => `${path}: ${name}`);
    }),
  );
  return found.flat();
}
