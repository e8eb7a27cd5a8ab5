import { registerEnumType } from "type-graphql";

/** At what moment of an indicator's making partners took part. */
export enum CoConstructionStage {
  IDEATION = "IDEATION",
  DEFINITION = "DEFINITION",
  TEST = "TEST",
  INTERPRETATION = "INTERPRETATION",
  DISSEMINATION = "DISSEMINATION",
}
registerEnumType(CoConstructionStage, {
  name: "CoConstructionStage",
  description:
    "Étape de la construction d'un indicateur : idée, définition, essai, interprétation, diffusion. · Stage in making an indicator: idea, definition, test, interpretation, dissemination.",
  valuesConfig: {
    IDEATION: { description: "Choix de ce qu'il faut mesurer. · Choosing what to measure." },
    DEFINITION: { description: "Définition de l'indicateur. · Defining the indicator." },
    TEST: { description: "Essai auprès de ceux qui répondent. · Trying it with those who answer." },
    INTERPRETATION: { description: "Lecture des résultats. · Reading the results." },
    DISSEMINATION: { description: "Diffusion des résultats. · Making the results known." },
  },
});

/** Why a record gives no number of partners. */
export enum PartnersWithheld {
  SMALL_COUNT = "SMALL_COUNT",
  NOT_STATED = "NOT_STATED",
}
registerEnumType(PartnersWithheld, {
  name: "PartnersWithheld",
  description:
    "Pourquoi le nombre de partenaires n'est pas donné. · Why the number of partners is not given.",
  valuesConfig: {
    SMALL_COUNT: {
      description:
        "De 1 à 4 personnes : le nombre exact les désignerait, il n'est pas conservé. · From 1 to 4 people: the exact number would point to them, it is not kept.",
    },
    NOT_STATED: { description: "Le nombre n'a pas été précisé. · The number was not stated." },
  },
});

// A count of persons below the threshold of publication; the table refuses it too.
const fewestShown = 5;

/** What is kept of a number of partners: the number itself when it points to nobody, or why it is not given. */
export const partnersKept = (
  given: number | null,
): { readonly partners: number | null; readonly partnersWithheld: PartnersWithheld | null } => {
  if (given === null) return { partners: null, partnersWithheld: PartnersWithheld.NOT_STATED };
  if (given < fewestShown) return { partners: null, partnersWithheld: PartnersWithheld.SMALL_COUNT };
  return { partners: given, partnersWithheld: null };
};
