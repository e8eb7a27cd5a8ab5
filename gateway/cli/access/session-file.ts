import { randomBytes } from "node:crypto";
import { chmod, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { TerminalConfig } from "../../config.js";
import type { Words } from "../../figures-file/problem.js";
import { jsonOrNull } from "../json-or-null.js";
import { AccessRefused } from "./refusals.js";

const written = z.strictObject({
  hub: z.url(),
  issuer: z.url(),
  tokenEndpoint: z.url(),
  revocationEndpoint: z.url().nullable(),
  client: z.string().min(1),
  accessToken: z.string().min(1),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
  refreshToken: z.string().min(1).nullable(),
});

/** A login that is kept: it is for one hub and one issuer, and is shown to no other. */
export type Session = z.infer<typeof written>;

const folderOf = ({ configHome }: Pick<TerminalConfig, "configHome">): string =>
  join(configHome, "carrefour");

/** Where the login is kept. */
export const sessionFile = (config: Pick<TerminalConfig, "configHome">): string =>
  join(folderOf(config), "session.json");

/** Reads the kept login; null when there is none. A file that is no login is told, not guessed at. */
export async function readSession(config: Pick<TerminalConfig, "configHome">): Promise<Session | null> {
  const path = sessionFile(config);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw unreadable(path, error.code ?? error.message);
  });
  if (text === null) return null;
  const read = written.safeParse(jsonOrNull(text));
  if (!read.success) throw unreadable(path, read.error.issues[0]?.path.join(".") || "JSON");
  return read.data;
}

/** Keeps a login: a folder and a file for nobody else, and never half a file. */
export async function writeSession(
  config: Pick<TerminalConfig, "configHome">,
  session: Session,
): Promise<void> {
  const folder = folderOf(config);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // The folder may have been there before, open to others.
  await chmod(folder, 0o700);
  const path = sessionFile(config);
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(`${JSON.stringify(session, null, 1)}\n`);
    // A refresh token serves once: losing the new one to a power cut would end the login.
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path).catch(async (error: unknown) => {
    await rm(draft, { force: true });
    throw error;
  });
}

/** Forgets the kept login. */
export const deleteSession = (config: Pick<TerminalConfig, "configHome">): Promise<void> =>
  rm(sessionFile(config), { force: true });

/** What is to be told of a login file that other accounts can read; null when none can. */
export async function openSessionWarning(config: Pick<TerminalConfig, "configHome">): Promise<Words | null> {
  const path = sessionFile(config);
  const found = await stat(path).catch(() => null);
  if (found === null || process.platform === "win32" || (found.mode & 0o077) === 0) return null;
  return {
    fr: `Attention : d'autres comptes de cette machine peuvent lire votre session (${path}). Fermez-la et rouvrez-la : carrefour logout, puis carrefour login`,
    en: `Warning: other accounts of this machine can read your session (${path}). End it and open another: carrefour logout, then carrefour login`,
  };
}

const unreadable = (path: string, reason: string): AccessRefused =>
  new AccessRefused({
    fr: `Le fichier de session ${path} est abîmé ou illisible (${reason}). Supprimez-le par carrefour logout, puis carrefour login.`,
    en: `The session file ${path} is damaged or unreadable (${reason}). Delete it by carrefour logout, then carrefour login.`,
  });
