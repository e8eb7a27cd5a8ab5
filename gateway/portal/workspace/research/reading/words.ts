import { catalogue } from "../../../words/catalogue.js";

export const readingWords = catalogue({
  fr: {
    recordsTitle: "Fiches : {title}",
    countsTitle: "Comptes : {title}",
    accounted: "Cette lecture est inscrite au registre des lectures, avec votre entente.",
    total:
      "{count, plural, =0 {Aucune fiche ne remplit ces conditions.} one {# fiche remplit ces conditions.} other {# fiches remplissent ces conditions.}}",
    caption: "Fiches anonymisées, {shown} par page",
    rowId: "Fiche",
    next: "Fiches suivantes",
    restart: "Revenir au début",
    conditions: "Seulement les fiches où…",
    groupBy: "Compter selon",
    apply: "Afficher",
    chooseGroup: "Choisissez une ou plusieurs colonnes, puis affichez. Rien n'est lu avant.",
    countsCaption: "Nombre de fiches par groupe",
    count: "Fiches",
    sum: "Total",
    withheld: "masqué",
    unknown: "non précisé",
  },
  en: {
    recordsTitle: "Records: {title}",
    countsTitle: "Counts: {title}",
    accounted: "This read is entered in the register of reads, with your agreement.",
    total:
      "{count, plural, =0 {No record meets these conditions.} one {# record meets these conditions.} other {# records meet these conditions.}}",
    caption: "Anonymised records, {shown} a page",
    rowId: "Record",
    next: "Next records",
    restart: "Back to the start",
    conditions: "Only the records where…",
    groupBy: "Count by",
    apply: "Show",
    chooseGroup: "Choose one or more columns, then show. Nothing is read before.",
    countsCaption: "Number of records by group",
    count: "Records",
    sum: "Total",
    withheld: "withheld",
    unknown: "not stated",
  },
});
