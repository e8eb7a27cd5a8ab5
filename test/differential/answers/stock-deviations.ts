import type { PlainAnswer } from "../contestants/contestant.js";
import { type Path, pathText, type Problem } from "../truth/problem.js";
import type { Question, Truth } from "../truth/truth.js";
import type { Difference } from "./compare.js";
import { decidedBeforehand, namedApart, takenApart, withoutTypename } from "./rewritten-question.js";

/** What the stock gateway answered, and what is wrong with it. */
export interface Answered {
  readonly truth: Truth;
  readonly answer: PlainAnswer & { readonly extensions?: { readonly valueCompletion?: unknown } };
  readonly found: readonly Difference[];
}

export interface Case extends Answered {
  readonly question: Question;
  /** Its answer to another question on the same day. */
  readonly askedOtherwise: (question: Question) => Promise<Answered>;
}

interface Explained {
  readonly left: readonly Difference[];
  /** What the stock gateway is known to do otherwise, as far as it did here. */
  readonly names: readonly string[];
}

type Deviation = {
  /** What the stock gateway does otherwise than the specification asks. */
  readonly name: string;
  explains(difference: Difference, given: Answered): boolean;
};

/** Where the stock gateway is known to leave the specification in one error or another. */
const deviations: readonly Deviation[] = [
  {
    // executeQueryPlan.js: what resultShaping.js found goes to extensions.valueCompletion, or nowhere when a subgraph
    // told errors of its own.
    name: "a null against the schema is told in extensions, or not at all",
    explains: (difference, { truth, answer }) =>
      difference.what === "missing" &&
      sharingLanding(truth, difference).some(({ kind }) => kind === "silent") &&
      (answer.extensions?.valueCompletion !== undefined || answer.errors !== undefined),
  },
  {
    // resultShaping.js follows the operation after its fragments were taken apart and put together again.
    name: "the same fields in another order",
    explains: ({ what, words }) => what === "shape" && words.includes("order"),
  },
  {
    // executeQueryPlan.js, makeLazyErrorPathGenerator: the place of an error is counted among all objects of the path,
    // the representation among those that the fetch is about.
    name: "an error told at another place of the same list",
    explains: ({ what, path }, { truth, answer }) =>
      path !== null &&
      (what === "surplus"
        ? truth.problems.some((problem) => isAlike(problem.path, path))
        : what === "missing" && (answer.errors ?? []).some((error) => isAlike(error.path ?? [], path))),
  },
  {
    // resultShaping.js, updateOutputValue: an interface's own name is as good as the name of a kind.
    name: "an object whose kind nobody could tell is kept, empty",
    explains: ({ what, words, path }, { truth, answer }) =>
      what === "data" &&
      /: null expected, [[{]/.test(words) &&
      truth.problems.some(
        (problem) =>
          path !== null &&
          pathText(problem.landing) === pathText(path) &&
          (answer.errors ?? []).some((error) => isAlike(error.path ?? [], problem.path)),
      ),
  },
];

/** Takes from the differences of the stock gateway those that are known and explained. */
export async function stockDeviations(given: Case): Promise<Explained> {
  const { left, names } = explained(given);
  if (left.length === 0) return { left, names };
  const planner = await plannersFault(given);
  return planner === null ? { left, names } : { left: [], names: [...names, planner] };
}

function explained(given: Answered): Explained {
  const names = new Set<string>();
  const left = given.found.filter((difference) => {
    const known = deviations.find((deviation) => deviation.explains(difference, given));
    if (known) names.add(known.name);
    return !known;
  });
  return { left, names: [...names] };
}

/** What the planner makes wrong of an operation, shown by asking the same in other words, which it answers right. */
async function plannersFault({ question, answer, askedOtherwise }: Case): Promise<string | null> {
  const words = answer.errors?.[0]?.message ?? "";
  if (/We should have an edge from \w+\(\w+\) for __typename/.test(words))
    return "no plan for a fragment on another abstract type of an interface object";
  for (const { name, otherwise } of rewritings) {
    const other = otherwise(question);
    if (other.query === question.query) continue;
    const { left } = explained(await askedOtherwise(other));
    if (left.every(({ what }) => what === "missing" || what === "shape" || what === "surplus")) return name;
  }
  return null;
}

const rewritings: readonly { readonly name: string; otherwise(question: Question): Question }[] = [
  { name: "the mutations of a fragment done before those that stand first", otherwise: takenApart },
  { name: "a fetch left out because one of its fields is skipped", otherwise: decidedBeforehand },
  { name: "an alias taken for a field of the same name that a plan needs", otherwise: namedApart },
  { name: "the name of an interface object taken for the kind that is known", otherwise: withoutTypename },
];

function sharingLanding({ problems }: Truth, { path }: Difference): Problem[] {
  const here = problems.find((problem) => path !== null && pathText(problem.path) === pathText(path));
  return here ? problems.filter(({ landing }) => pathText(landing) === pathText(here.landing)) : [];
}

/** The same fields, at whatever places of their lists. */
const isAlike = (one: Path, other: Path): boolean => shapeOf(one) === shapeOf(other);
const shapeOf = (path: Path): string => pathText(path.map((key) => (typeof key === "number" ? 0 : key)));
