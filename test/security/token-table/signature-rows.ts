import { signedText } from "../../harness/signed-text.js";
import { anIssuerKey, type IssuerKey, type TokenIssuer } from "../../harness/token-issuer.js";
import { testDay } from "../../harness/database.js";
import { changed, type Row, written } from "./row.js";

const stranger = anIssuerKey("test");

/** Keys that the issuer publishes beside its own, good and bad. */
const publishedBeside = {
  rsa: anIssuerKey("rsa", "RS256"),
  pss: anIssuerKey("pss", "PS256"),
  curve384: anIssuerKey("p-384", "ES384"),
  shortRsa: anIssuerKey("short-rsa", "RS256", 1_024),
  forEncryption: anIssuerKey("for-encryption"),
  forSigning: anIssuerKey("key-ops-sign"),
  forNothing: anIssuerKey("key-ops-empty"),
  secretTold: anIssuerKey("secret-told"),
  symmetric: anIssuerKey("symmetric"),
  broken: anIssuerKey("broken"),
  sayingNothing: anIssuerKey("saying-nothing", "RS256"),
} as const;

/** The key set as the issuer publishes it: each bad key beside the good ones. */
export function keySetOf(issuer: TokenIssuer): Record<string, unknown>[] {
  const {
    rsa,
    pss,
    curve384,
    shortRsa,
    forEncryption,
    forSigning,
    forNothing,
    secretTold,
    symmetric,
    broken,
    sayingNothing,
  } = publishedBeside;
  const withoutWords = { ...sayingNothing.published };
  delete withoutWords.alg;
  delete withoutWords.use;
  return [
    ...[rsa, pss, curve384, shortRsa].map(({ published }) => published),
    withoutWords,
    { ...forEncryption.published, use: "enc" },
    { ...forSigning.published, key_ops: ["sign"] },
    { ...forNothing.published, key_ops: [] },
    { ...secretTold.published, ...secretTold.signing.key.export({ format: "jwk" }) },
    { kty: "oct", k: "c2VjcmV0", alg: "HS256", use: "sig", kid: symmetric.id },
    { ...broken.published, x: "AAAA" },
    { kty: "EC", crv: 7, kid: 7 },
    { ...stranger.published, kid: undefined },
    issuer.key.published,
  ];
}

const by = (title: string, reason: Row["reason"], key: IssuerKey, alg: string = key.signing.how): Row =>
  changed(title, reason, {
    header: { kid: key.id, alg },
    signing: { ...key.signing, how: alg as IssuerKey["signing"]["how"] },
  });

const keys: Row[] = [
  by("signed by the issuer's RSA key", null, publishedBeside.rsa),
  by("signed by the issuer's RSA-PSS key", null, publishedBeside.pss),
  by("signed by the issuer's P-384 key", null, publishedBeside.curve384),
  by("RS256 by a key that does not say what it is for", null, publishedBeside.sayingNothing),
  by("PS256 by a key that does not say what it is for", null, publishedBeside.sayingNothing, "PS256"),
  by("PS256 by a key that is for RS256", "key-not-for-algorithm", publishedBeside.rsa, "PS256"),
  by("an RSA key of 1,024 bits", "unknown-key", publishedBeside.shortRsa),
  by("a key for encryption", "unknown-key", publishedBeside.forEncryption),
  by("a key that may only sign", "unknown-key", publishedBeside.forSigning),
  by("a key that may do nothing", "unknown-key", publishedBeside.forNothing),
  by("a key whose private half is published", "unknown-key", publishedBeside.secretTold),
  by("a key that is no point of its curve", "unknown-key", publishedBeside.broken),
  changed("HS256 with a published secret", "wrong-algorithm", {
    header: { kid: publishedBeside.symmetric.id, alg: "HS256" },
    signing: { how: "HS256", secret: "secret" },
  }),
];

const strangersJwk = stranger.published;
const strangerUrl = "http://127.0.0.1:9/jwks";

// What a header brings along is no key, whatever it is signed with.
const brought: Row[] = (
  [
    ["jwk", strangersJwk],
    ["jku", strangerUrl],
    ["x5u", strangerUrl],
    ["x5c", ["MIIB"]],
    ["x5t#S256", "abc"],
  ] as const
).flatMap(([name, value]) => [
  changed(`a stranger's signature with ${name}`, "wrong-signature", {
    header: { [name]: value },
    signing: stranger.signing,
  }),
  changed(`a stranger's signature and key id with ${name}`, "unknown-key", {
    header: { [name]: value, kid: "stranger" },
    signing: stranger.signing,
  }),
  changed(`the issuer's signature with ${name}, which is passed over`, null, { header: { [name]: value } }),
]);

const alteration = (title: string, reason: Row["reason"], alter: (token: string) => string): Row => ({
  title,
  reason,
  forge: (issuer) => alter(issuer.token({ at: testDay })),
});

const parts = (alter: (header: string, payload: string, signature: string) => string) => (token: string) => {
  const [header = "", payload = "", signature = ""] = token.split(".");
  return alter(header, payload, signature);
};

const otherPayload = Buffer.from(JSON.stringify({ scope: "steward:privacy" })).toString("base64url");

const envelopes: Row[] = [
  changed("a stranger's signature under the issuer's key id", "wrong-signature", {
    signing: stranger.signing,
  }),
  changed("no signature", "wrong-signature", { signing: { how: "none" } }),
  alteration(
    "a payload changed after the signature",
    "wrong-signature",
    parts((h, _, s) => `${h}.${otherPayload}.${s}`),
  ),
  alteration(
    "a header changed after the signature",
    "wrong-signature",
    parts((h, p, s) => {
      const text = Buffer.from(h, "base64url").toString().replace("}", ',"a":1}');
      return `${Buffer.from(text).toString("base64url")}.${p}.${s}`;
    }),
  ),
  alteration(
    "a signature cut short",
    "wrong-signature",
    parts((h, p, s) => `${h}.${p}.${s.slice(0, -4)}`),
  ),
  alteration(
    "a signature of one letter",
    "malformed-token",
    parts((h, p) => `${h}.${p}.A`),
  ),
  alteration(
    "a signature of zeros",
    "wrong-signature",
    parts((h, p) => `${h}.${p}.${"A".repeat(86)}`),
  ),
  alteration(
    "two parts",
    "malformed-token",
    parts((h, p) => `${h}.${p}`),
  ),
  alteration("four parts", "malformed-token", (token) => `${token}.AAAA`),
  alteration("the five parts of an encrypted token", "malformed-token", (token) => `${token}.AAAA.AAAA`),
  alteration("no token at all but a word", "malformed-token", () => "jeton"),
  alteration("padding", "malformed-token", (token) => `${token}==`),
  alteration(
    "letters of plain base64",
    "malformed-token",
    parts((h, p, s) => `${h}.${p}+/.${s}`),
  ),
  alteration(
    "a payload that is no UTF-8",
    "malformed-payload",
    parts((h) => `${h}.${Buffer.from('{"a":"\xff"}', "latin1").toString("base64url")}.AAAA`),
  ),
  ...[8_191, 8_192].map((length) => ({
    title: `a token of ${length} characters`,
    reason: null,
    forge: ofLength(length),
  })),
  ...[8_193, 12_000].map((length) => ({
    title: `a token of ${length} characters`,
    reason: "too-long" as const,
    forge: ofLength(length),
  })),
  written("a member that is called __proto__", "missing-scope", ({ claims }) => ({
    claims: claims.replace('"scope":"figures:write"', '"__proto__":{"scope":"figures:write"}'),
  })),
];

/** A good token of exactly so many characters: base64url leaves gaps, which a longer header closes. */
function ofLength(length: number): (issuer: TokenIssuer) => string {
  return (issuer) => {
    for (const more of ["", "a", "ab", "abc"]) {
      const { header, claims } = issuer.membersOf({ at: testDay, header: { more } });
      const make = (filler: number): string =>
        signedText(
          JSON.stringify(header),
          JSON.stringify({ ...claims, filler: "a".repeat(filler) }),
          issuer.key.signing,
        );
      let filler = Math.floor((length - make(0).length) * 0.75) - 3;
      while (make(filler).length < length) filler += 1;
      if (make(filler).length === length) return make(filler);
    }
    throw new Error(`no token of ${length} characters`);
  };
}

/** Whose signature counts, and in what envelope. */
export const signatureRows: Row[] = [...keys, ...brought, ...envelopes];
