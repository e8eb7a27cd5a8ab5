/** A word in French and in English. */
export type Pair = readonly [fr: string, en: string];

/** The words of what a figure is told with; nouns of units agree with the number before them. */
export const figureWords = {
  Unit: {
    PERCENT: ["%", "%"],
    PERSONS: [
      "{count, plural, one {personne} other {personnes}}",
      "{count, plural, one {person} other {people}}",
    ],
    OFFICES: [
      "{count, plural, one {bureau} other {bureaux}}",
      "{count, plural, one {office} other {offices}}",
    ],
    ESTABLISHMENTS: [
      "{count, plural, one {établissement} other {établissements}}",
      "{count, plural, one {establishment} other {establishments}}",
    ],
    HEALTH_REGIONS: [
      "{count, plural, one {région} other {régions}}",
      "{count, plural, one {region} other {regions}}",
    ],
    RESPONDENTS: [
      "{count, plural, one {répondant} other {répondants}}",
      "{count, plural, one {respondent} other {respondents}}",
    ],
    TEAMS: ["{count, plural, one {équipe} other {équipes}}", "{count, plural, one {team} other {teams}}"],
    PROJECTS: [
      "{count, plural, one {projet} other {projets}}",
      "{count, plural, one {project} other {projects}}",
    ],
    PLANS: ["{count, plural, one {plan} other {plans}}", "{count, plural, one {plan} other {plans}}"],
    SITES: ["{count, plural, one {lieu} other {lieux}}", "{count, plural, one {site} other {sites}}"],
    MESSAGES: [
      "{count, plural, one {message clé} other {messages clés}}",
      "{count, plural, one {key message} other {key messages}}",
    ],
    RECOMMENDATIONS: [
      "{count, plural, one {recommandation} other {recommandations}}",
      "{count, plural, one {recommendation} other {recommendations}}",
    ],
    FTE: [
      "{count, plural, one {équivalent temps complet} other {équivalents temps complet}}",
      "{count, plural, one {full-time equivalent} other {full-time equivalents}}",
    ],
    FTE_PER_100_PARTNERS: [
      "{count, plural, one {équivalent} other {équivalents}} temps complet pour 100 partenaires actifs",
      "full-time {count, plural, one {equivalent} other {equivalents}} per 100 active partners",
    ],
    HOURS: ["{count, plural, one {heure} other {heures}}", "{count, plural, one {hour} other {hours}}"],
    CAD: ["$", "$"],
    CAD_PER_HOUR: ["$ l'heure", "an hour"],
    CAD_PER_DAY: ["$ par jour", "a day"],
  },
  Basis: {
    ESTABLISHMENTS: [
      "établissements de santé et de services sociaux",
      "health and social services establishments",
    ],
    ESTABLISHMENTS_QUESTIONNAIRE: [
      "les 32 choix d'établissement du questionnaire de 2024",
      "the 32 establishment options of the 2024 questionnaire",
    ],
    OFFICES: ["bureaux de partenariat", "partnership offices"],
    RESPONDENTS: ["répondants au questionnaire", "respondents to the questionnaire"],
    PARTNERS_BANK: ["usagers partenaires inscrits dans les banques", "partners listed in the pools"],
    PARTNERS_ACTIVE: ["usagers partenaires actifs dans des projets", "partners active in projects"],
    PARTICIPANTS: ["participants du forum", "participants in the forum"],
    RESOURCE_PATIENTS: ["patients ressources", "resource patients"],
    HEALTH_REGIONS: ["régions sociosanitaires", "health regions"],
    PROJECTS: ["projets déclarés par les bureaux", "projects that the offices declare"],
    INDICATORS: ["indicateurs publiés", "published indicators"],
    RECOMMENDATIONS: ["recommandations des documents", "recommendations of the documents"],
    UNKNOWN: ["la source ne le précise pas", "the source does not state it"],
  },
  /** After « 83 % »: of whom it is a share. */
  ShareOf: {
    ESTABLISHMENTS: ["des établissements", "of the establishments"],
    ESTABLISHMENTS_QUESTIONNAIRE: [
      "des établissements du questionnaire",
      "of the establishments of the questionnaire",
    ],
    OFFICES: ["des bureaux", "of the offices"],
    RESPONDENTS: ["des répondants", "of the respondents"],
    PARTNERS_BANK: ["des partenaires inscrits", "of the partners listed"],
    PARTNERS_ACTIVE: ["des partenaires actifs", "of the active partners"],
    PARTICIPANTS: ["des participants", "of the participants"],
    RESOURCE_PATIENTS: ["des patients ressources", "of the resource patients"],
    HEALTH_REGIONS: ["des régions", "of the regions"],
    PROJECTS: ["des projets", "of the projects"],
    INDICATORS: ["des indicateurs", "of the indicators"],
    RECOMMENDATIONS: ["des recommandations", "of the recommendations"],
    UNKNOWN: ["(la source ne dit pas de quoi)", "(the source does not say of what)"],
  },
  ObservationStatus: {
    OBSERVED: ["Observée", "Observed"],
    NOT_ASKED: ["Question non posée", "Not asked"],
    NOT_ANSWERED: ["Sans réponse", "Not answered"],
    NOT_EXTRACTED: ["Perdue dans un graphique", "Lost in a chart"],
    CANNOT_BE_CALCULATED: ["Ne se calcule pas", "Cannot be calculated"],
    SUPPRESSED: ["Masquée pour protéger les personnes", "Hidden to protect people"],
    WITHDRAWN: ["Retirée", "Withdrawn"],
  },
  DataOrigin: {
    PUBLISHED: ["imprimée dans un document", "printed in a document"],
    COMPUTED: ["calculée par Carrefour, de réponses réelles", "computed by Carrefour, from real answers"],
    SYNTHETIC: ["synthétique, pour la démonstration", "synthetic, for demonstration"],
  },
  ObservationLevel: {
    PROVINCE: ["Tout le Québec", "All of Québec"],
    PEER_GROUP: ["Groupe d'établissements comparables", "Group of comparable establishments"],
    REGION_GROUP: ["Groupe de régions", "Group of regions"],
    HEALTH_REGION: ["Région sociosanitaire", "Health region"],
    ESTABLISHMENT: ["Établissement", "Establishment"],
  },
  IntervalMethod: { WILSON_95: ["intervalle de Wilson à 95 %", "95% Wilson interval"] },
  IndicatorSphere: {
    GOVERNANCE: ["Gouvernance", "Governance"],
    CARE: ["Soins et services", "Care and services"],
    COMMUNITY: ["Communautés", "Communities"],
    RESEARCH: ["Recherche", "Research"],
    TEACHING: ["Enseignement", "Teaching"],
    POLICY: ["Politiques publiques", "Public policy"],
    ALL: ["Toutes les sphères", "All spheres"],
  },
  ValueType: {
    COUNT: ["nombre", "count"],
    PROPORTION: ["part", "share"],
    RANGE: ["étendue", "range"],
    MEAN: ["moyenne", "mean"],
    AMOUNT: ["montant", "amount"],
    BAND_SHARE: ["part par tranche", "share by band"],
  },
  Polarity: {
    NO_JUDGEMENT: [
      "aucune valeur n'est dite meilleure qu'une autre",
      "no value is called better than another",
    ],
    HIGHER_IS_BETTER: ["une valeur plus haute est meilleure", "a higher value is better"],
    LOWER_IS_BETTER: ["une valeur plus basse est meilleure", "a lower value is better"],
  },
  Frequency: { ANNUAL: ["une fois par an", "once a year"] },
  IndicatorOrigin: {
    SOURCE: ["tiré d'un document", "taken from a document"],
    PROPOSED_BY_HUB: ["proposé par Carrefour", "proposed by Carrefour"],
  },
  ContradictionKind: {
    VALUE: ["la valeur", "the value"],
    DENOMINATOR: ["le dénominateur", "the denominator"],
    LABEL: ["le libellé", "the label"],
    DEFINITION: ["la définition", "the definition"],
    DATE: ["la date", "the date"],
  },
  ContradictionResolution: {
    OPEN: ["Ouverte : aucun des passages n'est choisi", "Open: none of the passages is chosen"],
    EXPLAINED: ["Expliquée", "Explained"],
    CORRECTED: ["Corrigée", "Corrected"],
  },
  TrendDirection: {
    RISING: ["en hausse", "rising"],
    FALLING: ["en baisse", "falling"],
    STABLE: ["stable", "stable"],
    MIXED: ["tantôt en hausse, tantôt en baisse", "up and down"],
  },
  TrendReasonCode: {
    TOO_FEW_POINTS: ["moins de trois valeurs", "fewer than three values"],
    NOT_ASKED: ["question non posée chaque fois", "question not asked each time"],
    NO_VALUE: ["une campagne sans valeur", "a campaign without a value"],
    DEFINITION_DIFFERS: ["définitions différentes", "different definitions"],
    POPULATION_DIFFERS: ["populations différentes", "different populations"],
    BASE_CHANGED: ["base changée", "base changed"],
    CATEGORY_NEEDED: ["une catégorie à choisir", "a category to choose"],
  },
  VintageStatus: { PUBLISHED: ["Publiée", "Published"], WITHDRAWN: ["Retirée", "Withdrawn"] },
  ExtractionMethod: {
    MANUAL: ["relevé à la main", "taken by hand"],
    PROGRAM: ["relevé par programme", "taken by a program"],
  },
  ProvenanceStatus: { VERIFIED: ["vérifié", "verified"], UNVERIFIED: ["à confirmer", "to be confirmed"] },
  EnglishStatus: {
    SOURCE: ["anglais de la source", "English of the source"],
    TRANSLATION: ["traduction", "translation"],
    PROPOSED: ["traduction proposée par Carrefour", "translation proposed by Carrefour"],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Pair>>>>;
