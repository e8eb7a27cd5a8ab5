import { catalogue } from "../words/catalogue.js";
import { privacyWords } from "./privacy-words.js";

/** What the page about the data says. */
export const aboutWords = catalogue({
  fr: {
    ...privacyWords.fr,
    title: "À propos des données",
    description:
      "D'où viennent les chiffres de Carrefour, comment ils sont faits, ce qui est caché et pourquoi.",
    lead: "Cette page dit d'où viennent les chiffres, comment ils sont faits, ce qui est caché et pourquoi. Elle s'adresse à toute personne qui veut savoir ce qu'un chiffre peut dire, et ce qu'il ne peut pas dire.",
    onThisPage: "Sur cette page",
    sources: "Les sources",
    sourcesLead:
      "Les chiffres « imprimés » viennent de documents publics. Carrefour les cite avec leur section ; il ne republie pas les documents.",
    edition: "Édition",
    editionUnstated: "non précisée",
    authors: "Auteurs",
    licence: "Licence",
    licenceUnstated: "non précisée par le document",
    citable: "Ce que l'on peut citer",
    method: "La méthode",
    methodLead:
      "Un chiffre vient d'une campagne : un questionnaire, envoyé aux bureaux de partenariat des établissements. Ce sont des bureaux qui répondent, jamais des patients un à un.",
    base: "Les parts sont des parts de :",
    campaignSource: "Source :",
    bases: "Deux nombres de réponses pour 2024",
    basesLead:
      "Les pourcentages de 2024 sont des parts de répondants, et non de bureaux : deux équipes ont été décrites par plus d'une personne. Les deux nombres restent visibles, et une moyenne est donnée sur les deux.",
    basesCaption: "Qui a répondu à la campagne de 2024, selon le Portrait",
    counted: "Ce qui est compté",
    number: "Nombre",
    printedIn: "Où c'est imprimé",
    interval: "Intervalles",
    intervalLead:
      "Une part est donnée avec un intervalle : il dit combien elle pourrait varier si quelques réponses avaient été différentes.",
    vintages: "Éditions et corrections",
    vintagesText:
      "Rien de ce qui a été publié n'est effacé en douce. Une correction est une nouvelle édition, avec sa raison et la liste de ce qui change. Une édition qui révélerait quelque chose sur une personne est retirée : sa place, la date et la raison restent. On peut aussi lire les données telles qu'elles étaient un jour donné (« asOf » dans l'interface de programmation).",
    vintagesLink: "Voir le journal des éditions",
    comparisons: "Comparaisons d'une année à l'autre",
    comparisonsText:
      "Deux campagnes ne se comparent que si la question, la définition et la base sont les mêmes. Sinon, Carrefour ne trace pas de tendance et dit pourquoi.",
    contradictions: "Quand les sources se contredisent",
    contradictionsText:
      "{count, plural, one {# contradiction est enregistrée, dont {open, plural, =0 {aucune ouverte} one {# ouverte} other {# ouvertes}}} other {# contradictions sont enregistrées, dont {open, plural, =0 {aucune ouverte} one {# ouverte} other {# ouvertes}}}}. Chaque version est gardée, avec sa section ; aucune n'est choisie en silence.",
    contradictionsLink: "Lire les contradictions",
    coConstruction: "Des indicateurs bâtis avec les partenaires ?",
    coConstructionCount:
      "Sur {count, plural, one {# indicateur} other {# indicateurs}}, {recorded, plural, =0 {aucun n'a} one {# a} other {# ont}} une co-construction enregistrée. Pour les autres, Carrefour le dit au lieu de le laisser croire.",
    coConstructionSources: "Ce que disent les sources :",
    coConstructionMeans:
      "Une co-construction est enregistrée quand on sait à quelle étape des partenaires ont pris part, à quel degré, et qui menait le travail.",
    synthetic: "Les données de démonstration",
    syntheticText:
      "Un carrefour de démonstration contient des réponses, des comités, des partenariats de recherche et des fiches inventés, pour que chacun puisse l'essayer. Ils portent la marque « Synthétique » sur chaque chiffre, et un bandeau l'annonce en haut de chaque page. Ils ne disent rien de réel sur aucun établissement ; une valeur synthétique n'est jamais montrée à côté du nom d'un établissement.",
    contact: "Nous joindre",
    contactMail: "Pour une question sur les données, une erreur à signaler ou un obstacle sur ce site :",
    contactUnset:
      "L'adresse où joindre le propriétaire de ce carrefour n'est pas encore fixée. Elle s'affichera ici.",
  },
  en: {
    ...privacyWords.en,
    title: "About the data",
    description: "Where Carrefour's figures come from, how they are made, what is hidden and why.",
    lead: "This page tells where the figures come from, how they are made, what is hidden and why. It is for anyone who wants to know what a figure can say, and what it cannot.",
    onThisPage: "On this page",
    sources: "The sources",
    sourcesLead:
      "“Printed” figures come from public documents. Carrefour cites them with their section; it does not republish the documents.",
    edition: "Edition",
    editionUnstated: "not stated",
    authors: "Authors",
    licence: "Licence",
    licenceUnstated: "not stated by the document",
    citable: "What may be cited",
    method: "The method",
    methodLead:
      "A figure comes from a campaign: a questionnaire, sent to the partnership offices of the establishments. Offices answer, never patients one by one.",
    base: "Shares are shares of:",
    campaignSource: "Source:",
    bases: "Two numbers of answers for 2024",
    basesLead:
      "The 2024 percentages are shares of respondents, not of offices: two teams were described by more than one person. Both numbers stay visible, and a mean is given over both.",
    basesCaption: "Who answered the 2024 campaign, according to the Portrait",
    counted: "What is counted",
    number: "Number",
    printedIn: "Where it is printed",
    interval: "Intervals",
    intervalLead:
      "A share is given with an interval: it tells how much it could vary had a few answers been different.",
    vintages: "Vintages and corrections",
    vintagesText:
      "Nothing that was published is quietly erased. A correction is a new vintage, with its reason and the list of what changes. A vintage that would reveal something about a person is withdrawn: its place, the date and the reason remain. The data can also be read as they were on a given day (“asOf” in the programming interface).",
    vintagesLink: "See the log of vintages",
    comparisons: "Comparisons from one year to another",
    comparisonsText:
      "Two campaigns compare only if the question, the definition and the base are the same. Otherwise Carrefour draws no trend, and says why.",
    contradictions: "When the sources contradict each other",
    contradictionsText:
      "{count, plural, one {# contradiction is recorded, of which {open, plural, =0 {none is open} one {# is open} other {# are open}}} other {# contradictions are recorded, of which {open, plural, =0 {none is open} one {# is open} other {# are open}}}}. Each version is kept, with its section; none is chosen in silence.",
    contradictionsLink: "Read the contradictions",
    coConstruction: "Indicators built with partners?",
    coConstructionCount:
      "Of {count, plural, one {# indicator} other {# indicators}}, {recorded, plural, =0 {none has} one {# has} other {# have}} a recorded co-construction. Of the others, Carrefour says so rather than let it be believed.",
    coConstructionSources: "What the sources say:",
    coConstructionMeans:
      "A co-construction is recorded when it is known at which stage partners took part, to what degree, and who led the work.",
    synthetic: "Demonstration data",
    syntheticText:
      "A demonstration hub holds invented answers, committees, research partnerships and records, so that anyone can try it. They bear the mark “Synthetic” on each figure, and a banner announces it at the top of each page. They say nothing real about any establishment; a synthetic value is never shown beside the name of an establishment.",
    contact: "Contact us",
    contactMail: "For a question about the data, an error to report or an obstacle on this site:",
    contactUnset: "The address where the owner of this hub is reached is not yet set. It will be shown here.",
  },
});
