import { readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** The portal's folder; documents stay where they are written, compiled code runs from dist/. */
export const portalFolder = here.includes(join(sep, "dist", "gateway"))
  ? join(here, "..", "..", "..", "..", "gateway", "portal")
  : join(here, "..");

// Pages of those who have signed in ask the authenticated door.
const isAuthenticated = (file: string): boolean => relative(portalFolder, file).startsWith(`workspace${sep}`);

/** The two schemas that documents ask. */
export type Door = "public" | "authenticated";

/** Every document of the portal, of one door. */
export const documentFiles = (door: Door): string[] =>
  readdirSync(portalFolder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".graphql"))
    .map((path) => join(portalFolder, path))
    .filter((file) => isAuthenticated(file) === (door === "authenticated"))
    .sort();
