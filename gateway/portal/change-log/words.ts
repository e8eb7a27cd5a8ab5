import { catalogue } from "../words/catalogue.js";

/** What the log of changes and its feed say. */
export const changeLogWords = catalogue({
  fr: {
    title: "Journal des changements",
    description:
      "Chaque édition des données, avec sa raison et ce qui change, et chaque changement du schéma public.",
    lead: "Ce qui a changé dans les données et dans le schéma public, du plus récent au plus ancien.",
    data: "Données et API",
    feed: "Suivre les éditions dans un lecteur de nouvelles (Atom)",
    vintages: "Éditions des données",
    vintagesLead:
      "Une édition est la publication entière d'une campagne. Une correction en fait une nouvelle ; la précédente reste lisible, sauf si elle a été retirée.",
    noVintage: "Aucune édition n'est encore publiée pour cette campagne.",
    noCampaign: "Aucune campagne n'est enregistrée.",
    vintage: "Édition {code}",
    publishedOn: "Publiée le {day}.",
    withdrawnOn: "Retirée le {day}.",
    withdrawn: "Retirée",
    withdrawnMeans: "Ses chiffres ne sont plus montrés nulle part ; sa place, sa date et la raison restent.",
    reason: "Raison :",
    withdrawnReason: "Raison du retrait :",
    changesCount: "Ce qui change : {count, plural, one {# valeur} other {# valeurs}}",
    changesFirst: "Première édition de la campagne : tout y est nouveau.",
    changesNone: "Aucune valeur ne change.",
    changesCaption: "Valeurs que l'édition {code} change",
    indicator: "Indicateur",
    level: "Niveau",
    area: "Territoire",
    category: "Catégorie",
    noCategory: "aucune",
    schema: "Schéma public",
    schemaLead:
      "Ce qui est promis ne disparaît pas sans préavis de douze mois. La promesse est un fichier du dépôt, vérifié à chaque version.",
    promised: "Tout le schéma public d'aujourd'hui est promis.",
    notPromised: "Pas encore promis, donc susceptible de changer :",
    deprecations: "Politique de fin d'usage",
    added: "Ce qui est venu :",
    change2026November21:
      "Premier schéma public : établissements, régions, indicateurs et leurs valeurs, chiffres imprimés, contradictions, recommandations, comités, partenariats de recherche, glossaire, éditions.",
    change2026November22:
      "Intervalles, moyennes sur les deux bases, comparaisons, degré d'engagement à côté de chaque nombre de personnes, tendances, relevés de co-construction, têtes d'audit, jours d'ouverture et d'échéance des campagnes ; « asOf » sur chaque question. Rien n'est enlevé, et le schéma est promis à partir de ce jour.",
    feedTitle: "Carrefour · éditions des données",
    feedSubtitle:
      "Les éditions des données du partenariat en santé au Québec, publiées, corrigées ou retirées.",
    entryTitle: "{campaign} : édition {code}",
    entryWithdrawn: "{campaign} : édition {code} retirée",
  },
  en: {
    title: "Change log",
    description:
      "Each vintage of the data, with its reason and what changes, and each change of the public schema.",
    lead: "What has changed in the data and in the public schema, the newest first.",
    data: "Data and API",
    feed: "Follow the vintages in a news reader (Atom)",
    vintages: "Vintages of the data",
    vintagesLead:
      "A vintage is the whole publication of a campaign. A correction makes a new one; the one before stays readable, unless it was withdrawn.",
    noVintage: "No vintage of this campaign is published yet.",
    noCampaign: "No campaign is recorded.",
    vintage: "Vintage {code}",
    publishedOn: "Published on {day}.",
    withdrawnOn: "Withdrawn on {day}.",
    withdrawn: "Withdrawn",
    withdrawnMeans: "Its figures are no longer shown anywhere; its place, its date and the reason remain.",
    reason: "Reason:",
    withdrawnReason: "Reason of the withdrawal:",
    changesCount: "What changes: {count, plural, one {# value} other {# values}}",
    changesFirst: "First vintage of the campaign: everything in it is new.",
    changesNone: "No value changes.",
    changesCaption: "Values that vintage {code} changes",
    indicator: "Indicator",
    level: "Level",
    area: "Area",
    category: "Category",
    noCategory: "none",
    schema: "Public schema",
    schemaLead:
      "What is promised does not go away without twelve months' notice. The promise is a file of the repository, checked with each version.",
    promised: "The whole of today's public schema is promised.",
    notPromised: "Not promised yet, and so liable to change:",
    deprecations: "Deprecation policy",
    added: "What came:",
    change2026November21:
      "First public schema: establishments, regions, indicators and their values, printed figures, contradictions, recommendations, committees, research partnerships, glossary, vintages.",
    change2026November22:
      "Intervals, means over both bases, comparisons, degree of engagement beside each head count, trends, records of co-construction, heads of the audit, days of opening and deadline of campaigns; “asOf” on each question. Nothing is taken away, and the schema is promised from that day on.",
    feedTitle: "Carrefour · vintages of the data",
    feedSubtitle:
      "The vintages of Québec's data on partnership in health, published, corrected or withdrawn.",
    entryTitle: "{campaign}: vintage {code}",
    entryWithdrawn: "{campaign}: vintage {code} withdrawn",
  },
});
