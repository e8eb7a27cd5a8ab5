import { longestLocalId } from "../roster-limits.js";

// What an office may well put before a number; anything else of more than three letters may be a name.
const words = new Set(
  "part partenaire partner patient usager user proche aidant citoyen membre benevole pers personne code num numero bureau".split(
    " ",
  ),
);
const most = 3;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const hexadecimal = /^(?=.*\d)[0-9a-f]{16,64}$/i;
// Crockford's base 32, as ULIDs are written.
const ulid = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const written = /^[A-Za-z0-9](?:[A-Za-z0-9._:/#-]*[A-Za-z0-9])?$/;

/** What a local id may look like, for a message. */
export const opaqueForms = `P-0001 | 4127 | UUID (≤ ${longestLocalId})`;

/**
 * True for an identifier that says nothing of whom it stands for: a number, perhaps after a short prefix, or a random
 * identifier (UUID, ULID, hexadecimal). The prefix has at most three letters, or is a word for partners.
 */
export function isOpaque(localId: string): boolean {
  if (localId.length > longestLocalId || !written.test(localId)) return false;
  if (uuid.test(localId) || hexadecimal.test(localId) || ulid.test(localId)) return true;
  const letters = localId.match(/[A-Za-z]+/g) ?? [];
  return /\d/.test(localId) && letters.every((run) => run.length <= most || words.has(run.toLowerCase()));
}
