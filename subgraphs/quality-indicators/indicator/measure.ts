import { registerEnumType } from "type-graphql";

/** Of whom or of what a value speaks; the count itself is the denominator. */
export enum Basis {
  ESTABLISHMENTS = "ESTABLISHMENTS",
  ESTABLISHMENTS_QUESTIONNAIRE = "ESTABLISHMENTS_QUESTIONNAIRE",
  OFFICES = "OFFICES",
  RESPONDENTS = "RESPONDENTS",
  PARTNERS_BANK = "PARTNERS_BANK",
  PARTNERS_ACTIVE = "PARTNERS_ACTIVE",
  PARTICIPANTS = "PARTICIPANTS",
  RESOURCE_PATIENTS = "RESOURCE_PATIENTS",
  HEALTH_REGIONS = "HEALTH_REGIONS",
  PROJECTS = "PROJECTS",
  INDICATORS = "INDICATORS",
  RECOMMENDATIONS = "RECOMMENDATIONS",
  UNKNOWN = "UNKNOWN",
}
registerEnumType(Basis, {
  name: "Basis",
  description:
    "De qui parle la valeur : établissements, les 32 choix du questionnaire, bureaux, répondants, partenaires inscrits ou actifs, participants, patients ressources, régions sociosanitaires, projets, indicateurs, recommandations, ou inconnu. · Whom the value speaks of: establishments, the 32 options of the questionnaire, offices, respondents, partners in pools or active, participants, resource patients, health regions, projects, indicators, recommendations, or unknown.",
  valuesConfig: {
    ESTABLISHMENTS: {
      description:
        "Établissements de santé et de services sociaux. · Health and social services establishments.",
    },
    ESTABLISHMENTS_QUESTIONNAIRE: {
      description:
        "Les 32 choix d'établissement du questionnaire de 2024. · The 32 establishment options of the 2024 questionnaire.",
    },
    OFFICES: { description: "Bureaux de partenariat. · Partnership offices." },
    RESPONDENTS: {
      description: "Répondants : en 2024, 30 pour 28 bureaux. · Respondents: in 2024, 30 for 28 offices.",
    },
    PARTNERS_BANK: { description: "Usagers partenaires inscrits dans les banques. · Partners in pools." },
    PARTNERS_ACTIVE: {
      description: "Usagers partenaires actifs dans des projets. · Partners active in projects.",
    },
    PARTICIPANTS: { description: "Participants du forum. · Participants in the forum." },
    RESOURCE_PATIENTS: {
      description:
        "Patients ressources, selon le mot de la présentation de 2016. · Resource patients, in the word of the 2016 presentation.",
    },
    HEALTH_REGIONS: { description: "Régions sociosanitaires. · Health regions." },
    PROJECTS: { description: "Projets déclarés par les bureaux. · Projects that the offices declare." },
    INDICATORS: { description: "Indicateurs publiés. · Published indicators." },
    RECOMMENDATIONS: { description: "Recommandations des documents. · Recommendations of the documents." },
    UNKNOWN: {
      description:
        "Une base que la source ne dit pas, ou qui n'est pas dans cette liste. · A basis that the source does not state, or that is not in this list.",
    },
  },
});

/** The unit of a value. */
export enum Unit {
  PERCENT = "PERCENT",
  PERSONS = "PERSONS",
  OFFICES = "OFFICES",
  ESTABLISHMENTS = "ESTABLISHMENTS",
  HEALTH_REGIONS = "HEALTH_REGIONS",
  RESPONDENTS = "RESPONDENTS",
  TEAMS = "TEAMS",
  PROJECTS = "PROJECTS",
  PLANS = "PLANS",
  SITES = "SITES",
  MESSAGES = "MESSAGES",
  RECOMMENDATIONS = "RECOMMENDATIONS",
  FTE = "FTE",
  FTE_PER_100_PARTNERS = "FTE_PER_100_PARTNERS",
  HOURS = "HOURS",
  CAD = "CAD",
  CAD_PER_HOUR = "CAD_PER_HOUR",
  CAD_PER_DAY = "CAD_PER_DAY",
}
registerEnumType(Unit, {
  name: "Unit",
  description:
    "Unité de la valeur ; FTE : équivalent temps complet (ETC), CAD : dollars canadiens. · Unit of the value; FTE: full-time equivalent, CAD: Canadian dollars.",
  valuesConfig: {
    PERCENT: { description: "Pour cent. · Percent." },
    PERSONS: { description: "Personnes. · People." },
    OFFICES: { description: "Bureaux de partenariat. · Partnership offices." },
    ESTABLISHMENTS: { description: "Établissements. · Establishments." },
    HEALTH_REGIONS: { description: "Régions sociosanitaires. · Health regions." },
    RESPONDENTS: { description: "Répondants. · Respondents." },
    TEAMS: { description: "Équipes. · Teams." },
    PROJECTS: { description: "Projets. · Projects." },
    PLANS: { description: "Plans et programmes du gouvernement. · Government plans and programmes." },
    SITES: { description: "Lieux. · Sites." },
    MESSAGES: { description: "Messages clés. · Key messages." },
    RECOMMENDATIONS: { description: "Recommandations. · Recommendations." },
    FTE: { description: "Équivalents temps complet (ETC). · Full-time equivalents." },
    FTE_PER_100_PARTNERS: {
      description:
        "Équivalents temps complet (ETC) pour 100 partenaires actifs. · Full-time equivalents per 100 active partners.",
    },
    HOURS: { description: "Heures. · Hours." },
    CAD: { description: "Dollars canadiens. · Canadian dollars." },
    CAD_PER_HOUR: { description: "Dollars canadiens l'heure. · Canadian dollars per hour." },
    CAD_PER_DAY: { description: "Dollars canadiens par jour. · Canadian dollars per day." },
  },
});

/** What kind of number an indicator gives. */
export enum ValueType {
  COUNT = "COUNT",
  PROPORTION = "PROPORTION",
  RANGE = "RANGE",
  MEAN = "MEAN",
  AMOUNT = "AMOUNT",
  BAND_SHARE = "BAND_SHARE",
}
registerEnumType(ValueType, {
  name: "ValueType",
  description:
    "Nombre, part, étendue, moyenne, montant ou part par tranche. · Count, share, range, mean, amount or share by band.",
  valuesConfig: {
    COUNT: {
      description: "Nombre de personnes, de bureaux, de projets… · Count of people, offices, projects…",
    },
    PROPORTION: {
      description: "Part : le numérateur sur le dénominateur. · Share: the numerator over the denominator.",
    },
    RANGE: {
      description:
        "Étendue, du plus petit nombre au plus grand. · Range, from the smallest number to the largest.",
    },
    MEAN: { description: "Moyenne : un total rapporté à un autre. · Mean: one total over another." },
    AMOUNT: { description: "Montant d'argent. · Amount of money." },
    BAND_SHARE: {
      description: "Part des réponses dans chaque tranche. · Share of the answers in each band.",
    },
  },
});
