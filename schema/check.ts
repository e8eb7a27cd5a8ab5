import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { schemaFolder } from "../gateway/hub.js";
import { accessProblems } from "./access/access-problems.js";
import { rulesOfHub } from "./access/rules-of-hub.js";
import { readAccessTable } from "./access/table.js";
import { composeHub } from "./composition.js";
import { coordinateProblems } from "./coordinates.js";
import { breakingChanges } from "./breaking-changes.js";
import { driftProblems } from "./drift.js";

/** Refuses drift, breaking changes of the public schema, unlisted public coordinates and fields open to others than reviewed: `npm run schema:check`. */
async function main(): Promise<void> {
  const composed = composeHub();
  const listed = await readFile(join(schemaFolder, "public.coordinates"), "utf8");
  const committed = async (path: string): Promise<string | null> =>
    readFile(join(schemaFolder, path), "utf8").catch(() => null);
  const problems = [
    ...(await driftProblems(composed, committed)),
    ...(await breakingChanges(
      await committed("public.promised.graphql"),
      composed.get("public.graphql") ?? "",
    )),
    ...coordinateProblems(composed.get("public.graphql") ?? "", listed),
    ...accessProblems(rulesOfHub(), readAccessTable((await committed("access.table")) ?? "")),
  ];
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
  else process.stdout.write("schema: rien n'a dérivé · nothing drifted\n");
}

await main();
