import type { PageName } from "../addresses.js";
import type { StoredText } from "../parts/text.js";

/** Pages that are found by what can be done on them. */
export type FoundPage = Extract<
  PageName,
  | "indicators"
  | "regions"
  | "comparison"
  | "recommendations"
  | "about"
  | "contradictions"
  | "developers"
  | "changeLog"
  | "workspace"
  | "accessibility"
>;

interface PortalPage {
  readonly code: FoundPage;
  readonly title: StoredText;
  /** What can be read or done there, in the words that people look for it by. */
  readonly summary: StoredText;
}

/** The pages of the portal that no list of things holds. */
export const portalPages: readonly PortalPage[] = [
  {
    code: "indicators",
    title: { fr: "Les indicateurs", en: "The indicators" },
    summary: {
      fr: "Tous les chiffres : valeur, évolution ou tendance dans le temps, graphique, tableau.",
      en: "All the figures: value, evolution or trend over time, chart, table.",
    },
  },
  {
    code: "regions",
    title: { fr: "La carte des régions", en: "The map of the regions" },
    summary: {
      fr: "Une carte des régions sociosanitaires, avec le tableau qui est derrière.",
      en: "A map of the health regions, with the table behind it.",
    },
  },
  {
    code: "comparison",
    title: { fr: "Comparer des établissements", en: "Compare establishments" },
    summary: {
      fr: "Une comparaison côte à côte, jusqu'à cinq hôpitaux ou établissements d'un même type.",
      en: "A comparison side by side, up to five hospitals or establishments of one type.",
    },
  },
  {
    code: "recommendations",
    title: { fr: "Les 17 recommandations", en: "The 17 recommendations" },
    summary: {
      fr: "Ce que le Portrait et le Forum recommandent, et où en est chaque recommandation.",
      en: "What the Portrait and the Forum recommend, and where each recommendation stands.",
    },
  },
  {
    code: "about",
    title: { fr: "À propos des données", en: "About the data" },
    summary: {
      fr: "Les sources, la méthode, la licence, la vie privée et la confidentialité, la co-construction, qui joindre.",
      en: "The sources, the method, the licence, privacy and confidentiality, co-construction, whom to contact.",
    },
  },
  {
    code: "contradictions",
    title: { fr: "Les contradictions entre les sources", en: "The contradictions between sources" },
    summary: {
      fr: "Où les documents ne disent pas le même chiffre : erreurs, différences, doutes.",
      en: "Where the documents do not tell the same figure: errors, differences, doubts.",
    },
  },
  {
    code: "developers",
    title: { fr: "Données et API", en: "Data and API" },
    summary: {
      fr: "Télécharger les fichiers ouverts (CSV, Excel, JSON-stat), programmer avec GraphQL, demander des fiches anonymisées.",
      en: "Download the open data files (CSV, Excel, JSON-stat), program with GraphQL, ask for anonymised records.",
    },
  },
  {
    code: "changeLog",
    title: { fr: "Journal des changements", en: "Change log" },
    summary: {
      fr: "Les nouveautés : chaque édition publiée, corrigée ou retirée, et sa date de mise à jour.",
      en: "What is new: each vintage published, corrected or withdrawn, and its day of update.",
    },
  },
  {
    code: "workspace",
    title: { fr: "Mon espace", en: "My workspace" },
    summary: {
      fr: "Se connecter : remplir le formulaire ou questionnaire de l'année, envoyer les données du bureau, lire des fiches.",
      en: "Sign in or log in: fill the form or questionnaire of the year, send the office's data, read records.",
    },
  },
  {
    code: "accessibility",
    title: { fr: "Accessibilité", en: "Accessibility" },
    summary: {
      fr: "Lecteur d'écran, clavier, contraste, handicap visuel : ce qui est vérifié, et à qui dire un obstacle.",
      en: "Screen reader, keyboard, contrast, disability: what is checked, and whom to tell of a barrier.",
    },
  },
];
