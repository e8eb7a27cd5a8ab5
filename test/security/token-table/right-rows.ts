import { changed, doubled, type Row, shown } from "./row.js";

const researcher = { scope: "research:read", establishment: undefined };
const steward = { scope: "steward:collect", establishment: undefined };

const scopes: Row[] = [
  changed("scope missing", "missing-scope", { claims: { scope: undefined } }),
  ...[
    null,
    7,
    ["figures:write"],
    "",
    " ",
    " figures:write",
    "figures:write ",
    "openid  figures:write",
    "openid\tfigures:write",
    "openid\nfigures:write",
    'openid "figures:write',
    "donn\u00e9es figures:write",
  ].map((scope) => changed(`scope = ${shown(scope)}`, "malformed-scope", { claims: { scope } })),
  ...["figures:write figures:write", "openid figures:write openid"].map((scope) =>
    changed(`scope = ${scope}`, "repeated-scope", { claims: { scope } }),
  ),
  ...["openid", "figures", "FIGURES:WRITE", "figures:write:all", "hub:admission", "steward:*", "*"].map(
    (scope) => changed(`scope = ${scope}`, "no-scope-of-the-hub", { claims: { scope } }),
  ),
  ...["figures:write research:read", "figures:write steward:collect", "steward:privacy research:read"].map(
    (scope) => changed(`scope = ${scope}`, "scopes-of-several-users", { claims: { scope } }),
  ),
  ...["figures:write", "openid profile figures:write", "figures:write hub:admission"].map((scope) =>
    changed(`scope = ${scope}`, null, { claims: { scope } }),
  ),
  changed("three scopes of a steward", null, {
    claims: { ...steward, scope: "steward:collect steward:publish steward:privacy" },
  }),
  ...doubled("claims", "scope"),
];

const notCodes = [
  null,
  7,
  true,
  "",
  ["ciusss-estrie-chus"],
  "CIUSSS-ESTRIE-CHUS",
  " ciusss-estrie-chus",
  "ciusss-estrie-chus\n",
  "ciusss--estrie",
  "-ciusss",
  "ciusss/estrie",
  "ciusss' OR true --",
  "ciusss-estri\u00e9",
  "__proto__",
  "a".repeat(101),
];

const establishments: Row[] = [
  changed("figures:write without establishment", "missing-establishment", {
    claims: { establishment: undefined },
  }),
  ...notCodes.map((establishment) =>
    changed(`establishment = ${shown(establishment)}`, "malformed-establishment", {
      claims: { establishment },
    }),
  ),
  changed("an establishment of 100 characters", null, { claims: { establishment: "a".repeat(100) } }),
  ...[researcher, steward].map((claims) =>
    changed(`${claims.scope} with an establishment`, "unexpected-establishment", {
      claims: { ...claims, establishment: "ciusss-estrie-chus" },
    }),
  ),
  changed("a steward with an empty establishment", "unexpected-establishment", {
    claims: { ...steward, establishment: "" },
  }),
  ...doubled("claims", "establishment"),
];

const agreements: Row[] = [
  changed("a researcher without agreement", null, { claims: researcher }),
  changed("a researcher with an agreement", null, { claims: { ...researcher, agreement: "entente-demo-1" } }),
  ...notCodes.map((agreement) =>
    changed(`agreement = ${shown(agreement)}`, "malformed-agreement", {
      claims: { ...researcher, agreement },
    }),
  ),
  changed("an establishment with an agreement", "unexpected-agreement", {
    claims: { agreement: "entente-demo-1" },
  }),
  changed("a steward with an agreement", "unexpected-agreement", {
    claims: { ...steward, agreement: "entente-demo-1" },
  }),
  ...doubled("claims", "agreement", { claims: { ...researcher, agreement: "entente-demo-1" } }),
];

const development: Row[] = [
  ...[null, 1, "true", "false", []].map((value) =>
    changed(`development = ${shown(value)}`, "malformed-development", { claims: { development: value } }),
  ),
  ...[true, false].map((value) =>
    changed(`development = ${value}`, null, { claims: { development: value } }),
  ),
];

/** Every claim that says what a token allows, changed in every way. */
export const rightRows: Row[] = [...scopes, ...establishments, ...agreements, ...development];
