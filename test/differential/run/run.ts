import { Coverage } from "../coverage/coverage.js";
import type { Federation } from "../federation/federation.js";
import { Chance } from "../operation/chance.js";
import { drawOperation } from "../operation/draw-operation.js";
import { Ways } from "../operation/way.js";
import type { Question } from "../truth/truth.js";
import type { Weather } from "../world/weather.js";
import { aimOf } from "./aim.js";
import { failureReport } from "./failure-report.js";
import { Match, type Outcome } from "./match.js";
import { shrunk } from "./shrink.js";

// Each so many operations are asked over HTTP too.
const overHttpEach = 8;
// What is met too seldom is asked for further, up to so many times the operations.
const mostTimesOver = 6;

export interface RunOptions {
  readonly seed: number;
  readonly operations: number;
  /** How often each thing is to be met; not looked at unless given. */
  readonly atLeast?: number | undefined;
  /** The run ends after so many failures. */
  readonly failuresShown: number;
  readonly onFailure?: (report: string) => void;
}

export interface RunResult {
  readonly federation: string;
  readonly operations: number;
  readonly coverage: Coverage;
  readonly failures: readonly string[];
  /** How often each known deviation of the stock gateway was met. */
  readonly deviations: ReadonlyMap<string, number>;
}

/** Asks so many drawn operations of one federation, steering towards what was met least. */
export async function runFederation(federation: Federation, options: RunOptions): Promise<RunResult> {
  const { seed, operations, atLeast = 0, failuresShown } = options;
  const ways = new Ways(federation.apiSchema);
  const coverage = new Coverage(federation, ways);
  const match = await Match.open(federation);
  const deviations = new Map<string, number>();
  const failures: string[] = [];
  let asked = 0;
  const isToGoOn = (): boolean =>
    asked < operations || (asked < operations * mostTimesOver && coverage.tooSeldom(atLeast).length > 0);
  try {
    while (isToGoOn() && failures.length < failuresShown) {
      const own = seed * 1_000_003 + asked;
      const { wishes, weather } = aimOf(federation, coverage, ways, new Chance(own), own >>> 0);
      const question = drawOperation(federation.apiSchema, wishes);
      const isOverHttp = asked % overHttpEach === 0;
      const outcome = await match.judge(question, weather, isOverHttp);
      asked += 1;
      coverage.count(outcome.truth, outcome.plan, featuresOf(question, weather, isOverHttp));
      for (const { deviations: names } of outcome.verdicts)
        for (const name of names) deviations.set(name, (deviations.get(name) ?? 0) + 1);
      if (!isWrong(outcome)) continue;
      const report = await smallestReport(match, { question, weather, isOverHttp, seed: own, outcome });
      failures.push(report);
      options.onFailure?.(report);
    }
  } finally {
    await match.close();
  }
  return { federation: federation.name, operations: asked, coverage, failures, deviations };
}

const isWrong = ({ verdicts }: Outcome): boolean =>
  verdicts.some(({ differences }) => differences.length > 0);

/** What went wrong, apart from where: a smaller operation must fail in the same way. */
const kindOf = ({ verdicts }: Outcome): string =>
  JSON.stringify(
    verdicts.map(({ differences }) => [...new Set(differences.map(({ what }) => what))].sort()[0]),
  );

interface Failure {
  readonly question: Question;
  readonly weather: Weather;
  readonly isOverHttp: boolean;
  readonly seed: number;
  readonly outcome: Outcome;
}

async function smallestReport(match: Match, failure: Failure): Promise<string> {
  const { question, weather, isOverHttp, seed, outcome } = failure;
  const kind = kindOf(outcome);
  const judge = (smaller: Question): Promise<Outcome> => match.judge(smaller, weather, isOverHttp);
  const fails = async (smaller: Question): Promise<boolean> => kindOf(await judge(smaller)) === kind;
  const { name, apiSchema } = match.federation;
  const smallest = await shrunk(apiSchema, question, fails);
  const last = await judge(smallest);
  // An answer that was wrong once only is told as it was.
  return isWrong(last)
    ? failureReport(name, seed, smallest, weather, last)
    : failureReport(name, seed, question, weather, outcome);
}

function featuresOf({ query, variables }: Question, weather: Weather, isOverHttp: boolean): string[] {
  const features = {
    "operation: mutation": /^mutation/m.test(query),
    "operation: @skip or @include": /@(skip|include)/.test(query),
    "operation: named fragment": /^fragment/m.test(query),
    "operation: introspection": /__schema|__type\(/.test(query),
    "operation: variables": Object.keys(variables).length > 0,
    "transport: HTTP too": isOverHttp,
    "weather: one subgraph down": weather.failing !== null,
    "weather: nulls left to the gateway": weather.isLenient,
  };
  return Object.entries(features)
    .filter(([, has]) => has)
    .map(([name]) => name);
}
