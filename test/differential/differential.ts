import { parseArgs } from "node:util";
import { seeBrokenExecutors } from "./broken-executors.js";
import { atLeast } from "./coverage/coverage.js";
import { chainTable, coverageTable } from "./coverage/table.js";
import type { Federation } from "./federation/federation.js";
import { allFederations } from "./federation/federations.js";
import { runFederation, type RunResult } from "./run/run.js";

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** How much there is to meet: a larger schema is asked more operations. */
const sizeOf = ({ coordinates }: Federation): number => coordinates.length + 200;

/** npm run test:differential -- [--seed N] [--operations N] [--only NAME] [--failures N] [--chains] | --mutations */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: process.env.DIFFERENTIAL_SEED ?? "20261122" },
      operations: { type: "string", default: "15000" },
      only: { type: "string" },
      failures: { type: "string", default: "5" },
      chains: { type: "boolean", default: false },
      // Without the bars of the coverage, for which a slice of the operations is too few.
      slice: { type: "boolean", default: false },
      mutations: { type: "boolean", default: false },
    },
  });
  const seed = Number(values.seed);
  if (values.mutations) {
    const only = values.only === undefined ? [] : ["--only", values.only];
    return seeBrokenExecutors(["--seed", String(seed), "--operations", "900", "--slice", ...only], say);
  }
  const all = await allFederations(process.cwd());
  const chosen = all.filter(({ name }) => values.only === undefined || name === values.only);
  say(`seed ${seed} (another one: --seed N, or DIFFERENTIAL_SEED)`);
  const whole = chosen.reduce((sum, federation) => sum + sizeOf(federation), 0);
  const results: RunResult[] = [];
  for (const federation of chosen) {
    const startedAt = Date.now();
    const result = await runFederation(federation, {
      seed,
      operations: Math.ceil((Number(values.operations) * sizeOf(federation)) / whole),
      atLeast: values.slice ? undefined : atLeast,
      failuresShown: Number(values.failures),
      onFailure: say,
    });
    results.push(result);
    say(
      coverageTable(
        `${federation.name}: ${result.operations} operations, ${Math.round((Date.now() - startedAt) / 1_000)} s`,
        result.coverage,
      ),
    );
    for (const [name, times] of result.deviations)
      say(`    stock: ${name.padEnd(49)} ${String(times).padStart(8)}`);
    if (values.chains) say(chainTable(result.coverage));
    if (values.slice) continue;
    const seldom = result.coverage.tooSeldom(atLeast);
    if (seldom.length > 0)
      say(`    ✘ ${seldom.length} met less than ${atLeast} times: ${seldom.slice(0, 20).join(", ")}`);
  }
  const isRight = results.every(
    ({ failures, coverage }) =>
      failures.length === 0 && (values.slice || coverage.tooSeldom(atLeast).length === 0),
  );
  say(isRight ? "✔ everybody answers the same" : "✘ see above");
  return isRight;
}

process.exitCode = (await main()) ? 0 : 1;
