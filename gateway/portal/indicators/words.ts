import { catalogue } from "../words/catalogue.js";

/** The text of the list of indicators. */
export const indicatorsWords = catalogue({
  fr: {
    title: "Les indicateurs",
    lead: "Ce que l'on mesure du partenariat entre les patients, les proches, les citoyens et le réseau de la santé. Chaque indicateur dit d'abord, en mots simples, à quelle question il répond.",
    search: "Chercher un mot dans les indicateurs",
    searchHelp: "Par exemple : argent, comité, ministère",
    find: "Chercher",
    all: "Voir tous les indicateurs",
    found:
      "{count, plural, =0 {Aucun indicateur ne contient ces mots.} one {# indicateur trouvé.} other {# indicateurs trouvés.}}",
    noneHelp: "Essayez un mot plus court, ou cherchez dans tout le site.",
    searchAll: "Chercher dans tout le site",
    proposed: "Proposé par Carrefour",
    in: "{campaign} :",
    categories: "{count, plural, one {# catégorie, {extent}} other {# catégories, {extent}}}",
    extent: "de {low} à {high}",
    none: "Aucune valeur n'est encore publiée.",
  },
  en: {
    title: "Indicators",
    lead: "What is measured of the partnership between patients, relatives, citizens and the health network. Each indicator first says, in plain words, which question it answers.",
    search: "Search for a word in the indicators",
    searchHelp: "For example: money, committee, Ministry",
    find: "Search",
    all: "See all indicators",
    found:
      "{count, plural, =0 {No indicator has these words.} one {# indicator found.} other {# indicators found.}}",
    noneHelp: "Try a shorter word, or search the whole site.",
    searchAll: "Search the whole site",
    proposed: "Proposed by Carrefour",
    in: "{campaign}:",
    categories: "{count, plural, one {# category, {extent}} other {# categories, {extent}}}",
    extent: "from {low} to {high}",
    none: "No value is published yet.",
  },
});
