import { catalogue } from "../../../words/catalogue.js";

export const registerWords = catalogue({
  fr: {
    title: "Registre des publications",
    lead: "Chaque édition parue ou retirée, la plus récente d'abord, avec la protection appliquée et le risque mesuré.",
    PUBLISHED: "publiée",
    WITHDRAWN: "retirée",
    replaces: "remplace {vintage}",
    observations: "Valeurs",
    judged: "Valeurs protégées qui ont été attaquées par le calcul",
    insiders: "Bureaux dont la connaissance a été prise en compte",
    alreadyTold: "Valeurs que les éditions parues laissent calculer",
    narrowest: "Intervalle le plus étroit qu'un lecteur puisse calculer",
    hidden: "masquées car {reason}",
    parameters:
      "Seuil {threshold} (sensible : {sensitive}), groupes d'au moins {group} bureaux, dominance {dominance} %, largeur d'au moins {width}.",
  },
  en: {
    title: "Register of publications",
    lead: "Each vintage published or withdrawn, the newest first, with the protection applied and the risk measured.",
    PUBLISHED: "published",
    WITHDRAWN: "withdrawn",
    replaces: "replaces {vintage}",
    observations: "Values",
    judged: "Protected values that were attacked by computing",
    insiders: "Offices whose own knowledge was taken into account",
    alreadyTold: "Values that can be computed from the vintages published",
    narrowest: "Narrowest interval that a reader can compute",
    hidden: "hidden because {reason}",
    parameters:
      "Threshold {threshold} (sensitive: {sensitive}), groups of at least {group} offices, dominance {dominance}%, width of at least {width}.",
  },
});
