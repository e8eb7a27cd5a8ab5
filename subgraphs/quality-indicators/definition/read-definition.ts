import { searchText } from "../../shared/search-text.js";
import { localizedTextOf } from "../../shared/localized-text.input.js";
import type { LocalizedText } from "../../shared/localized-text.js";
import { type KnownCodes, identityIssues } from "./identity-issues.js";
import type { Measure } from "../computation/measure.js";
import { questionsOf } from "../computation/questions-of.js";
import { Polarity } from "../indicator/indicator.entity.js";
import { ObservationLevel } from "../observation/observation.entity.js";
import type { AskedForms } from "./asked-forms.js";
import { categoriesOf } from "./categories-of.js";
import { coherenceIssues } from "./coherence-issues.js";
import type { DefineIndicatorInput } from "./define-indicator.input.js";
import { type DefinitionIssue, definitionIssue } from "./definition-issue.js";
import type { NewDefinition } from "./definition.repository.js";
import { measureOfInput } from "./measure-of-input.js";
import type { ReadPart } from "./filter-of-input.js";

const mostMeasures = 12;
const mostCharacters = 20_000;
const mostAround = 200_000;
const mostOfAList = 200;
const lists = ["askedIn", "companions", "recommendationLinks", "categories", "caveats", "levels"] as const;

/**
 * The definition that a steward wrote, ready to be kept; else everything wrong with it, each at its place. Of one that
 * is far too large only that is told: to read it would keep the hub from answering others.
 */
export function readDefinition(
  input: DefineIndicatorInput,
  known: KnownCodes,
  asked: AskedForms,
): ReadPart<NewDefinition> {
  const size = sizeIssues(input);
  const isTooLarge = size.length > (input.measures.length === 0 ? 1 : 0);
  if (isTooLarge) return { part: null, issues: size };
  const read = input.measures.map((measure, index) => measureOfInput(measure, `measures[${index}]`, asked));
  const measures = read.flatMap(({ part }) => (part === null ? [] : [part]));
  const issues: DefinitionIssue[] = [
    ...identityIssues(input, known),
    ...size,
    ...read.flatMap((part) => part.issues),
  ];
  // What is wrong between the parts is told once each part is right by itself.
  const isWhole = issues.length === 0;
  const between = isWhole ? coherenceIssues(input, measures, asked) : [];
  if (!isWhole || between.length > 0) return { part: null, issues: [...issues, ...between] };
  return { part: definitionOf(input, measures, asked), issues: [] };
}

function sizeIssues(input: DefineIndicatorInput): DefinitionIssue[] {
  const { measures, ...around } = input;
  const characters = JSON.stringify(measures).length;
  const charactersAround = JSON.stringify(around).length;
  return [
    ...(measures.length >= 1 && measures.length <= mostMeasures
      ? []
      : [
          definitionIssue(
            "OUT_OF_BOUNDS",
            "measures",
            "Un indicateur a de 1 à 12 mesures.",
            "An indicator has 1 to 12 measures.",
            measures.length,
            `1–${mostMeasures}`,
          ),
        ]),
    ...(characters <= mostCharacters
      ? []
      : [
          definitionIssue(
            "DEFINITION_TOO_LONG",
            "measures",
            "Ces mesures sont trop longues.",
            "These measures are too long.",
            characters,
            `≤ ${mostCharacters}`,
          ),
        ]),
    ...lists
      .filter((list) => (input[list]?.length ?? 0) > mostOfAList)
      .map((list) =>
        definitionIssue(
          "OUT_OF_BOUNDS",
          list,
          "Cette liste est trop longue.",
          "This list is too long.",
          input[list]?.length ?? 0,
          `≤ ${mostOfAList}`,
        ),
      ),
    ...(charactersAround <= mostAround
      ? []
      : [
          definitionIssue(
            "DEFINITION_TOO_LONG",
            "input",
            "Cette définition est trop longue.",
            "This definition is too long.",
            charactersAround,
            `≤ ${mostAround}`,
          ),
        ]),
  ];
}

function definitionOf(
  input: DefineIndicatorInput,
  measures: readonly Measure[],
  asked: AskedForms,
): NewDefinition {
  const [name, plain, definition] = [input.name, input.plain, input.definition].map(localizedTextOf) as [
    LocalizedText,
    LocalizedText,
    LocalizedText,
  ];
  const texts = [name, plain, definition].flatMap(({ fr, en }) => (en === null ? [fr] : [fr, en]));
  return {
    code: input.code,
    name,
    plain,
    definition,
    numeratorDefinition: localizedTextOf(input.numeratorDefinition),
    denominatorDefinition: input.denominatorDefinition ? localizedTextOf(input.denominatorDefinition) : null,
    sphere: input.sphere,
    unit: input.unit,
    valueType: input.valueType,
    basis: input.basis,
    polarity: input.polarity ?? Polarity.NO_JUDGEMENT,
    categories: categoriesOf(input, measures, asked),
    caveats: (input.caveats ?? []).map(localizedTextOf),
    recommendationLinks: input.recommendationLinks ?? [],
    questions: [...new Set(measures.flatMap(questionsOf))],
    measures,
    levels: input.levels ?? [ObservationLevel.PROVINCE],
    companions: input.companions ?? [],
    askedIn: input.askedIn,
    search: searchText([input.code, ...texts].join(" ")),
  };
}
