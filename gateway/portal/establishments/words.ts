import { catalogue } from "../words/catalogue.js";

export const establishmentsWords = catalogue({
  fr: {
    title: "Établissements",
    lead: "Les établissements de santé et de services sociaux du Québec, par région. Choisissez le vôtre pour voir son bureau de partenariat, ses comités et ses chiffres publics.",
    filters: "Choisir",
    region: "Région sociosanitaire",
    allRegions: "Toutes les régions",
    type: "Type d'établissement",
    allTypes: "Tous les types",
    word: "Un mot du nom",
    apply: "Afficher",
    reset: "Tout afficher",
    counted:
      "{count, plural, =0 {Aucun établissement ne répond à ce choix.} one {# établissement.} other {# établissements.}}",
    noneHelp: "Enlevez un filtre, ou cherchez le mot dans tout le site.",
    searchAll: "Chercher « {word} » dans tout le site",
    unknownRegion: "« {value} » n'est pas le code d'une région : ce filtre a été laissé de côté.",
    unknownType: "« {value} » n'est pas un type d'établissement : ce filtre a été laissé de côté.",
    represented: "Portrait de 2024 : {answer}",
    office: "Bureau de partenariat ({status})",
    compare: "Comparer des établissements d'un même type",
    about2024:
      "« A répondu » ou « n'a pas répondu » : selon les deux listes imprimées dans le Portrait de 2024 ; quelques établissements ne sont dans aucune des deux.",
  },
  en: {
    title: "Establishments",
    lead: "Québec's health and social services establishments, by region. Choose yours to see its partnership office, its committees and its public figures.",
    filters: "Choose",
    region: "Health region",
    allRegions: "All regions",
    type: "Type of establishment",
    allTypes: "All types",
    word: "A word of the name",
    apply: "Show",
    reset: "Show all",
    counted:
      "{count, plural, =0 {No establishment matches this choice.} one {# establishment.} other {# establishments.}}",
    noneHelp: "Remove a filter, or search for the word in the whole site.",
    searchAll: "Search for “{word}” in the whole site",
    unknownRegion: "“{value}” is not the code of a region: this filter was set aside.",
    unknownType: "“{value}” is not a type of establishment: this filter was set aside.",
    represented: "2024 Portrait: {answer}",
    office: "Partnership office ({status})",
    compare: "Compare establishments of one type",
    about2024:
      "“Answered” or “did not answer”: according to the two lists printed in the 2024 Portrait; a few establishments are in neither.",
  },
});
