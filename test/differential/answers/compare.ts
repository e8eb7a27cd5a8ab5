import { isDeepStrictEqual } from "node:util";
import type { PlainAnswer } from "../contestants/contestant.js";
import { type Path, pathText, type Problem } from "../truth/problem.js";
import type { Truth } from "../truth/truth.js";

/** How an answer differs from the truth, in words; empty when it does not. */
export interface Difference {
  readonly what: "fetch" | "data" | "request" | "missing" | "surplus" | "twice" | "pathless" | "shape";
  readonly words: string;
  readonly path: Path | null;
}

/**
 * What the specification asks (October 2021, 6.4.4): the same data; an error for each place that is null because of
 * one, and none but at places where something went wrong. Where several errors lead to the same null, one of them is
 * enough, and those below a place that another error made null may stay untold.
 */
export function differences(truth: Truth, answer: PlainAnswer): Difference[] {
  const expected = JSON.parse(JSON.stringify(truth.result)) as PlainAnswer;
  if (expected.data === undefined)
    return answer.data === undefined || answer.data === null
      ? []
      : [difference("request", "an answer to a refused request")];
  const found: Difference[] = [];
  if (answer.data === undefined) found.push(difference("request", `no data: ${answer.errors?.[0]?.message}`));
  else if (!isDeepStrictEqual(answer.data, expected.data))
    found.push(dataDifference(expected.data, answer.data));
  else if (JSON.stringify(answer.data) !== JSON.stringify(expected.data))
    found.push(difference("shape", "the fields of the data stand in another order"));
  if (answer.errors?.length === 0) found.push(difference("shape", "an empty list of errors"));
  return [...found, ...errorDifferences(truth, answer, expected.data)];
}

function errorDifferences(truth: Truth, { errors = [] }: PlainAnswer, data: unknown): Difference[] {
  const found: Difference[] = [];
  const problems = truth.problems;
  const allowed = new Map<string, Problem[]>();
  for (const problem of problems)
    for (const path of [problem.path, ...problem.alsoAt]) {
      const text = pathText(path);
      allowed.set(text, [...(allowed.get(text) ?? []), problem]);
    }
  const told = new Set<Problem>();
  const seen = new Set<string>();
  // After a mutation that must not be null, those that follow may be left out: what they would have met is not said.
  const isStopped = truth.isMutation && data === null;
  const isPathless = problems.some(({ kind }) => kind === "failed");
  for (const { path, message } of errors) {
    if (path === undefined) {
      if (isPathless)
        problems.filter(({ kind }) => kind === "failed").forEach((problem) => told.add(problem));
      else found.push(difference("pathless", `an error without a place: ${message}`));
      continue;
    }
    const text = pathText(path);
    const here = allowed.get(text);
    if (here) for (const problem of here) told.add(problem);
    else if (!isStopped && !truth.tolerated.some((place) => startsWith(path, place)))
      found.push(difference("surplus", `an error where nothing went wrong: ${text} ${message}`, path));
    // An entity is told lost once by each fetch that asks for it.
    const isOfField = here?.some((problem) => pathText(problem.path) === text) ?? false;
    if (isOfField && seen.has(text)) found.push(difference("twice", `told twice: ${text}`, path));
    seen.add(text);
  }
  for (const [landing, group] of groupedByLanding(problems))
    if (isNullAt(data, group[0]!.landing) && !group.some((problem) => told.has(problem)))
      found.push(
        difference(
          "missing",
          `null without an error: ${landing} (${group[0]!.kind} at ${pathText(group[0]!.path)})`,
          group[0]!.path,
        ),
      );
  return found;
}

const difference = (what: Difference["what"], words: string, path: Path | null = null): Difference => ({
  what,
  words,
  path,
});

function groupedByLanding(problems: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const landing = pathText(problem.landing);
    groups.set(landing, [...(groups.get(landing) ?? []), problem]);
  }
  return groups;
}

const startsWith = (path: Path, start: Path): boolean => start.every((key, place) => path[place] === key);

/** True when the place is there and null; false when one above it is null already. */
function isNullAt(data: unknown, path: Path): boolean {
  let at: unknown = data;
  for (const key of path) {
    if (at === null || at === undefined) return false;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at === null;
}

/** The first place where two answers part. */
function dataDifference(expected: unknown, actual: unknown): Difference {
  const path: (string | number)[] = [];
  let [one, other] = [expected, actual];
  for (;;) {
    if (one === null || other === null || typeof one !== "object" || typeof other !== "object") break;
    const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    const key = [...keys].find((name) => !isDeepStrictEqual(left[name], right[name]));
    if (key === undefined) break;
    path.push(Array.isArray(one) ? Number(key) : key);
    one = left[key];
    other = right[key];
  }
  const words = `at ${pathText(path)}: ${short(one)} expected, ${short(other)} answered`;
  return difference("data", words, path);
}

const short = (value: unknown): string => (JSON.stringify(value) ?? "nothing").slice(0, 120);
