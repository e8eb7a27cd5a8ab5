import type { Filter } from "../computation/filter.js";
import type { Measure, Universe } from "../computation/measure.js";
import { type AskedForms, questionIssues, type Needed } from "./asked-forms.js";
import { type DefinitionIssue, definitionIssue } from "./definition-issue.js";
import { filterOfInput, readPart, type ReadPart } from "./filter-of-input.js";
import type { FilterInput } from "./filter.input.js";
import type { MeasureInput, TermInput } from "./measure.input.js";

const largestScale = 1_000_000;
const mostParts = 20;

type Field = Exclude<keyof MeasureInput, "kind">;

// What each kind takes beside its kind; the first ones it needs.
const takes: Readonly<Record<MeasureInput["kind"], { needs: readonly Field[]; may: readonly Field[] }>> = {
  COUNT: { needs: [], may: ["category", "units", "where"] },
  SHARE: { needs: ["of"], may: ["category", "units", "where"] },
  SHARE_BY_CHOICE: { needs: ["question"], may: ["units", "where"] },
  SUM: { needs: ["question"], may: ["category", "units", "where"] },
  MEAN: { needs: ["question"], may: ["category", "units", "where"] },
  DISTRIBUTION: { needs: ["question"], may: ["category", "units", "where"] },
  RATE: { needs: ["numerator", "denominator", "scale"], may: ["category", "where"] },
  COMPOSITION: { needs: ["parts"], may: ["units", "where"] },
  COVERAGE: { needs: ["coverageOf", "universe"], may: ["category", "onTime"] },
  REGISTER_SHARE: { needs: ["atLeastDegree"], may: ["category"] },
  REGISTER_BY_STATUS: { needs: ["statuses"], may: [] },
};

/** The measure that a steward wrote; everything wrong with it, at its place. */
export function measureOfInput(input: MeasureInput, path: string, asked: AskedForms): ReadPart<Measure> {
  const shape = shapeIssues(input, path);
  const where = optionalFilter(input.where, `${path}.where`, asked);
  const of = optionalFilter(input.of, `${path}.of`, asked);
  const issues = [...shape, ...where.issues, ...of.issues, ...partIssues(input, path, asked)];
  return readPart(issues, () => measureOf(input, where.part, of.part));
}

function shapeIssues(input: MeasureInput, path: string): DefinitionIssue[] {
  const { needs, may } = takes[input.kind];
  const given = (Object.keys(input) as (keyof MeasureInput)[]).filter(
    (field) => field !== "kind" && input[field] !== undefined && input[field] !== null,
  ) as Field[];
  const missing = needs.filter((field) => !given.includes(field));
  const foreign = given.filter((field) => !needs.includes(field) && !may.includes(field));
  return [
    ...missing.map((field) =>
      definitionIssue(
        "MISSING_PART",
        `${path}.${field}`,
        `Une mesure ${input.kind} a besoin du champ « ${field} ».`,
        `A measure ${input.kind} needs the field “${field}”.`,
      ),
    ),
    ...foreign.map((field) =>
      definitionIssue(
        "PART_NOT_TAKEN",
        `${path}.${field}`,
        `Une mesure ${input.kind} ne prend pas le champ « ${field} ».`,
        `A measure ${input.kind} does not take the field “${field}”.`,
      ),
    ),
  ];
}

type OptionalFilter = { readonly part: Filter | null; readonly issues: readonly DefinitionIssue[] };

const optionalFilter = (
  input: FilterInput | null | undefined,
  path: string,
  asked: AskedForms,
): OptionalFilter => (input ? filterOfInput(input, path, asked) : { part: null, issues: [] });

function partIssues(input: MeasureInput, path: string, asked: AskedForms): DefinitionIssue[] {
  const { kind, question, numerator, denominator, parts, scale, universe, statuses } = input;
  const needed: Needed = kind === "SHARE_BY_CHOICE" ? "CHOICE" : "NUMBER";
  const bound = (isWrong: boolean, field: Field, observed: number, expected: string): DefinitionIssue[] =>
    isWrong
      ? [
          definitionIssue(
            "OUT_OF_BOUNDS",
            `${path}.${field}`,
            "Cette valeur est hors des bornes.",
            "This value is out of bounds.",
            observed,
            expected,
          ),
        ]
      : [];
  return [
    ...(typeof question === "string" ? questionIssues(asked, question, needed, `${path}.question`) : []),
    ...termIssues(numerator, `${path}.numerator`, asked),
    ...termIssues(denominator, `${path}.denominator`, asked),
    ...(parts ?? []).flatMap((part, index) =>
      questionIssues(asked, part.question, "NUMBER", `${path}.parts[${index}].question`),
    ),
    ...bound(
      Boolean(parts) && (parts!.length < 2 || parts!.length > mostParts),
      "parts",
      parts?.length ?? 0,
      `2–${mostParts}`,
    ),
    ...bound(
      typeof scale === "number" && (scale < 1 || scale > largestScale),
      "scale",
      scale ?? 0,
      `1–${largestScale}`,
    ),
    ...bound(
      typeof universe === "number" && ![32, 35].includes(universe),
      "universe",
      universe ?? 0,
      "32 | 35",
    ),
    ...bound(statuses?.length === 0, "statuses", 0, "≥ 1"),
  ];
}

const termIssues = (
  term: TermInput | null | undefined,
  path: string,
  asked: AskedForms,
): DefinitionIssue[] => (term ? questionIssues(asked, term.question, "NUMBER", `${path}.question`) : []);

// Only what is there is kept: the same definition always has the same text.
const kept = <Part extends object>(part: Part): Part =>
  Object.fromEntries(
    Object.entries(part).filter(([, value]) => value !== undefined && value !== null && value !== false),
  ) as Part;

const termOf = (term: TermInput | null | undefined): TermInput =>
  kept({ question: term?.question ?? "", units: term?.units ?? null });

function measureOf(input: MeasureInput, where: Filter | null, of: Filter | null): Measure {
  const { kind, category, units, question, scale, parts, coverageOf, universe, onTime, statuses } = input;
  switch (kind) {
    case "RATE":
      return kept({
        kind: "RATE",
        category,
        numerator: termOf(input.numerator),
        denominator: termOf(input.denominator),
        scale: scale ?? 1,
        where,
      }) as Measure;
    case "COMPOSITION":
      return kept({ kind: "COMPOSITION", parts: parts ?? [], units, where }) as Measure;
    case "COVERAGE":
      return kept({
        kind,
        category,
        of: coverageOf,
        universe: String(universe) as Universe,
        onTime,
      }) as Measure;
    case "REGISTER_SHARE":
      return kept({ kind, category, register: "CO_CONSTRUCTION", atLeast: input.atLeastDegree }) as Measure;
    case "REGISTER_BY_STATUS":
      return kept({ kind, register: "RECOMMENDATIONS", statuses }) as Measure;
    default:
      return kept({ kind, category, question, of, units, where }) as Measure;
  }
}
