import { readFile } from "node:fs/promises";
import { UsageError } from "./exit-code.js";

/** The text of a file that an option names. */
async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new UsageError({
      fr: `Le fichier ${path} ne peut pas être lu.`,
      en: `The file ${path} cannot be read.`,
    });
  }
}

const unreadable = (path: string, expected: { fr: string; en: string }): UsageError =>
  new UsageError({
    fr: `Le fichier ${path} n'a pas la forme attendue : ${expected.fr}.`,
    en: `The file ${path} does not have the expected shape: ${expected.en}.`,
  });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** The receipts in a file: what `carrefour push` wrote, alone or in a list, or one receipt a line. */
export async function receiptsIn(path: string): Promise<string[]> {
  const text = (await textOf(path)).replace(/^\uFEFF/, "");
  const json = jsonOf(text);
  const items: unknown[] = json === undefined ? linesOf(text) : Array.isArray(json) ? json : [json];
  const receipts = items.map((item) => (typeof item === "string" ? item : memberOf(item, "receipt")));
  if (receipts.length === 0 || !receipts.every((receipt) => typeof receipt === "string"))
    throw unreadable(path, {
      fr: "le reçu qu'écrit « carrefour push », ou un reçu par ligne",
      en: "the receipt that “carrefour push” writes, or one receipt a line",
    });
  return receipts as string[];
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A seal as `/data/audit/heads.json` gives it. */
export interface SealFile {
  readonly day: string;
  readonly heads: Readonly<Record<string, string>>;
  readonly sealedAt: string;
  readonly signature: string;
}

/** The seal in a file kept from `/data/audit/heads.json`. */
export async function sealIn(path: string): Promise<SealFile> {
  const json = jsonOf(await textOf(path));
  const [day, sealedAt, signature] = ["day", "sealedAt", "signature"].map((name) => memberOf(json, name));
  const heads = memberOf(json, "heads");
  const areTexts =
    typeof heads === "object" &&
    heads !== null &&
    Object.values(heads).every((head) => typeof head === "string");
  if (typeof day !== "string" || typeof sealedAt !== "string" || typeof signature !== "string" || !areTexts)
    throw unreadable(path, { fr: "celle de /data/audit/heads.json", en: "that of /data/audit/heads.json" });
  return { day, sealedAt, signature, heads: heads as Record<string, string> };
}

/** A public key in a file: a JWK, or the `key` of a seal. */
export async function publicKeyIn(path: string): Promise<Record<string, string>> {
  const json = jsonOf(await textOf(path));
  const key = memberOf(json, "key") ?? json;
  if (memberOf(key, "kty") !== "OKP" || typeof memberOf(key, "x") !== "string")
    throw unreadable(path, { fr: "une clé publique Ed25519 (JWK)", en: "an Ed25519 public key (JWK)" });
  return key as Record<string, string>;
}
