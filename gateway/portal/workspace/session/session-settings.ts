import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import {
  derivedSecrets,
  givenSecret,
  secretFile as givenFile,
  type SecretSource,
} from "../../../../subgraphs/offline.js";
import { secretFile } from "../../../identity/secret-file.js";

const shortestKey = 32;
const keyShape = { variable: "PORTAL_SESSION_KEY", shortest: shortestKey };
const clientSecretShape = { variable: "PORTAL_CLIENT_SECRET", shortest: 8 };

/** What an operator may say of signing in to the portal. */
export const portalVariables = {
  PORTAL_CLIENT_ID: z.string().min(1).default("carrefour-portal").describe("carrefour-portal").meta({
    what: "Le nom du portail chez l'émetteur ; sa redirection : HUB_PUBLIC_URL et /espace/retour. · The portal's name at the issuer; its redirect: HUB_PUBLIC_URL and /espace/retour.",
  }),
  PORTAL_CLIENT_SECRET: z.string().min(clientSecretShape.shortest).optional().describe("…").meta({
    what: "Secret du portail chez l'émetteur, s'il lui en a donné un ; absent, client public (PKCE seul). · The portal's secret at the issuer, where it gave one; absent, a public client (PKCE alone).",
  }),
  PORTAL_CLIENT_SECRET_FILE: z.string().min(1).optional().describe("/run/secrets/portal-client-secret").meta({
    what: "Fichier de ce secret ; relu dès qu'il change. · File of this secret; read again when it changes.",
  }),
  PORTAL_SESSION_KEY: z.string().min(shortestKey).optional().describe("openssl rand -base64 48").meta({
    what: "Chiffre la session de qui se connecte au portail ; le même pour toutes les passerelles. Absent en production, personne ne se connecte au portail ; ailleurs, il est tiré une fois dans HUB_DATA_DIR. · Encrypts the session of who signs in to the portal; the same for every gateway. Absent in production, nobody signs in to the portal; elsewhere it is made once in HUB_DATA_DIR.",
  }),
  PORTAL_SESSION_KEY_FILE: z.string().min(1).optional().describe("/run/secrets/portal-session-key").meta({
    what: "Fichier de ces clés, une par ligne : la première chiffre, toutes sont acceptées ; relu dès qu'il change. · File of these keys, one a line: the first encrypts, all are accepted; read again when it changes.",
  }),
};

/** How the portal signs people in. */
export interface PortalSettings {
  readonly clientId: string;
  /** Null: a public client. */
  readonly clientSecret: SecretSource | null;
  /** Null: the environment gives none. */
  readonly sessionKey: SecretSource | null;
}

/** Reads the portal's settings from the environment that was read; throws StartError for a key that cannot serve. */
export function portalSettingsOf(read: z.infer<z.ZodObject<typeof portalVariables>>): PortalSettings {
  return {
    clientId: read.PORTAL_CLIENT_ID,
    clientSecret: givenSecret(clientSecretShape, {
      value: read.PORTAL_CLIENT_SECRET,
      file: read.PORTAL_CLIENT_SECRET_FILE,
    }),
    sessionKey: givenSecret(keyShape, { value: read.PORTAL_SESSION_KEY, file: read.PORTAL_SESSION_KEY_FILE }),
  };
}

/** The keys that sessions are encrypted with, the first of them now; null: nobody can sign in here. */
export async function sessionKeysOf(config: {
  readonly portal: PortalSettings;
  readonly isProduction: boolean;
  readonly dataDir: string;
}): Promise<SecretSource | null> {
  const source = config.portal.sessionKey ?? (config.isProduction ? null : await ownKey(config.dataDir));
  return source === null ? null : derivedSecrets(source, "portal session");
}

async function ownKey(dataDir: string): Promise<SecretSource> {
  const path = join(dataDir, "development-portal-session-key");
  await secretFile(path, () => `${randomBytes(shortestKey).toString("base64")}\n`);
  return givenFile(keyShape, path);
}
