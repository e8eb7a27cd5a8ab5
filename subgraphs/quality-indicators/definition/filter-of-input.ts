import type { Filter } from "../computation/filter.js";
import { type AskedForms, choiceIssues, questionIssues } from "./asked-forms.js";
import { type DefinitionIssue, definitionIssue } from "./definition-issue.js";
import type { FilterInput } from "./filter.input.js";

const deepest = 6;

/** A part of a definition that was read, or what is wrong with it. */
export type ReadPart<Part> =
  | { readonly part: Part; readonly issues: readonly [] }
  | { readonly part: null; readonly issues: readonly DefinitionIssue[] };

/** A part when nothing is wrong with it. */
export const readPart = <Part>(issues: readonly DefinitionIssue[], part: () => Part): ReadPart<Part> =>
  issues.length > 0 ? { part: null, issues } : { part: part(), issues: [] };

/** The filter that a steward wrote; everything wrong with it, at its place. */
export function filterOfInput(
  input: FilterInput,
  path: string,
  asked: AskedForms,
  depth = 1,
): ReadPart<Filter> {
  const kinds = (["all", "any", "not", "question", "peerGroup", "region"] as const).filter(
    (kind) => input[kind] !== undefined && input[kind] !== null,
  );
  const [kind] = kinds;
  if (depth > deepest) return wrong("FILTER_TOO_DEEP", path, ...tooDeep, depth, `≤ ${deepest}`);
  if (kind === undefined) return wrong("EMPTY_FILTER", path, ...empty);
  if (kinds.length > 1 || (kind !== "question" && conditionsIn(input).length > 0))
    return wrong("SEVERAL_CONDITIONS", path, ...several, [...kinds, ...conditionsIn(input)].join(" + "));
  if (kind === "all" || kind === "any") return listOf(input, kind, path, asked, depth);
  if (kind === "not") {
    const { part, issues } = filterOfInput(input.not ?? {}, `${path}.not`, asked, depth + 1);
    return part === null ? { part, issues } : { part: { not: part }, issues: [] };
  }
  if (kind === "question") return questionFilterOf(input, input.question ?? "", path, asked);
  return placeFilterOf(kind, input[kind] ?? "", `${path}.${kind}`, asked);
}

const tooDeep = ["Cette condition est trop profonde.", "This condition is nested too deep."] as const;
const empty = ["Cette condition ne dit rien.", "This condition says nothing."] as const;
const several = ["Une seule sorte de condition à la fois.", "Only one kind of condition at a time."] as const;

const wrong = (...told: Parameters<typeof definitionIssue>): ReadPart<never> => ({
  part: null,
  issues: [definitionIssue(...told)],
});

const conditionsIn = (input: FilterInput): string[] =>
  (["choice", "answered", "missing", "atLeast", "below"] as const).filter(
    (condition) => input[condition] !== undefined && input[condition] !== null,
  );

function listOf(
  input: FilterInput,
  kind: "all" | "any",
  path: string,
  asked: AskedForms,
  depth: number,
): ReadPart<Filter> {
  const inputs = input[kind] ?? [];
  if (inputs.length === 0) return wrong("EMPTY_FILTER", `${path}.${kind}`, ...empty);
  const read = inputs.map((part, index) =>
    filterOfInput(part, `${path}.${kind}[${index}]`, asked, depth + 1),
  );
  const parts = read.flatMap(({ part }) => (part === null ? [] : [part]));
  return readPart(
    read.flatMap(({ issues }) => issues),
    () => (kind === "all" ? { all: parts } : { any: parts }),
  );
}

function questionFilterOf(
  input: FilterInput,
  question: string,
  path: string,
  asked: AskedForms,
): ReadPart<Filter> {
  const place = `${path}.question`;
  const { choice, answered, missing, atLeast, below } = input;
  const given = conditionsIn(input);
  const ways = new Set(given.map((condition) => (condition === "below" ? "atLeast" : condition)));
  if (ways.size === 0 || answered === false)
    return wrong(
      "EMPTY_FILTER",
      path,
      ...empty,
      given.join(" + "),
      "choice | answered | missing | atLeast | below",
    );
  if (ways.size > 1) return wrong("SEVERAL_CONDITIONS", path, ...several, given.join(" + "));
  if (typeof choice === "string") {
    const issues = questionIssues(asked, question, "CHOICE", place);
    return readPart(
      issues.length > 0 ? issues : choiceIssues(asked, question, choice, `${path}.choice`),
      () => ({ question, choice }),
    );
  }
  if (answered)
    return readPart(questionIssues(asked, question, "ANY", place), () => ({ question, answered }));
  if (missing) return readPart(questionIssues(asked, question, "ANY", place), () => ({ question, missing }));
  const bounds = {
    ...(typeof atLeast === "number" ? { atLeast } : {}),
    ...(typeof below === "number" ? { below } : {}),
  };
  const isEmpty = typeof atLeast === "number" && typeof below === "number" && atLeast >= below;
  return readPart(
    [
      ...questionIssues(asked, question, "NUMBER", place),
      ...(isEmpty
        ? [
            definitionIssue(
              "EMPTY_BAND",
              `${path}.below`,
              "Aucun nombre n'est dans cette tranche.",
              "No number is in this band.",
              below,
              `> ${atLeast}`,
            ),
          ]
        : []),
    ],
    () => ({ question, ...bounds }),
  );
}

function placeFilterOf(
  kind: "peerGroup" | "region",
  code: string,
  path: string,
  { peerGroups, regions }: AskedForms,
): ReadPart<Filter> {
  const known = kind === "region" ? regions : peerGroups;
  if (known === null || known.has(code))
    return { part: kind === "region" ? { region: code } : { peerGroup: code }, issues: [] };
  return wrong(
    "UNKNOWN_PLACE",
    path,
    "Les campagnes n'attendent aucun bureau de ce lieu.",
    "The campaigns expect no office of this place.",
    code,
    [...known].sort().join(" | "),
  );
}
