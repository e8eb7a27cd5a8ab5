import type { FastifyInstance } from "fastify";
import type { SecretSource } from "../../../subgraphs/index.js";
import type { Knowing } from "./visitor.js";
import type { PortalSettings } from "./session/session-settings.js";
import { fetchHere } from "./session/fetch-here.js";
import { issuerClient } from "./session/issuer-client.js";
import { Renewals } from "./session/renewals.js";
import type { RenewalsTogether } from "./session/renewals-together.js";
import { Sessions } from "./session/sessions.js";
import type { PageServing } from "../page/serve-pages.js";
import { workspaceRoutes } from "./serve-workspace.js";

/** How the portal signs people in on this hub. */
export interface SigningIn extends Pick<PortalSettings, "clientId" | "clientSecret"> {
  readonly issuer: string;
  readonly discoveryUrl: string | null;
  /** True when the development issuer answers in this process, or is reached through it. */
  readonly isDevelopment: boolean;
  /** Null: nobody can sign in here. */
  readonly sessionKeys: SecretSource | null;
  /** Where the processes of one hub agree on renewals; null: there is one process. */
  readonly together: RenewalsTogether | null;
  readonly identify: Knowing["identify"];
}

/** Opens the workspace: its sessions, its issuer, its pages. */
export async function openWorkspace(
  app: FastifyInstance,
  signingIn: SigningIn,
  serving: PageServing,
): Promise<void> {
  const { sessionKeys, identify, isDevelopment, together } = signingIn;
  app.addHook("onClose", async () => together?.close());
  const issuer = issuerClient({
    ...signingIn,
    publicUrl: serving.publicUrl,
    fetchHere: isDevelopment ? fetchHere(app) : null,
  });
  const now = Date.now;
  if (sessionKeys === null)
    serving.log.warn("PORTAL_SESSION_KEY is not given: nobody can sign in to the portal");
  await workspaceRoutes(app, {
    ...serving,
    issuer,
    issuerOrigin: new URL(signingIn.issuer).origin,
    isDevelopment,
    identify,
    sessions:
      sessionKeys === null
        ? null
        : new Sessions({
            keys: sessionKeys,
            issuer,
            renewals: new Renewals({ issuer, keys: sessionKeys, together, now }),
            isSecure: serving.publicUrl.startsWith("https:"),
            now,
          }),
  });
}
