import { catalogue } from "../words/catalogue.js";

/** The words of the recommendations, on their list and on their own pages. */
export const recommendationWords = catalogue({
  fr: {
    title: "Recommandations",
    lead: "Les recommandations du Portrait de 2024 et de l'énoncé de position débattu au Forum de 2025 : ce qu'elles disent, où elles en sont, et les indicateurs qui aident à les suivre.",
    unknownMeaning:
      "« Inconnu » veut dire que personne n'a déclaré où en est la recommandation, non que rien n'est fait.",
    filters: "Filtrer la liste",
    document: "Document",
    everyDocument: "Tous les documents",
    status: "Avancement",
    everyStatus: "Tous les états",
    show: "Afficher",
    found:
      "{count, plural, =0 {Aucune recommandation ne répond à ces choix.} one {Une recommandation.} other {{count} recommandations.}}",
    all: "Voir toutes les recommandations",
    one: "Recommandation {code}",
    links:
      "{count, plural, =0 {Aucun indicateur ne la suit.} one {Un indicateur la suit.} other {{count} indicateurs la suivent.}}",
    synthetic: "Déclaration de démonstration",
    declaredOn: "Déclaré le {day}",
  },
  en: {
    title: "Recommendations",
    lead: "The recommendations of the 2024 portrait and of the position statement debated at the 2025 forum: what they say, where they stand, and the indicators that help to follow them.",
    unknownMeaning:
      "“Unknown” means that nobody has declared where the recommendation stands, not that nothing is being done.",
    filters: "Filter the list",
    document: "Document",
    everyDocument: "Every document",
    status: "Progress",
    everyStatus: "Every state",
    show: "Show",
    found:
      "{count, plural, =0 {No recommendation fits these choices.} one {One recommendation.} other {{count} recommendations.}}",
    all: "See all recommendations",
    one: "Recommendation {code}",
    links:
      "{count, plural, =0 {No indicator follows it.} one {One indicator follows it.} other {{count} indicators follow it.}}",
    synthetic: "Declared for demonstration",
    declaredOn: "Declared on {day}",
  },
});
