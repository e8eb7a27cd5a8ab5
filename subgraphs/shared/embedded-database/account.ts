import { readFile, stat } from "node:fs/promises";
import { errorCode, notAllowed } from "./errors.js";
import { runAs, type ServerAccount } from "./run-as.js";

/** PostgreSQL refuses root: root's data folder names its owner, a new one goes to `postgres`, else `nobody`. */
export async function serverAccount(existingDataFolder: string | null): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return null;
  const accounts = parsePasswd(await readFile("/etc/passwd", "utf8"));
  if (existingDataFolder !== null) {
    const owner = await ownerOf(existingDataFolder);
    if (owner !== null && owner.uid !== 0) {
      return { name: accounts.find(({ uid }) => uid === owner.uid)?.name ?? `uid ${owner.uid}`, ...owner };
    }
  }
  const chosen = ["postgres", "nobody"]
    .map((wanted) => accounts.find(({ name, uid }) => name === wanted && uid > 0))
    .find((account) => account !== undefined);
  if (chosen !== undefined) return chosen;
  throw notAllowed(
    "PostgreSQL refuse de tourner en root et cette machine n'a ni compte « postgres » ni compte « nobody ». Démarrez avec un compte ordinaire.",
    'PostgreSQL refuses to run as root and this machine has neither a "postgres" nor a "nobody" account. Start with an ordinary account.',
  );
}

/** Whether the account can enter a folder, as the system itself judges every parent's mode, owner and access list. */
export async function canEnter(account: ServerAccount, folder: string): Promise<boolean> {
  if (account === null) return true;
  const { exitCode } = await runAs(account, "/bin/sh", ["-c", 'cd -- "$1"', "sh", folder]);
  return exitCode === 0;
}

async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const { uid, gid } = await stat(folder);
    return { uid, gid };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

function parsePasswd(text: string): { name: string; uid: number; gid: number }[] {
  return text.split("\n").flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
