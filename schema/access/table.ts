import { type Role, roles, rolesWithRows } from "./roles.js";

/** A role of a line; `isOwn` when it reads its own rows only (`establishment:own`). */
export interface Grant {
  readonly role: Role;
  readonly isOwn: boolean;
}

/** Who may read each field, by its coordinate; no grant at all is the hub alone. */
export type AccessTable = ReadonlyMap<string, readonly Grant[]>;

const ownSuffix = ":own";
/** The word of a line for what only the hub itself asks. */
export const hubAlone = "hub";

const known = [...roles, ...rolesWithRows.map((role) => role + ownSuffix), hubAlone];

/** Reads schema/access.table; throws one message for everything in it that cannot be read. */
export function readAccessTable(text: string): AccessTable {
  const table = new Map<string, readonly Grant[]>();
  const problems: string[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [coordinate = "", ...words] = line.trim().split(/\s+/);
    if (table.has(coordinate)) problems.push(`${coordinate}: deux lignes · two lines`);
    if (words.length === 0) problems.push(`${coordinate}: aucun rôle · no role`);
    const granted: Grant[] = [];
    for (const word of words.filter((candidate) => candidate !== hubAlone)) {
      const grant = grantOf(word);
      if (grant) granted.push(grant);
      else problems.push(`${coordinate}: « ${word} » ; attendu · expected ${known.join(" | ")}`);
    }
    table.set(coordinate, granted);
  }
  if (problems.length > 0)
    throw new Error(`schema/access.table:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
  return table;
}

function grantOf(word: string): Grant | null {
  const isOwn = word.endsWith(ownSuffix);
  const role = roles.find((candidate) => candidate === (isOwn ? word.slice(0, -ownSuffix.length) : word));
  return role && (!isOwn || rolesWithRows.includes(role)) ? { role, isOwn } : null;
}
