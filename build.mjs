// Compiles every changed TypeScript file to dist/ (swc); types are checked by `npm run check`.
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import settings, { pageSettings } from "./swc.config.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const sourceFolders = ["gateway", "subgraphs", "schema", "seeds", "test"];
const output = join(root, "dist");

async function filesUnder(folder, ending) {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const found = entries.map((entry) => {
    const path = join(folder, entry.name);
    // A test may have packages of its own.
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesUnder(path, ending);
    return entry.isFile() && ending.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
  return (await Promise.all(found)).flat();
}

const lastChange = async (path) => (await stat(path).catch(() => null))?.mtimeMs ?? -1;

/** Compiles what changed since the last build and removes what no longer has a source. */
export async function build() {
  const settingsChange = await lastChange(join(root, "swc.config.mjs"));
  const sources = (
    await Promise.all(sourceFolders.map((folder) => filesUnder(join(root, folder), /\.tsx?$/)))
  ).flat();
  const targetOf = (source) => join(output, relative(root, source)).replace(/\.tsx?$/, ".js");
  await Promise.all(
    sources.map(async (source) => {
      const target = targetOf(source);
      const compiled = await lastChange(target);
      if (compiled > (await lastChange(source)) && compiled > settingsChange) return;
      // Loaded when something changed only: a command that starts finds everything compiled.
      const { transformFile } = await import("@swc/core");
      const given = source.endsWith(".tsx") ? pageSettings : settings;
      const { code, map } = await transformFile(source, { ...given, sourceMaps: true, swcrc: false });
      await mkdir(dirname(target), { recursive: true });
      await writeFile(`${target}.map`, map);
      await writeFile(target, `${code}\n//# sourceMappingURL=${target.split("/").pop()}.map\n`);
    }),
  );
  const expected = new Set(sources.map(targetOf));
  const stale = (await filesUnder(output, /\.js$/)).filter((file) => !expected.has(file));
  await Promise.all(stale.flatMap((file) => [rm(file), rm(`${file}.map`, { force: true })]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
