import { type Row, changed, doubled, textMember, written } from "./row.js";

const types: Row[] = [
  ...textMember("header", "typ", { missing: "missing-type", malformed: "malformed-type" }),
  ...["JWT", "jwt", "id+jwt", "at+jwt ", "at-jwt", "application/jwt", "logout+jwt", "dpop+jwt"].map((typ) =>
    changed(`typ ${typ}`, "wrong-type", { header: { typ } }),
  ),
  ...["at+jwt", "application/at+jwt", "AT+JWT"].map((typ) =>
    changed(`typ ${typ}`, null, { header: { typ } }),
  ),
  ...doubled("header", "typ"),
];

const algorithms: Row[] = [
  ...textMember("header", "alg", { missing: "missing-algorithm", malformed: "malformed-algorithm" }),
  ...["none", "None", "NONE", "nOnE"].map((alg) =>
    changed(`alg ${alg}, no signature`, "wrong-algorithm", { header: { alg }, signing: { how: "none" } }),
  ),
  changed("alg none, signed all the same", "wrong-algorithm", { header: { alg: "none" } }),
  changed("alg HS256, signed with the text of the public key", "wrong-algorithm", ({ key }) => ({
    header: { alg: "HS256" },
    signing: { how: "HS256", secret: key.publicKey.export({ format: "pem", type: "spki" }).toString() },
  })),
  changed("alg HS256, signed with the published key as JSON", "wrong-algorithm", ({ key }) => ({
    header: { alg: "HS256" },
    signing: { how: "HS256", secret: JSON.stringify(key.published) },
  })),
  ...["HS384", "ES512", "ES256K", "RS512", "EdDSA", "RSA-OAEP", "es256"].map((alg) =>
    changed(`alg ${alg}`, "wrong-algorithm", { header: { alg } }),
  ),
  ...["RS256", "PS256", "ES384"].map((alg) =>
    changed(`alg ${alg} with a key for ES256`, "key-not-for-algorithm", { header: { alg } }),
  ),
  ...doubled("header", "alg"),
];

const keyIds: Row[] = [
  ...textMember("header", "kid", { missing: "missing-key-id", malformed: "malformed-key-id" }),
  ...["autre", "TEST", "test ", "../test", "__proto__", "' OR 1=1 --", "a".repeat(255)].map((kid) =>
    changed(`kid ${kid.slice(0, 20)}`, "unknown-key", { header: { kid } }),
  ),
  ...doubled("header", "kid"),
];

const critical: Row[] = [["exp"], ["b64"], [], null].map((crit) =>
  changed(`crit ${JSON.stringify(crit)}`, "critical-header", { header: { crit, b64: true } }),
);

const texts: Row[] = [
  ...["", "{", "[]", "null", '"texte"', "7", "{'typ':'at+jwt'}", '{"typ":"at+jwt",}', "\ufeff{}"].map(
    (header) =>
      written(`header ${header || "empty"}`, header === "" ? "malformed-token" : "malformed-header", () => ({
        header,
      })),
  ),
  written("a member of a member of the header twice", "duplicate-header-field", ({ header }) => ({
    header: `{"more":[{"a":1,"b":{"a":1,"a":1}}],${header.slice(1)}`,
  })),
  written("one name in two members of the header, and braces in a text", null, ({ header }) => ({
    header: `{"a":{"x":1},"b":[{"x":1},{"x":"\\"}{:\\\\"}],"x":":",${header.slice(1)}`,
  })),
];

/** Every field of the header, changed in every way. */
export const headerRows: Row[] = [...types, ...algorithms, ...keyIds, ...critical, ...texts];
