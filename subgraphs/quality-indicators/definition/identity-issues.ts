import { localizedTextOf } from "../../shared/localized-text.input.js";
import { textIssues } from "../form/checks/check-texts.js";
import type { DefineIndicatorInput } from "./define-indicator.input.js";
import { type DefinitionIssue, definitionIssue } from "./definition-issue.js";

/** The codes that a definition may name. */
export interface KnownCodes {
  readonly campaigns: ReadonlySet<string>;
  /** The campaigns that have a form. */
  readonly withForm: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  readonly recommendations: ReadonlySet<string>;
}

/** What is wrong with the words of a definition and with the codes that it names. */
export function identityIssues(input: DefineIndicatorInput, known: KnownCodes): DefinitionIssue[] {
  const texts = {
    name: input.name,
    plain: input.plain,
    definition: input.definition,
    numeratorDefinition: input.numeratorDefinition,
    denominatorDefinition: input.denominatorDefinition,
    ...Object.fromEntries((input.caveats ?? []).map((caveat, index) => [`caveats[${index}]`, caveat])),
    ...Object.fromEntries(
      (input.categories ?? []).map(({ label }, index) => [`categories[${index}].label`, label]),
    ),
  };
  return [
    ...(/^IQP-\d{2,3}$/.test(input.code)
      ? []
      : [
          definitionIssue(
            "MALFORMED_CODE",
            "code",
            "Ce code n'a pas la forme d'un code d'indicateur.",
            "This code is not shaped like the code of an indicator.",
            input.code.slice(0, 20),
            "IQP-27",
          ),
        ]),
    ...Object.entries(texts).flatMap(([path, text]) => textIssues(path, text ? localizedTextOf(text) : null)),
    ...campaignIssues(input, known),
    ...unknownCodes(input.companions, "companions", known.indicators),
    ...unknownCodes(input.recommendationLinks, "recommendationLinks", known.recommendations),
  ];
}

const campaignIssues = ({ askedIn }: DefineIndicatorInput, known: KnownCodes): DefinitionIssue[] => {
  if (askedIn.length === 0)
    return [
      definitionIssue(
        "NO_CAMPAIGN",
        "askedIn",
        "Aucune campagne ne demande cet indicateur.",
        "No campaign asks for this indicator.",
      ),
    ];
  return [
    ...unknownCodes(askedIn, "askedIn", known.campaigns),
    ...askedIn.flatMap((campaign, index) =>
      askedIn.indexOf(campaign) === index
        ? []
        : definitionIssue(
            "DUPLICATE_CODE",
            `askedIn[${index}]`,
            "Cette campagne est déjà nommée.",
            "This campaign is named already.",
            campaign,
          ),
    ),
    ...askedIn.flatMap((campaign, index) =>
      known.campaigns.has(campaign) && !known.withForm.has(campaign)
        ? definitionIssue(
            "CAMPAIGN_WITHOUT_FORM",
            `askedIn[${index}]`,
            "Cette campagne n'a pas de formulaire dans le carrefour : rien ne s'y calcule.",
            "This campaign has no form in the hub: nothing can be computed of it.",
            campaign,
          )
        : [],
    ),
  ];
};

const unknownCodes = (
  codes: readonly string[] | null | undefined,
  path: string,
  known: ReadonlySet<string>,
): DefinitionIssue[] =>
  (codes ?? []).flatMap((code, index) =>
    known.has(code)
      ? []
      : definitionIssue(
          "UNKNOWN_CODE",
          `${path}[${index}]`,
          "Ce code n'existe pas dans le carrefour.",
          "This code does not exist in the hub.",
          code,
          [...known].join(", "),
        ),
  );
