import type { FastifyReply, FastifyRequest } from "fastify";
import { paths } from "../../addresses.js";
import { languages } from "../../language.js";

const sessionCookie = "carrefour-session";
// Browsers keep 4,096 bytes of a cookie with its name and attributes (RFC 6265, s. 6.1).
const mostCharacters = 3_800;
// More is no session of ours.
const mostParts = 6;

// One path a language: the public's pages never see a session.
const sessionPaths = languages.map((language) => paths.workspace[language]);

export interface CookieSettings {
  readonly isSecure: boolean;
}

const attributes = ({ isSecure }: CookieSettings) =>
  ({ httpOnly: true, sameSite: "lax", secure: isSecure }) as const;

/** The session that a browser shows, still sealed; an empty text when it shows none. */
export function sessionText({ cookies }: FastifyRequest): string {
  let text = "";
  for (let part = 0; part < mostParts; part += 1) text += cookies[`${sessionCookie}-${part}`] ?? "";
  return text;
}

/** Has the browser keep a sealed session under both languages' paths; longer than one cookie may be, it is split. */
export function writeSessionText(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  endsAt: Date,
  settings: CookieSettings,
): void {
  const parts = Math.ceil(text.length / mostCharacters);
  if (parts > mostParts)
    throw new Error(`session: expected at most ${mostParts * mostCharacters} characters, got ${text.length}`);
  for (let part = 0; part < mostParts; part += 1) {
    const name = `${sessionCookie}-${part}`;
    const value = text.slice(part * mostCharacters, (part + 1) * mostCharacters);
    if (value === "" && request.cookies[name] === undefined) continue;
    for (const path of sessionPaths)
      if (value === "") reply.clearCookie(name, { path, ...attributes(settings) });
      else reply.setCookie(name, value, { path, ...attributes(settings), expires: endsAt });
  }
}

/** Has the browser forget the session. */
export const clearSession = (request: FastifyRequest, reply: FastifyReply, settings: CookieSettings): void =>
  writeSessionText(request, reply, "", new Date(0), settings);

// Where the issuer sends people back to.
const attemptPath = paths.workspace.fr;
const attemptCookie = (state: string): string => `carrefour-sign-in-${state.slice(0, 12)}`;

/** The sign-in that a browser began under this state, still sealed. */
export const attemptText = ({ cookies }: FastifyRequest, state: string): string =>
  cookies[attemptCookie(state)] ?? "";

/** Has the browser keep a sign-in that was begun; each has a cookie of its own, so that two tabs do not disturb each other. */
export const writeAttempt = (
  reply: FastifyReply,
  state: string,
  text: string,
  endsAt: Date,
  settings: CookieSettings,
): void =>
  void reply.setCookie(attemptCookie(state), text, {
    path: attemptPath,
    ...attributes(settings),
    expires: endsAt,
  });

export const clearAttempt = (reply: FastifyReply, state: string, settings: CookieSettings): void =>
  void reply.clearCookie(attemptCookie(state), { path: attemptPath, ...attributes(settings) });
