import { catalogue } from "../words/catalogue.js";

/**
 * An indicator's value told in a sentence, by its code: `value` is the number, `share` whom it is a share of, `category` a
 * choice. An indicator without a sentence is told by « other ».
 */
export const sentences = catalogue<string>({
  fr: {
    "IQP-01": "{value} {share} ont répondu.",
    "IQP-02": "{value} {share} sociosanitaires du Québec comptent au moins un établissement qui a répondu.",
    "IQP-03": "{value} {share} disent relever de la direction de la qualité.",
    "IQP-04": "{value} {share} disent que leur structure existe depuis plus de 5 ans.",
    "IQP-05": "{value} usagers partenaires sont inscrits dans les banques des établissements.",
    "IQP-06": "{value} usagers partenaires sont actifs dans des projets.",
    "IQP-07": "{value} des usagers partenaires inscrits sont actifs dans des projets.",
    "IQP-08": "Un bureau compte {value} {unit}.",
    "IQP-09": "{value} équivalents temps complet soutiennent 100 partenaires actifs.",
    "IQP-10": "{value} {share} disent ne compter qu'une seule personne.",
    "IQP-11": "Le budget annuel d'un bureau va {value}.",
    "IQP-11.category": "{value} {share} donnent ce budget annuel : {category}.",
    "IQP-12": "{value} {share} disent être financés par le budget global de l'établissement.",
    "IQP-13": "{value} {share} disent que des partenaires participent au niveau clinique.",
    "IQP-14":
      "{value} {share} disent que des partenaires participent au niveau de l'organisation (tactique).",
    "IQP-15": "{value} {share} disent que des partenaires participent au niveau stratégique.",
    "IQP-16.category": "{value} {share} ont collaboré avec ce secteur : {category}.",
    "IQP-17.category": "{value} {share} prennent part à ce plan ou programme : {category}.",
    "IQP-18.category": "{value} {share} réalisent cette activité : {category}.",
    "IQP-19": "{value} {share} collaborent avec le comité des usagers.",
    "IQP-20": "{value} {share} ont été approchés par le ministère de la Santé et des Services sociaux.",
    "IQP-21": "{value} {share} avaient un bureau du partenariat en 2019.",
    "IQP-22": "{value} {share} mesuraient leur partenariat par des indicateurs en 2019.",
    "IQP-25": "{value} {share} ont été bâtis avec des partenaires.",
    other: "{name} : {value} {unit}",
    category: "{category} : {value} {unit}",
    otherShare: "{name} : {value} {share}",
    categoryShare: "{category} : {value} {share}",
  },
  en: {
    "IQP-01": "{value} {share} answered.",
    "IQP-02": "{value} {share} have at least one establishment that answered.",
    "IQP-03": "{value} {share} say that the quality directorate is in charge of them.",
    "IQP-04": "{value} {share} say that their structure has existed for more than 5 years.",
    "IQP-05": "{value} partners are listed in the pools of the establishments.",
    "IQP-06": "{value} partners are active in projects.",
    "IQP-07": "{value} of the partners listed are active in projects.",
    "IQP-08": "An office has {value} {unit}.",
    "IQP-09": "{value} full-time equivalents support 100 active partners.",
    "IQP-10": "{value} {share} say that they are one person only.",
    "IQP-11": "The annual budget of an office goes {value}.",
    "IQP-11.category": "{value} {share} give this annual budget: {category}.",
    "IQP-12": "{value} {share} say that the establishment's general budget funds them.",
    "IQP-13": "{value} {share} say that partners take part at the clinical level.",
    "IQP-14": "{value} {share} say that partners take part at the organizational (tactical) level.",
    "IQP-15": "{value} {share} say that partners take part at the strategic level.",
    "IQP-16.category": "{value} {share} collaborated with this sector: {category}.",
    "IQP-17.category": "{value} {share} take part in this plan or programme: {category}.",
    "IQP-18.category": "{value} {share} carry out this activity: {category}.",
    "IQP-19": "{value} {share} collaborate with the users' committee.",
    "IQP-20": "{value} {share} were approached by the Ministry of Health and Social Services.",
    "IQP-21": "{value} {share} had a partnership office in 2019.",
    "IQP-22": "{value} {share} measured their partnership with indicators in 2019.",
    "IQP-25": "{value} {share} were built with partners.",
    other: "{name}: {value} {unit}",
    category: "{category}: {value} {unit}",
    otherShare: "{name}: {value} {share}",
    categoryShare: "{category}: {value} {share}",
  },
});

/** The sentence that tells an indicator; with a category it may have one of its own. */
export function sentenceKey(code: string, unit: string, category: string | null): string {
  const own = category === null ? code : `${code}.category`;
  if (own in sentences.texts.fr) return own;
  const shape = category === null ? "other" : "category";
  return unit === "PERCENT" ? `${shape}Share` : shape;
}
