import { catalogue } from "../words/catalogue.js";

export const mapWords = catalogue({
  fr: {
    map: "Schéma des régions sociosanitaires : {measure}",
    schematic:
      "Schéma : une tuile par région, à peu près à sa place. Ce n'est ni la forme ni la taille des régions. Chaque tuile mène à la page de sa région.",
    tile: "{name} ({code}) : {value}",
    masked: "masqué",
    maskedName: "masqué pour protéger les personnes",
    absent: "pas de donnée",
    legend: "Légende",
    classFrom: "de {from} à {to}",
    classAbove: "plus de {from}, jusqu'à {to}",
    classes:
      "Classes de même largeur, de la plus petite valeur à la plus grande. Avec cinq valeurs différentes ou moins, chaque valeur a sa classe.",
    noClass: "Aucune région n'a de valeur à montrer.",
    table: "Les mêmes données en tableau : {measure}",
    region: "Région",
    value: "Valeur",
    engagement: "Degré d'engagement, en nombre de projets",
    unplaced: "Sans place sur le schéma, mais dans le tableau : {names}.",
  },
  en: {
    map: "Diagram of the health regions: {measure}",
    schematic:
      "Diagram: one tile a region, about where it lies. It shows neither the shape nor the size of regions. Each tile leads to its region's page.",
    tile: "{name} ({code}): {value}",
    masked: "hidden",
    maskedName: "hidden to protect people",
    absent: "no data",
    legend: "Legend",
    classFrom: "from {from} to {to}",
    classAbove: "more than {from}, up to {to}",
    classes:
      "Classes of equal width, from the smallest value to the largest. With five different values or fewer, each value has its class.",
    noClass: "No region has a value to show.",
    table: "The same data as a table: {measure}",
    region: "Region",
    value: "Value",
    engagement: "Degree of engagement, in numbers of projects",
    unplaced: "Without a place on the diagram, but in the table: {names}.",
  },
});
