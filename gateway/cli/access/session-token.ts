import type { TerminalConfig } from "../../config.js";
import type { TokenSource } from "../../sdk/client.js";
import type { Words } from "../../figures-file/problem.js";
import { AccessRefused } from "./refusals.js";
import { openSessionWarning, readSession, type Session, sessionFile, writeSession } from "./session-file.js";
import { whileAlone } from "./session-lock.js";
import { askForTokens, TokenRefusal } from "./token-endpoint.js";

/** A token with less than this left is renewed: enough for the request it is shown with, and for clocks that differ. */
export const leastLifeMs = 60_000;

const isFresh = ({ expiresAt }: Session): boolean => expiresAt - Date.now() >= leastLifeMs;

/** The kept login of a hub; null when there is none, or only one of another hub. */
export async function sessionOf(
  hub: string,
  config: Pick<TerminalConfig, "configHome">,
): Promise<Session | null> {
  const session = await readSession(config);
  return session?.hub === hub ? session : null;
}

/** Gives the access token of the kept login, renewed when less than a minute of it is left. */
export const sessionTokens =
  (
    hub: string,
    config: Pick<TerminalConfig, "configHome">,
    warn: (words: Words) => void = () => undefined,
  ): TokenSource =>
  async () => {
    const session = await sessionOf(hub, config);
    if (session === null) throw ended();
    const warning = await openSessionWarning(config);
    if (warning !== null) warn(warning);
    if (isFresh(session)) return session.accessToken;
    return whileAlone(`${sessionFile(config)}.lock`, async () => {
      // Another command may have renewed it, or ended it, while this one waited.
      const current = await sessionOf(hub, config);
      if (current === null) throw ended();
      return isFresh(current) ? current.accessToken : (await renewed(current, config)).accessToken;
    });
  };

async function renewed(session: Session, config: Pick<TerminalConfig, "configHome">): Promise<Session> {
  if (session.refreshToken === null) throw ended();
  const form = new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: session.refreshToken,
    client_id: session.client,
  });
  const { accessToken, expiresAt, refreshToken } = await askForTokens(session.tokenEndpoint, form).catch(
    (error: unknown) => {
      throw error instanceof TokenRefusal ? ended() : error;
    },
  );
  const next = { ...session, accessToken, expiresAt, refreshToken: refreshToken ?? session.refreshToken };
  await writeSession(config, next);
  return next;
}

const ended = (): AccessRefused =>
  new AccessRefused({
    fr: "Votre session est finie. Ouvrez-en une autre : carrefour login",
    en: "Your session has ended. Open another: carrefour login",
  });
