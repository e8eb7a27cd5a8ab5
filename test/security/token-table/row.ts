import type { TokenRefused } from "../../../subgraphs/index.js";
import { testDay } from "../../harness/database.js";
import { signedText, type Signing } from "../../harness/signed-text.js";
import type { TokenChanges, TokenIssuer } from "../../harness/token-issuer.js";

/** The instant at which every token of the table is read, in seconds. */
export const now = testDay.getTime() / 1_000;

/** Makes one token of the table; the issuer is up by then. */
export type Forge = (issuer: TokenIssuer) => string;

/** One way to change a token, and what the door must make of it: the reason of its refusal, or null when it is let in. */
export interface Row {
  readonly title: string;
  readonly reason: TokenRefused["reason"] | null;
  readonly forge: Forge;
}

/** A row whose token is good but for the changes. */
export const changed = (
  title: string,
  reason: Row["reason"],
  changes: TokenChanges | ((issuer: TokenIssuer) => TokenChanges),
): Row => ({
  title,
  reason,
  forge: (issuer) =>
    issuer.token({ at: testDay, ...(typeof changes === "function" ? changes(issuer) : changes) }),
});

/** A row whose header or payload is a text of its own. */
export const written = (
  title: string,
  reason: Row["reason"],
  rewrite: (texts: { header: string; claims: string }) => { header?: string; claims?: string },
  changes: TokenChanges = {},
): Row => ({
  title,
  reason,
  forge: (issuer) => {
    const { header, claims } = issuer.membersOf({ at: testDay, ...changes });
    const texts = { header: JSON.stringify(header), claims: JSON.stringify(claims) };
    const told = { ...texts, ...rewrite(texts) };
    const signing: Signing = issuer.key.signing;
    return signedText(told.header, told.claims, signing);
  },
});

type Part = "header" | "claims";

/** A member that is there twice: with the same value, with another one, and under an escaped name. */
export const doubled = (part: Part, name: string, changes: TokenChanges = {}): Row[] => {
  const reason = part === "header" ? "duplicate-header-field" : "duplicate-claim";
  const escaped = `\\u${name.charCodeAt(0).toString(16).padStart(4, "0")}${name.slice(1)}`;
  const twice = (insert: (text: string) => string) => (texts: { header: string; claims: string }) => ({
    [part]: `{${insert(texts[part])},${texts[part].slice(1)}`,
  });
  const sameAgain = (text: string): string =>
    `"${name}":${JSON.stringify((JSON.parse(text) as Record<string, unknown>)[name] ?? null)}`;
  return [
    written(`${name} twice, the same`, reason, twice(sameAgain), changes),
    written(
      `${name} twice, another first`,
      reason,
      twice(() => `"${name}":"autre"`),
      changes,
    ),
    written(
      `${name} twice, once escaped`,
      reason,
      twice(() => `"${escaped}":"autre"`),
      changes,
    ),
  ];
};

/** A member that must be a text of 1 to 255 printable characters. */
export const textMember = (
  part: Part,
  name: string,
  reasons: { readonly missing: Row["reason"]; readonly malformed: Row["reason"] },
): Row[] => [
  changed(`${name} missing`, reasons.missing, { [part]: { [name]: undefined } }),
  ...[null, 7, true, "", ["un"], { un: 1 }, "a\u0000b", "a\nb", "a\u202eb", "a".repeat(256)].map((value) =>
    changed(`${name} = ${shown(value)}`, reasons.malformed, { [part]: { [name]: value } }),
  ),
];

/** A value as a title shows it. */
export const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 20)}… (${text.length} characters)` : text;
};
