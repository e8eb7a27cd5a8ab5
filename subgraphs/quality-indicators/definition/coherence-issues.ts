import type { Measure } from "../computation/measure.js";
import { Basis, Unit, ValueType } from "../indicator/measure.js";
import { ObservationLevel } from "../observation/observation.entity.js";
import { mayStandAt } from "../publication/publishable.js";
import type { AskedForms } from "./asked-forms.js";
import { categoriesNamedBy, categoriesOf } from "./categories-of.js";
import type { DefineIndicatorInput } from "./define-indicator.input.js";
import { type DefinitionIssue, definitionIssue } from "./definition-issue.js";

const typesOf: Readonly<Record<Measure["kind"], readonly ValueType[]>> = {
  COUNT: [ValueType.COUNT],
  SHARE: [ValueType.PROPORTION],
  SHARE_BY_CHOICE: [ValueType.PROPORTION, ValueType.BAND_SHARE],
  SUM: [ValueType.COUNT, ValueType.AMOUNT],
  MEAN: [ValueType.MEAN, ValueType.AMOUNT],
  DISTRIBUTION: [ValueType.RANGE],
  RATE: [ValueType.MEAN, ValueType.PROPORTION, ValueType.AMOUNT],
  COMPOSITION: [ValueType.COUNT, ValueType.AMOUNT],
  COVERAGE: [ValueType.PROPORTION],
  REGISTER_SHARE: [ValueType.PROPORTION],
  REGISTER_BY_STATUS: [ValueType.COUNT],
};

const isPercentage = (measure: Measure, unit: Unit): boolean =>
  ["SHARE", "SHARE_BY_CHOICE", "COVERAGE", "REGISTER_SHARE"].includes(measure.kind) ||
  (measure.kind === "RATE" && measure.scale === 100 && unit === Unit.PERCENT);

// Of these each is counted once: a rate of sums is a share of what is summed, never of them.
const countedOneByOne: readonly Basis[] = [
  Basis.OFFICES,
  Basis.RESPONDENTS,
  Basis.ESTABLISHMENTS,
  Basis.ESTABLISHMENTS_QUESTIONNAIRE,
  Basis.HEALTH_REGIONS,
];

/** What is wrong between the parts of a definition, each of them right by itself. */
export const coherenceIssues = (
  input: DefineIndicatorInput,
  measures: readonly Measure[],
  asked: AskedForms,
): DefinitionIssue[] => [
  ...measures.flatMap((measure, index) => kindIssues(input, measure, `measures[${index}].kind`)),
  ...basisIssues(input, measures),
  ...levelIssues(input, measures, asked),
  ...categoryIssues(input, measures, asked),
  ...headCountIssues(input),
];

function kindIssues(
  { unit, valueType }: DefineIndicatorInput,
  measure: Measure,
  path: string,
): DefinitionIssue[] {
  const isRight = (unit === Unit.PERCENT) === isPercentage(measure, unit);
  return [
    ...(isRight
      ? []
      : [
          definitionIssue(
            "UNIT_DIFFERS",
            path,
            "Cette mesure ne se compte pas dans l'unité de l'indicateur.",
            "This measure is not counted in the unit of the indicator.",
            `${measure.kind} ${unit}`,
          ),
        ]),
    ...(typesOf[measure.kind].includes(valueType)
      ? []
      : [
          definitionIssue(
            "VALUE_TYPE_DIFFERS",
            path,
            "Cette mesure donne une autre sorte de nombre.",
            "This measure gives another kind of number.",
            valueType,
            typesOf[measure.kind].join(" | "),
          ),
        ]),
  ];
}

/** V28: a percentage says of whom it is one. */
function basisIssues({ unit, basis }: DefineIndicatorInput, measures: readonly Measure[]): DefinitionIssue[] {
  if (unit !== Unit.PERCENT) return [];
  if (basis === Basis.UNKNOWN)
    return [
      definitionIssue(
        "PROPORTION_WITHOUT_BASIS",
        "basis",
        "Un pourcentage ne se publie pas sans dire de qui il est une part (V28).",
        "A percentage is not published without saying of whom it is a share (V28).",
        basis,
      ),
    ];
  if (measures.every(({ kind }) => kind !== "RATE") || !countedOneByOne.includes(basis)) return [];
  return [
    definitionIssue(
      "BASIS_OF_SUMS",
      "basis",
      "Un taux de deux sommes parle de ce qui est additionné, non de qui répond.",
      "A rate of two sums speaks of what is added up, not of who answers.",
      basis,
      "PARTNERS_BANK | PARTNERS_ACTIVE | PROJECTS",
    ),
  ];
}

function levelIssues(
  { levels }: DefineIndicatorInput,
  measures: readonly Measure[],
  { forms }: AskedForms,
): DefinitionIssue[] {
  if (!levels) return [];
  if (!levels.includes(ObservationLevel.PROVINCE))
    return [
      definitionIssue(
        "LEVEL_MISSING",
        "levels",
        "Un indicateur se publie d'abord pour la province.",
        "An indicator is published for the province first.",
        levels.join(" | "),
        "PROVINCE",
      ),
    ];
  return levels.flatMap((level, index) =>
    forms.some((form) => measures.every((measure) => mayStandAt(measure, level, form)))
      ? []
      : definitionIssue(
          "LEVEL_TOO_FINE",
          `levels[${index}]`,
          "Aucun avis de ces campagnes ne permet de publier ces questions à ce niveau.",
          "No notice of these campaigns lets these questions be published at this level.",
          level,
        ),
  );
}

function categoryIssues(
  input: DefineIndicatorInput,
  measures: readonly Measure[],
  asked: AskedForms,
): DefinitionIssue[] {
  const labelled = new Set(categoriesOf(input, measures, asked).map(({ code }) => code));
  const taken = new Set<string>();
  return measures.flatMap((measure, index) => {
    const path = `measures[${index}]`;
    const named = categoriesNamedBy(measure);
    const keys = keysOf(measure, named);
    const alike = keys.some((key) => taken.has(key)) || new Set(keys).size < keys.length;
    for (const key of keys) taken.add(key);
    return [
      ...named
        .filter((category) => !labelled.has(category))
        .map((category) =>
          definitionIssue(
            "CATEGORY_WITHOUT_LABEL",
            path,
            "Cette catégorie n'a pas de libellé dans `categories`.",
            "This category has no label in `categories`.",
            category,
          ),
        ),
      ...(alike
        ? [
            definitionIssue(
              "FIGURES_ALIKE",
              path,
              "Deux chiffres de l'indicateur auraient la même catégorie et la même base : on ne les distinguerait pas.",
              "Two figures of the indicator would have the same category and basis: nothing would tell them apart.",
            ),
          ]
        : []),
    ];
  });
}

/** What tells the figures of a measure from the others of its indicator. */
function keysOf(measure: Measure, named: readonly string[]): string[] {
  const units = "units" in measure ? (measure.units ?? "BASE") : "BASE";
  const basis = measure.kind === "COVERAGE" ? `${measure.of} ${measure.universe}` : units;
  if (measure.kind === "SHARE_BY_CHOICE") return [`${basis} choices of ${measure.question}`];
  return (named.length > 0 ? named : [""]).map((category) => `${basis} ${category}`);
}

/** A head count of partners never stands alone. */
function headCountIssues({ unit, companions, code }: DefineIndicatorInput): DefinitionIssue[] {
  if (unit !== Unit.PERSONS || (companions ?? []).some((companion) => companion !== code)) return [];
  return [
    definitionIssue(
      "HEAD_COUNT_ALONE",
      "companions",
      "Un nombre de personnes ne se montre jamais seul : nommez l'indicateur du degré d'engagement.",
      "A head count is never shown alone: name the indicator of the degree of engagement.",
      null,
      "IQP-24",
    ),
  ];
}
