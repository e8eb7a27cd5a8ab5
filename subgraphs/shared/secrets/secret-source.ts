import { hkdfSync } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { StartError } from "../start-error.js";

/**
 * The secrets that count at this moment: the first is the one to use, every one is accepted. `mustLook`: one was just
 * refused, so that another process may know of a change before this one.
 */
export type SecretSource = (mustLook?: boolean) => readonly string[];

// A rotation has two secrets at a time; a third is for the hub that was asleep during one.
const mostSecrets = 5;
const looksEveryMs = 1_000;

/** What a secret must be like; its variable is named when it is not. */
export interface SecretShape {
  /** `HOP_SECRET`; its file is named by `HOP_SECRET_FILE`. */
  readonly variable: string;
  readonly shortest: number;
}

/** A secret as the environment gives it: itself, or a file of one a line. */
export interface GivenSecret {
  readonly value: string | undefined;
  readonly file: string | undefined;
}

/** The source of a secret of the environment; null when it gives none. Throws StartError for one that cannot serve. */
export function givenSecret(shape: SecretShape, { value, file }: GivenSecret): SecretSource | null {
  if (file !== undefined) return secretFile(shape, file);
  if (value === undefined) return null;
  const secrets = [value];
  return () => secrets;
}

/**
 * The secrets in a file, read again when it changes. A file that is empty, broken or gone afterwards (it is being
 * replaced) leaves the secrets that were read before: a running hub never stands without one.
 */
export function secretFile(shape: SecretShape, path: string): SecretSource {
  const read = rereadFile(path, (text) => secretsIn(shape, text));
  if (read() === null) throw unusable(shape);
  return (mustLook) => read(mustLook) ?? [];
}

function secretsIn({ shortest }: SecretShape, text: string): readonly string[] | null {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const isGood = lines.length > 0 && lines.length <= mostSecrets && lines.every(isLongEnough(shortest));
  return isGood ? lines : null;
}

const isLongEnough =
  (shortest: number) =>
  (secret: string): boolean =>
    secret.length >= shortest;

/**
 * What a file says, as `parse` understands it; null until it was understood once. The file is looked at at most once a
 * second and read when it is another than before.
 */
export function rereadFile<Content>(
  path: string,
  parse: (text: string) => Content | null,
): (mustLook?: boolean) => Content | null {
  let known: Content | null = null;
  let version = "";
  let lookedAt = -Infinity;
  return (mustLook = false) => {
    const now = performance.now();
    if (now - lookedAt < looksEveryMs && !mustLook) return known;
    lookedAt = now;
    try {
      // The inode too: a file that is moved into place may be as old and as long as the one before.
      const { mtimeNs, size, ino } = statSync(path, { bigint: true });
      const found = `${mtimeNs}.${size}.${ino}`;
      if (found === version) return known;
      known = parse(readFileSync(path, "utf8")) ?? known;
      version = found;
    } catch {
      // It is being replaced, or cannot be read for a moment: what was known counts until it can.
    }
    return known;
  };
}

/** Secrets for another use, of which those they come from cannot be guessed (HKDF, RFC 5869). */
export function derivedSecrets(source: SecretSource, label: string): SecretSource {
  let known: { readonly from: readonly string[]; readonly derived: readonly string[] } | null = null;
  return (mustLook) => {
    const from = source(mustLook);
    if (known?.from !== from) known = { from, derived: from.map((secret) => derived(secret, label)) };
    return known.derived;
  };
}

const derived = (secret: string, label: string): string =>
  Buffer.from(hkdfSync("sha256", secret, "carrefour", label, 32)).toString("base64url");

// What the file holds is not told, nor where in it the mistake is.
const unusable = ({ variable, shortest }: SecretShape): StartError =>
  new StartError(
    "BAD_ENVIRONMENT",
    `${variable}_FILE : attendu un fichier lisible d'un à ${mostSecrets} secrets, un par ligne, d'au moins ${shortest} caractères. Le premier sert, tous sont acceptés. Faites-en un : openssl rand -base64 48`,
    `${variable}_FILE: expected a readable file of one to ${mostSecrets} secrets, one a line, of at least ${shortest} characters. The first is used, all are accepted. Make one: openssl rand -base64 48`,
  );
