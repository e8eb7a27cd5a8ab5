import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { schemaFolder } from "../gateway/hub.js";
import { composeHub } from "./composition.js";

/** Writes every generated file of this folder: `npm run schema:build`. */
async function main(): Promise<void> {
  for (const [path, text] of composeHub()) {
    const target = join(schemaFolder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}

await main();
