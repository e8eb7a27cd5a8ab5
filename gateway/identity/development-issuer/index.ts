import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { JSONWebKeySet } from "jose";
import type { Provider } from "oidc-provider";
import type { Logger } from "pino";
import { developmentClientKey, publicJwkOf } from "../client-assertion.js";
import { issuerKeys } from "./keys.js";
import { loginRoutes, type Register } from "./login.js";
import { issuerPath, mountProvider } from "./mount.js";
import { buildProvider } from "./provider.js";
import { UsedAssertions } from "./used-assertions.js";

/** The issuer of the demonstration accounts: a whole OpenID Connect issuer in this process, never present in production. */
export interface DevelopmentIssuer {
  readonly issuer: string;
  readonly keys: JSONWebKeySet;
  /** Adds its endpoints and its login page under /oidc. */
  readonly routes: (app: FastifyInstance) => Promise<void>;
}

/** Opens the issuer on what the data folder keeps: its keys, its clients' key, the assertions that were shown. */
export async function openDevelopmentIssuer(options: {
  readonly publicUrl: string;
  readonly audience: string;
  readonly dataDir: string;
  readonly log?: Logger;
  /** The register of the hub, where another process serves it. */
  readonly register?: Register;
}): Promise<DevelopmentIssuer> {
  const { publicUrl, audience, dataDir, log = null } = options;
  const issuer = `${publicUrl}${issuerPath}`;
  const keys = await issuerKeys(dataDir);
  const clientKey = await publicJwkOf(await developmentClientKey(dataDir));
  let provider: Promise<Provider> | null = null;
  const opened = (): Promise<Provider> =>
    (provider ??= buildProvider({
      issuer,
      publicUrl,
      audience,
      keys,
      clientKeys: { keys: [clientKey] },
      usedAssertions: new UsedAssertions(join(dataDir, "development-assertions")),
      log,
    }));
  return {
    issuer,
    keys: keys.published,
    routes: async (app) => {
      await loginRoutes(app, new URL(issuer), opened, options.register);
      await mountProvider(app, new URL(issuer), opened);
    },
  };
}
