import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import { developmentClientKey } from "../../gateway/identity/client-assertion.js";
import { aHub, type TestHub } from "../harness/hub.js";

/** The issuer that the contract is held against, a program that it knows, and a hub that trusts it. */
export interface IssuerUnderTest {
  readonly issuer: string;
  readonly clientId: string;
  readonly key: KeyObject;
  readonly scope: string;
  readonly hub: TestHub;
  close(): Promise<void>;
}

const wished = (name: string): string => {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is needed beside OIDC_ISSUER: see the head of issuer-contract.test.ts`);
  return value;
};

/** Takes the issuer that OIDC_ISSUER names, else the development issuer of a hub that it starts. */
export async function theIssuer(): Promise<IssuerUnderTest> {
  const issuer = process.env.OIDC_ISSUER;
  if (!issuer) {
    const hub = await aHub("in process");
    return {
      issuer: `${hub.address}/oidc`,
      clientId: "researcher",
      key: await developmentClientKey(hub.dataDir),
      scope: "research:read",
      hub,
      close: () => hub.close(),
    };
  }
  const key = createPrivateKey(await readFile(wished("ISSUER_TEST_KEY"), "utf8"));
  const [clientId, scope] = [wished("ISSUER_TEST_CLIENT"), wished("ISSUER_TEST_SCOPE")];
  const hub = await aHub("in process", { OIDC_ISSUER: issuer });
  return { issuer, clientId, key, scope, hub, close: () => hub.close() };
}
