import { randomBytes } from "node:crypto";
import { lstat, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { canEnter, serverAccount } from "./account.js";
import { readIfPresent, writeDurably } from "./durable-file.js";
import { dataIncomplete, notAllowed } from "./errors.js";
import { openFolder } from "./open-folder.js";
import type { ServerAccount } from "./run-as.js";

/** Where root keeps what PostgreSQL's account must reach when HUB_DATA_DIR lies behind a closed door. */
export const systemFolder = "/var/lib/carrefour";

/** Where PostgreSQL's files live and whose they are. */
export interface DataLocation {
  dataFolder: string;
  account: ServerAccount;
}

/** `<dataDir>/postgres`, or the folder of the system that `<dataDir>/postgres-location` points to. */
export async function locateData(dataDir: string): Promise<DataLocation> {
  const pointer = join(dataDir, "postgres-location");
  const inside = join(dataDir, "postgres");
  const recorded = (await readIfPresent(pointer))?.trim();
  if (recorded !== undefined) {
    if (!(await exists(recorded))) throw dataIncomplete(recorded, dataDir);
    return { dataFolder: recorded, account: await serverAccount(recorded) };
  }
  const account = await serverAccount(inside);
  if (await canEnter(account, dataDir)) return { dataFolder: inside, account };
  if (await exists(inside)) throw closedDoor(account, dataDir);
  if (!(await openFolder(systemFolder, account))) throw closedDoor(account, dataDir, systemFolder);
  const outside = join(systemFolder, `data-${randomBytes(6).toString("hex")}`);
  await mkdir(outside, { mode: 0o700 });
  await writeDurably(pointer, `${outside}\n`, 0o644);
  return { dataFolder: outside, account };
}

function closedDoor(account: ServerAccount, ...folders: string[]) {
  const name = account?.name ?? "";
  return notAllowed(
    `PostgreSQL tourne sous le compte « ${name} », qui ne peut pas entrer dans ${folders.join(" ni dans ")}. Choisissez un HUB_DATA_DIR que ce compte peut traverser, ou démarrez sans être root.`,
    `PostgreSQL runs as account "${name}", which cannot enter ${folders.join(" nor ")}. Choose a HUB_DATA_DIR that this account can traverse, or start without being root.`,
  );
}

const exists = (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  );
