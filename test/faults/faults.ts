import { join } from "node:path";
import { aFolder } from "../harness/folder.js";
import { makeModel, type Model } from "./arena.js";
import { beforeAnEarlyEnd } from "./early-end.js";
import { mutations } from "./mutations.js";
import { lackOf, reportOf } from "./report.js";
import { type FaultName, run } from "./run.js";

// Each kind as often as it says: thirty-two faults, five thousand acknowledged pushes.
const often: Record<FaultName, number> = {
  hubKilled: 4,
  postgresKilled: 6,
  hubStopped: 4,
  postgresStopped: 4,
  databaseCut: 6,
  writersCut: 5,
  diskFull: 3,
};
const pushes = 5_000;
const mutationPushes = 400;

/** npm run test:faults -- [--quick] [--mutations | --no-mutations] */
async function main(): Promise<boolean> {
  const asked = new Set(process.argv.slice(2));
  const isQuick = asked.has("--quick");
  const folder = await aFolder();
  const forget = beforeAnEarlyEnd(() => folder.remove());
  try {
    const model = await makeModel(join(folder.path, "model"));
    const verdicts: boolean[] = [];
    if (!asked.has("--mutations")) verdicts.push(await proof(folder.path, model, isQuick));
    if (!asked.has("--no-mutations")) verdicts.push(await counterProof(folder.path, model));
    return verdicts.every(Boolean);
  } finally {
    await folder.remove();
    forget();
  }
}

/** The hub as it is: every law must hold. */
async function proof(folder: string, model: Model, isQuick: boolean): Promise<boolean> {
  const kinds = Object.keys(often) as FaultName[];
  // Kinds take turns, so that each meets the traces of the others.
  const faults = Array.from({ length: Math.max(...Object.values(often)) }, (_, round) =>
    kinds.filter((kind) => round < (isQuick ? 1 : often[kind])),
  ).flat();
  const plan = { faults, pushes: isQuick ? 500 : pushes, hasDrill: true };
  const report = await run(join(folder, "proof"), model, plan);
  const lacks = isQuick ? [] : lackOf(report, plan.pushes);
  say(reportOf(report, lacks));
  return lacks.length === 0 && report.verdicts.every(({ breaches }) => breaches.length === 0);
}

/** The hub with a guard taken away: at least one law must break. */
async function counterProof(folder: string, model: Model): Promise<boolean> {
  const seen: boolean[] = [];
  for (const [index, mutation] of mutations.entries()) {
    const plan = { ...mutation, pushes: mutationPushes, hasDrill: false };
    const { verdicts, acknowledged, seconds } = await run(join(folder, `mutation-${index}`), model, plan);
    const red = verdicts.filter(({ breaches }) => breaches.length > 0);
    seen.push(red.length > 0);
    say(
      `${red.length > 0 ? "✔ seen" : "✘ NOT SEEN"}  mutation « ${mutation.name} » (${acknowledged} acknowledged, ${seconds} s)`,
    );
    for (const { law, breaches } of red) say(`    red: ${law} (${breaches.length}), such as ${breaches[0]}`);
  }
  return seen.every(Boolean);
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

process.exitCode = await main().then(
  (isGreen) => (isGreen ? 0 : 1),
  (error: unknown) => {
    say(String((error as Error).stack ?? error));
    return 1;
  },
);
