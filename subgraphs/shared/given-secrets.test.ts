import { describe, expect, it } from "vitest";
import { databaseAddresses, hopSecretsOf, type SecretVariables } from "./secrets/given-secrets.js";
import { StartError } from "./start-error.js";

const long = "un-secret-des-sauts-de-trente-deux-caracteres";
const roles = "un-secret-des-roles";
const url = "postgres://hub_admin:un-motdepasse-assez-long@127.0.0.1/carrefour";

describe("the secret that gateway and subgraphs know each other by", () => {
  it("is the one that is given", () => {
    expect(hopSecretsOf({ HOP_SECRET: long, DATABASE_ROLE_SECRET: roles })()).toEqual([long]);
  });

  it.each<[string, SecretVariables]>([
    ["the roles' secret", { DATABASE_ROLE_SECRET: roles }],
    ["the password of the database's address", { DATABASE_URL: url }],
  ])("else is derived from %s, the same in every process", (_title, told) => {
    const [derived] = hopSecretsOf(told)();
    expect(derived).toMatch(/^[\w-]{43}$/);
    expect(hopSecretsOf(told)()).toEqual([derived]);
    for (const source of Object.values(told)) expect(source).not.toContain(derived);
  });

  it.each<[string, SecretVariables]>([
    ["nothing", {}],
    ["an address without a password", { DATABASE_URL: "postgres://hub_admin@127.0.0.1/carrefour" }],
    ["a password that could be guessed", { DATABASE_URL: "postgres://hub_admin:facile@127.0.0.1/carrefour" }],
  ])("stops a start that is told %s", (_title, told) => {
    expect(() => hopSecretsOf(told)).toThrow(StartError);
    expect(() => hopSecretsOf(told)).toThrow(/HOP_SECRET/);
  });
});

describe("the address of a database server", () => {
  it("is one for all that use it, so that its secret changes for all of them at once", () => {
    const addressOf = databaseAddresses({ DATABASE_ROLE_SECRET: roles });
    expect(addressOf(url)).toBe(addressOf(url));
    expect(addressOf(url).roleSecret).toBe(roles);
    expect(databaseAddresses({})(url).roleSecret).toBe("un-motdepasse-assez-long");
  });
});
