import type { TerminalConfig } from "../../config.js";
import { askJson } from "../access/ask-json.js";
import { deleteSession, readSession, type Session, sessionFile } from "../access/session-file.js";
import { whileAlone } from "../access/session-lock.js";
import { inLanguage, type TerminalLanguage } from "../language.js";
import type { Words } from "../../figures-file/problem.js";

/** Ends the kept login at its issuer and forgets it here; here it ends whatever the issuer answers. */
export async function logout(lang: TerminalLanguage | undefined, config: TerminalConfig): Promise<void> {
  const say = (words: Words): void => console.log(inLanguage(words, lang ?? config.language));
  await whileAlone(`${sessionFile(config)}.lock`, async () => {
    const session = await readSession(config).catch(() => "damaged" as const);
    await deleteSession(config);
    if (session === null) return say({ fr: "Aucune session n'était ouverte.", en: "No session was open." });
    if (session === "damaged")
      return say({
        fr: "Le fichier de session était abîmé ; il est supprimé.",
        en: "The session file was damaged; it is deleted.",
      });
    if (await isRevoked(session)) say({ fr: "Session fermée.", en: "Session ended." });
    else
      say({
        fr: `Session oubliée ici, mais ${session.issuer} n'a pas confirmé : elle y finira à son terme.`,
        en: `Session forgotten here, but ${session.issuer} did not confirm: there it will end in its time.`,
      });
  });
}

// RFC 7009, s. 2.1: with the refresh token goes all that came of it.
async function isRevoked({ revocationEndpoint, refreshToken, client }: Session): Promise<boolean> {
  if (revocationEndpoint === null || refreshToken === null) return false;
  const form = new URLSearchParams({
    token: refreshToken,
    token_type_hint: "refresh_token",
    client_id: client,
  });
  return askJson(revocationEndpoint, form).then(
    ({ status }) => status === 200,
    () => false,
  );
}
