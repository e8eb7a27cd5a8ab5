import { join } from "node:path";
import { startEmbeddedDatabase } from "../../subgraphs/index.js";
import { makeTemplates } from "../harness/database.js";
import { aFolder } from "../harness/folder.js";
import { type FileOutcome, runTests } from "./run-tests.js";
import type { Mutation } from "./mutation.js";
import { mutations } from "./mutations.js";
import { whileBroken } from "./templates.js";
import { Workshop } from "./workshop.js";

/** npm run test:borders -- [words of the names of mutations] */
async function main(): Promise<boolean> {
  const asked = process.argv.slice(2);
  const chosen = mutations.filter(({ name }) => asked.every((word) => name.includes(word)));
  if (chosen.length === 0) throw new Error(`no mutation is named so: ${asked.join(" ")}`);
  const folder = await aFolder();
  try {
    const database = await startEmbeddedDatabase({ dataDir: join(folder.path, "data"), durable: false });
    try {
      process.env.TEST_DATABASE_URL = database.url;
      await makeTemplates();
      const workshop = await Workshop.open(join(folder.path, "workshop"));
      if (!(await isGoodBuildGreen(workshop, database.url, chosen))) return false;
      const seen: boolean[] = [];
      for (const mutation of chosen) seen.push(await isSeen(workshop, database.url, mutation));
      say(`${seen.filter(Boolean).length} of ${seen.length} broken guards seen`);
      return seen.every(Boolean);
    } finally {
      await database.stop();
    }
  } finally {
    await folder.remove();
  }
}

/** Without a mutation every test of the run passes: only then does a red one say something. */
async function isGoodBuildGreen(
  { folder }: Workshop,
  url: string,
  chosen: readonly Mutation[],
): Promise<boolean> {
  const startedAt = Date.now();
  const tests = [...new Set(chosen.flatMap((mutation) => mutation.tests))];
  const outcomes = await runTests(folder, url, tests);
  const missing = tests.filter((test) => !outcomes.some(({ file }) => file === test));
  const bad = outcomes.filter(({ failed, isUnrunnable }) => failed.length > 0 || isUnrunnable);
  const isGreen = missing.length === 0 && bad.length === 0;
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  say(
    `${isGreen ? "✔ green" : "✘ NOT GREEN"}  the good build (${tests.length} files, ${passed} tests, ${secondsSince(startedAt)} s)`,
  );
  for (const file of missing) say(`    missing: ${file}`);
  for (const outcome of bad) say(`    red: ${redOf(outcome)}`);
  return isGreen;
}

async function isSeen(workshop: Workshop, url: string, mutation: Mutation): Promise<boolean> {
  const startedAt = Date.now();
  const run = (): Promise<FileOutcome[]> => runTests(workshop.folder, url, mutation.tests);
  const outcomes =
    "file" in mutation ? await workshop.broken(mutation, run) : await whileBroken(url, mutation, run);
  const isRed = ({ failed }: FileOutcome): boolean => failed.length > 0;
  const blind = outcomes.filter((outcome) => !isRed(outcome));
  const isWholeRed = outcomes.length === mutation.tests.length && blind.length === 0;
  say(`${isWholeRed ? "✔ seen" : "✘ NOT SEEN"}  ${mutation.name} (${secondsSince(startedAt)} s)`);
  for (const outcome of outcomes.filter(isRed)) say(`    red: ${redOf(outcome)}`);
  for (const { file, isUnrunnable } of blind)
    say(`    ${isUnrunnable ? "did not run" : "stayed green"}: ${file}`);
  return isWholeRed;
}

const redOf = ({ file, failed, reason, isUnrunnable }: FileOutcome): string =>
  isUnrunnable
    ? `${file} did not run: ${reason}`
    : `${file} (${failed.length}), such as « ${failed[0]} »: ${reason}`;
const secondsSince = (startedAt: number): number => Math.round((Date.now() - startedAt) / 1_000);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

process.exitCode = await main().then(
  (isRight) => (isRight ? 0 : 1),
  (error: unknown) => {
    say(String((error as Error).stack ?? error));
    return 1;
  },
);
