import { catalogue } from "../words/catalogue.js";

export const contradictionsWords = catalogue({
  fr: {
    title: "Contradictions entre les sources",
    description:
      "Là où les documents se contredisent, Carrefour garde chaque version, avec sa section, et dit ce que l'on en sait.",
    lead: "Les documents d'où viennent les chiffres ne disent pas toujours la même chose : un nombre diffère d'une page à l'autre, un mot change de sens. Carrefour ne choisit pas en silence. Il garde chaque version, dit où elle est imprimée et ce que l'on en sait.",
    count:
      "{count, plural, one {# contradiction} other {# contradictions}} : {open, plural, =0 {aucune n'est ouverte} one {# est ouverte} other {# sont ouvertes}}, {explained, plural, =0 {aucune n'est expliquée} one {# est expliquée} other {# sont expliquées}}, {corrected, plural, =0 {aucune n'est corrigée} one {# est corrigée} other {# sont corrigées}}.",
    openMeans:
      "« Ouverte » veut dire que rien, dans les documents, ne permet de trancher ; « expliquée », que chaque version est juste pour ce qu'elle compte ; « corrigée », que l'auteur du document a dit laquelle est la bonne.",
    list: "Liste des contradictions",
    details: "Chaque contradiction",
    about: "Les indicateurs touchés :",
    deduced:
      "Ce qui est « déduit » l'est par Carrefour, du calcul ou de la lecture des passages ; aucun document ne le dit.",
    none: "Aucune contradiction n'est enregistrée.",
  },
  en: {
    title: "Contradictions between sources",
    description:
      "Where the documents contradict each other, Carrefour keeps each version with its section, and tells what is known of it.",
    lead: "The documents that the figures come from do not always say the same thing: a number differs from one page to another, a word changes its meaning. Carrefour does not choose in silence. It keeps each version, says where it is printed and what is known of it.",
    count:
      "{count, plural, one {# contradiction} other {# contradictions}}: {open, plural, =0 {none is open} one {# is open} other {# are open}}, {explained, plural, =0 {none is explained} one {# is explained} other {# are explained}}, {corrected, plural, =0 {none is corrected} one {# is corrected} other {# are corrected}}.",
    openMeans:
      "“Open” means that nothing in the documents allows one to decide; “explained”, that each version is right for what it counts; “corrected”, that the author of the document has said which one is right.",
    list: "List of the contradictions",
    details: "Each contradiction",
    about: "The indicators concerned:",
    deduced:
      "What is “deduced” is deduced by Carrefour, from arithmetic or from reading the passages; no document says it.",
    none: "No contradiction is recorded.",
  },
});
