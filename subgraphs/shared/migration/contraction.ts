/** A change that a program which does not know of it may not survive, and how it is recognised. */
interface Contraction {
  readonly what: string;
  readonly pattern: RegExp;
}

const contractions: readonly Contraction[] = [
  {
    what: "DROP of a table, column, function, type or schema",
    pattern: /\bDROP\s+(TABLE|COLUMN|FUNCTION|VIEW|TYPE|SCHEMA|SEQUENCE)\b/i,
  },
  { what: "DROP POLICY that is not made anew", pattern: /\bDROP\s+POLICY\b/i },
  { what: "RENAME", pattern: /\bRENAME\s+(TO|COLUMN|CONSTRAINT|\w+\s+TO)\b/i },
  { what: "another type of a column", pattern: /\bALTER\s+(COLUMN\s+)?\w+\s+(SET\s+DATA\s+)?TYPE\b/i },
  { what: "SET NOT NULL", pattern: /\bSET\s+NOT\s+NULL\b/i },
  {
    what: "a new column that must not be null and has no default",
    pattern: /\bADD\s+COLUMN\s+(?![^,;]*\b(DEFAULT|GENERATED)\b)[^,;]*\bNOT\s+NULL\b/i,
  },
  {
    what: "a constraint or unique index on a table that is there",
    pattern: /\bADD\s+(CONSTRAINT|CHECK|UNIQUE|FOREIGN|EXCLUDE|PRIMARY)\b|\bCREATE\s+UNIQUE\s+INDEX\b/i,
  },
  { what: "REVOKE from a role of the hub", pattern: /\bREVOKE\b[^;]*\bFROM\b[^;]*\bhub_/i },
];

const withoutComments = (sql: string): string => sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, "");

/** What in the statements of a migration takes away or narrows; a policy or table made anew in the same statements does not. */
export function contractionsIn(sql: string): string[] {
  const statements = withoutComments(sql);
  const made = new Set(
    [...statements.matchAll(/\bCREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?([\w.]+)/gi)].map(
      ([, name]) => name,
    ),
  );
  return statements.split(";").flatMap((statement) => {
    const table = /\b(?:ALTER\s+TABLE(?:\s+ONLY)?|INDEX(?:\s+\w+)?\s+ON)\s+([\w.]+)/i.exec(statement)?.[1];
    // A table that this migration makes is known to nobody yet.
    if (table !== undefined && made.has(table)) return [];
    return contractions.filter(({ pattern }) => pattern.test(statement)).map(({ what }) => what);
  });
}
