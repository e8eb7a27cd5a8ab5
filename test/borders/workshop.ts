import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SourceMutation } from "./mutation.js";

const root = process.cwd();
const copied = [
  ...["gateway", "subgraphs", "schema", "seeds", "test"],
  ...["package.json", "README.md", "docker-compose.yml", ".env.example"],
  ...["vitest.config.mjs", "swc.config.mjs", "tsconfig.json", "build.mjs", "start.mjs"],
];

/** A copy of the sources, where guards are broken; the project itself is never touched. */
export class Workshop {
  private constructor(readonly folder: string) {}

  static async open(folder: string): Promise<Workshop> {
    await mkdir(folder, { recursive: true });
    for (const part of copied)
      await cp(join(root, part), join(folder, part), { recursive: true }).catch(
        (error: { code?: string }) => {
          if (error.code !== "ENOENT") throw error;
        },
      );
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
    // The runner starts the database; everything else is as the suite has it.
    await writeFile(
      join(folder, "borders.config.mjs"),
      `import { everyRun } from "./vitest.config.mjs";
// A slow machine is no broken guard, and a guard's tests may be among those that take their time.
const test = { include: ["dist/**/*.test.js"], testTimeout: 180_000, hookTimeout: 180_000 };
export default { ...everyRun, test: { ...everyRun.test, ...test } };
`,
    );
    return new Workshop(folder);
  }

  /** Breaks one place while `work` runs, and mends it. Throws when the place is not there once: it moved. */
  async broken<Result>(
    { file, find, replace }: SourceMutation,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const path = join(this.folder, file);
    const text = await readFile(path, "utf8");
    const places = text.split(find).length - 1;
    if (places !== 1) throw new Error(`${file}: expected once, found ${places} times: ${find}`);
    await writeFile(
      path,
      text.replace(find, () => replace),
    );
    try {
      return await work();
    } finally {
      await writeFile(path, text);
    }
  }
}
