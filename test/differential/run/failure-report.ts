import type { Question } from "../truth/truth.js";
import type { Weather } from "../world/weather.js";
import type { Outcome } from "./match.js";

/** Everything that is needed to see a failure again. */
export function failureReport(
  federation: string,
  seed: number,
  { query, variables, operationName }: Question,
  weather: Weather,
  { truth, verdicts }: Outcome,
): string {
  const wrong = verdicts.filter(({ differences }) => differences.length > 0);
  return [
    `✘ ${federation}, operation of seed ${seed}: ${wrong.map(({ contestant }) => contestant).join(", ")}`,
    ...wrong.flatMap(({ contestant, differences }) =>
      differences.map(({ what, words }) => `    ${contestant}: ${what}: ${words}`),
    ),
    indented(query),
    `    variables ${JSON.stringify(variables)}  operation ${operationName ?? "(unnamed)"}`,
    `    weather ${JSON.stringify(weather)}`,
    `    the truth: ${JSON.stringify(truth.result)}`,
    `      wrong at: ${truth.problems.map(({ kind, path, landing }) => `${kind} ${JSON.stringify(path)} → ${JSON.stringify(landing)}`).join("; ")}`,
    ...verdicts.map(({ contestant, answer }) => `    ${contestant}: ${JSON.stringify(answer)}`),
  ].join("\n");
}

const indented = (text: string): string =>
  text
    .split("\n")
    .map((line) => `      ${line}`)
    .join("\n");
