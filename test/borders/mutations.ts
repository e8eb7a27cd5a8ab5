import type { Mutation } from "./mutation.js";

const catalogue = "test/security/catalogue";

/** The borders of the hub, each broken in the smallest way that somebody could break it by mistake. */
export const mutations: readonly Mutation[] = [
  {
    name: "settings of a session instead of a transaction",
    file: "subgraphs/shared/tenancy.ts",
    find: "set_config('hub.establishment', $2, true)",
    replace: "set_config('hub.establishment', $2, false)",
    tests: ["test/security/pool-bleed.test.ts", "test/security/one-door.test.ts"],
  },
  {
    name: "row-level security of one table no longer forced",
    statements: ["ALTER TABLE quality_indicators.submission_revision NO FORCE ROW LEVEL SECURITY"],
    tests: [`${catalogue}/listing.test.ts`, `${catalogue}/rules.test.ts`, "test/security/catalogue.test.ts"],
  },
  {
    name: "a role above row-level security (BYPASSRLS)",
    statements: ["ALTER ROLE hub_establishment BYPASSRLS"],
    afterwards: ["ALTER ROLE hub_establishment NOBYPASSRLS"],
    tests: [
      `${catalogue}/rules.test.ts`,
      "test/security/pool-bleed.test.ts",
      "subgraphs/quality-indicators/submission/protection.test.ts",
    ],
  },
  {
    name: "a removed WITH CHECK",
    statements: ["ALTER POLICY own_new_key ON quality_indicators.idempotency_key WITH CHECK (true)"],
    tests: [
      `${catalogue}/listing.test.ts`,
      `${catalogue}/rules.test.ts`,
      "subgraphs/quality-indicators/submission/protection.test.ts",
    ],
  },
  {
    name: "the clock of callers not bounded",
    statements: [
      "CREATE OR REPLACE FUNCTION quality_indicators.is_now(instant timestamptz) RETURNS boolean LANGUAGE sql STABLE RETURN true",
    ],
    tests: [`${catalogue}/listing.test.ts`, "test/security/sql-only.test.ts"],
  },
  {
    name: "the lock of a campaign kept by the service alone",
    statements: ["DROP TRIGGER locked ON quality_indicators.submission"],
    tests: [`${catalogue}/listing.test.ts`, "test/security/sql-only.test.ts"],
  },
  {
    name: "events of the audit taken without the rows that they tell of",
    statements: ["ALTER TABLE quality_indicators.audit_entry DISABLE TRIGGER evidence"],
    tests: [`${catalogue}/listing.test.ts`, `${catalogue}/rules.test.ts`, "test/security/sql-only.test.ts"],
  },
  {
    name: "PostgreSQL's own words in an answer",
    file: "subgraphs/shared/execute.ts",
    find: 'const masked = new HubError(refusalOfDatabase(cause) ?? "INTERNAL").toJSON();',
    replace: 'const masked = { ...new HubError("INTERNAL").toJSON(), message: String(cause) };',
    tests: ["test/security/database-refusals.test.ts"],
  },
  {
    name: "a removed @Authorized",
    file: "subgraphs/quality-indicators/submission/submission.entity.ts",
    find: '@Authorized("figures:write", "steward:collect")\n',
    replace: "",
    tests: ["test/security/matrix/fields.test.ts"],
  },
  {
    name: "an @Authorized without its scopes",
    file: "subgraphs/quality-indicators/submission/submission.entity.ts",
    find: '@Authorized("figures:write", "steward:collect")\n',
    replace: "@Authorized()\n",
    tests: ["test/security/matrix/fields.test.ts"],
  },
  {
    name: "rules of fields that are written and not asked",
    file: "subgraphs/shared/field-rules/guarded-fields.ts",
    find: "if (!mayRead(rule, context.principal)) throw notAllowed(rule);",
    replace: "void [mayRead, notAllowed];",
    tests: ["test/security/matrix/fields.test.ts"],
  },
  {
    name: "the audience of a token not checked",
    file: "subgraphs/shared/access-token/token-claims.ts",
    find: 'if (singleAudience(claims) !== audience) throw new TokenRefused("wrong-audience");',
    replace: "void [singleAudience(claims), audience];",
    tests: ["test/security/hostile-tokens.test.ts"],
  },
  {
    name: "an assertion good more than once (jti not unique)",
    file: "gateway/identity/development-issuer/used-assertions.ts",
    find: '{ flag: "wx", mode: 0o600 }',
    replace: "{ mode: 0o600 }",
    tests: [
      "test/identity/hostile-assertions.test.ts",
      "gateway/identity/development-issuer/used-assertions.test.ts",
    ],
  },
  {
    name: "the hop to a subgraph not verified",
    file: "subgraphs/shared/hop-token.ts",
    find: 'if (!secrets().some(isSigned) && !secrets(true).some(isSigned)) throw new HopRefused("wrong-signature");',
    replace: "void isSigned;",
    tests: ["test/security/lone-subgraph.test.ts", "subgraphs/shared/hop-token.test.ts"],
  },
  {
    name: "admission not asked",
    file: "gateway/identity/caller.ts",
    find: "await admit(principal);",
    replace: "void admit;",
    tests: ["test/security/suspended-credential.test.ts"],
  },
  {
    name: "the guard of costs off",
    file: "gateway/guard/guard.ts",
    find: "if (cost.estimate > cost.budget) return tooCostly(cost);",
    replace: "if (cost.estimate > Infinity) return tooCostly(cost);",
    tests: ["test/security/guard-cost.test.ts"],
  },
  {
    name: "the signature of a cursor not checked",
    file: "subgraphs/shared/cursor.ts",
    find: "!timingSafeEqual(bytes.subarray(0, signatureLength), signatureOf(list, id))",
    replace:
      "timingSafeEqual(bytes.subarray(0, 0), Buffer.from(signatureOf(list, id).subarray(0, 0))) === false",
    tests: [
      "subgraphs/partners/release/records/record-cursor.test.ts",
      "subgraphs/research-partnerships/research-partnership/page-research-partnerships.test.ts",
    ],
  },
];
