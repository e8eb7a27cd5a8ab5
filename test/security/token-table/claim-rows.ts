import { changed, doubled, now, type Row, shown, textMember, written } from "./row.js";

const issuers: Row[] = [
  ...textMember("claims", "iss", { missing: "missing-issuer", malformed: "malformed-issuer" }),
  changed("iss of another issuer", "wrong-issuer", { claims: { iss: "https://ailleurs.exemple.ca" } }),
  changed("iss with a stroke more", "wrong-issuer", ({ issuer }) => ({ claims: { iss: `${issuer}/` } })),
  changed("iss in capitals", "wrong-issuer", ({ issuer }) => ({ claims: { iss: issuer.toUpperCase() } })),
  ...doubled("claims", "iss"),
];

const audiences: Row[] = [
  changed("aud missing", "missing-audience", { claims: { aud: undefined } }),
  ...[null, 7, true, "", { un: 1 }, [], [7], [""], [null], [["urn:carrefour"]]].map((aud) =>
    changed(`aud = ${shown(aud)}`, "malformed-audience", { claims: { aud } }),
  ),
  ...[
    "urn:autre",
    "urn:carrefour/",
    "URN:CARREFOUR",
    " urn:carrefour",
    "urn:carrefour urn:autre",
    ["urn:autre"],
  ].map((aud) => changed(`aud = ${shown(aud)}`, "wrong-audience", { claims: { aud } })),
  ...[
    ["urn:carrefour", "urn:autre"],
    ["urn:autre", "urn:carrefour"],
    ["urn:carrefour", "urn:carrefour"],
    ["urn:carrefour", 7],
  ].map((aud) => changed(`aud = ${shown(aud)}`, "several-audiences", { claims: { aud } })),
  changed("aud a list of the hub alone", null, { claims: { aud: ["urn:carrefour"] } }),
  changed("a token of another resource of the same issuer", "wrong-audience", {
    claims: { aud: "https://dossiers.exemple.ca", scope: "figures:write openid" },
  }),
  changed("an ID token shown as an access token", "wrong-type", ({ issuer }) => ({
    header: { typ: "JWT" },
    claims: { aud: "programme-du-bureau", azp: "programme-du-bureau", nonce: "n", iss: issuer },
  })),
  changed("an ID token with the type of an access token", "wrong-audience", {
    claims: { aud: "programme-du-bureau", client_id: undefined, scope: undefined, nonce: "n" },
  }),
  ...doubled("claims", "aud"),
];

const names: Row[] = (
  [
    ["sub", "missing-subject", "malformed-subject"],
    ["client_id", "missing-client", "malformed-client"],
    ["jti", "missing-token-id", "malformed-token-id"],
  ] as const
).flatMap(([name, missing, malformed]) => [
  ...textMember("claims", name, { missing, malformed }),
  changed(`${name} of 255 characters`, null, { claims: { [name]: "a".repeat(255) } }),
  ...doubled("claims", name),
]);

const notTimes = [null, "1777903200", true, -1, [now], { un: 1 }];

const times: Row[] = [
  changed("iat missing", "missing-issue-time", { claims: { iat: undefined } }),
  ...notTimes.map((iat) => changed(`iat = ${shown(iat)}`, "malformed-issue-time", { claims: { iat } })),
  ...[14, 15].map((late) =>
    changed(`issued ${late} s in the future`, null, { claims: { iat: now + late, exp: now + late + 60 } }),
  ),
  ...[16, 3_600].map((late) =>
    changed(`issued ${late} s in the future`, "issued-in-the-future", {
      claims: { iat: now + late, exp: now + late + 60 },
    }),
  ),
  ...doubled("claims", "iat"),
  changed("exp missing", "missing-expiry", { claims: { exp: undefined } }),
  ...notTimes.map((exp) => changed(`exp = ${shown(exp)}`, "malformed-expiry", { claims: { exp } })),
  written("exp without end", "malformed-expiry", ({ claims }) => ({
    claims: claims.replace(/"exp":\d+/, '"exp":1e400'),
  })),
  ...[13, 14].map((ago) =>
    changed(`expired ${ago} s ago`, null, { claims: { iat: now - ago - 60, exp: now - ago } }),
  ),
  ...[15, 16, 86_400].map((ago) =>
    changed(`expired ${ago} s ago`, "expired", { claims: { iat: now - ago - 60, exp: now - ago } }),
  ),
  ...doubled("claims", "exp"),
  ...[299, 300].map((life) => changed(`a life of ${life} s`, null, { claims: { exp: now + life } })),
  ...[300.001, 301, 3_600, 1e15].map((life) =>
    changed(`a life of ${life} s`, "life-too-long", { claims: { exp: now + life } }),
  ),
  ...[0, 1].map((before) =>
    changed(`expires ${before} s before it is issued`, "expires-before-issue", {
      claims: { exp: now - before },
    }),
  ),
  changed("times with a fraction", null, { claims: { iat: now - 0.5, exp: now + 200.25 } }),
  ...notTimes.map((nbf) => changed(`nbf = ${shown(nbf)}`, "malformed-not-before", { claims: { nbf } })),
  ...[-60, 0, 14, 15].map((late) =>
    changed(`not before ${late} s from now`, null, { claims: { nbf: now + late } }),
  ),
  ...[16, 120].map((late) =>
    changed(`not before ${late} s from now`, "not-yet-valid", { claims: { nbf: now + late } }),
  ),
  ...doubled("claims", "nbf", { claims: { nbf: now } }),
];

const texts: Row[] = [
  ...["{", "[]", "null", '"texte"', "7", '{"iss":NaN}'].map((claims) =>
    written(`payload ${claims}`, "malformed-payload", () => ({ claims })),
  ),
  written("a payload without a letter", "malformed-token", () => ({ claims: "" })),
  written("a member of a member of the payload twice", "duplicate-claim", ({ claims }) => ({
    claims: `{"realm_access":{"roles":[{"a":1,"a":2}]},${claims.slice(1)}`,
  })),
];

/** Every claim that each token must have, changed in every way. */
export const claimRows: Row[] = [...issuers, ...audiences, ...names, ...times, ...texts];
