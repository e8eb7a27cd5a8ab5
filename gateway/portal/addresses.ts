import type { Language } from "./language.js";

/*
 * Every page's address, French first. A word after a colon stands for a code. English pages lie under /en; the pages of
 * those who have signed in lie under one path a language, so that their cookie goes to no other page.
 */
export const paths = {
  home: { fr: "/", en: "/en" },
  search: { fr: "/recherche", en: "/en/search" },
  indicators: { fr: "/indicateurs", en: "/en/indicators" },
  indicator: { fr: "/indicateurs/:code", en: "/en/indicators/:code" },
  establishments: { fr: "/etablissements", en: "/en/establishments" },
  establishment: { fr: "/etablissements/:code", en: "/en/establishments/:code" },
  regions: { fr: "/regions", en: "/en/regions" },
  region: { fr: "/regions/:code", en: "/en/regions/:code" },
  comparison: { fr: "/comparaison", en: "/en/comparison" },
  recommendations: { fr: "/recommandations", en: "/en/recommendations" },
  recommendation: { fr: "/recommandations/:code", en: "/en/recommendations/:code" },
  sharedResources: { fr: "/pratiques-et-outils", en: "/en/practices-and-tools" },
  glossary: { fr: "/glossaire", en: "/en/glossary" },
  about: { fr: "/a-propos-des-donnees", en: "/en/about-the-data" },
  contradictions: { fr: "/contradictions", en: "/en/contradictions" },
  accessibility: { fr: "/accessibilite", en: "/en/accessibility" },
  developers: { fr: "/donnees", en: "/en/data" },
  schemaReference: { fr: "/donnees/schema", en: "/en/data/schema" },
  schemaType: { fr: "/donnees/schema/:name", en: "/en/data/schema/:name" },
  changeLog: { fr: "/donnees/journal", en: "/en/data/change-log" },
  vintagesFeed: { fr: "/donnees/editions.atom", en: "/en/data/vintages.atom" },
  workspace: { fr: "/espace", en: "/en/workspace" },
  signIn: { fr: "/espace/connexion", en: "/en/workspace/sign-in" },
  signInStart: { fr: "/espace/connexion/emetteur", en: "/en/workspace/sign-in/issuer" },
  signOut: { fr: "/espace/deconnexion", en: "/en/workspace/sign-out" },
  figures: { fr: "/espace/donnees-annuelles", en: "/en/workspace/yearly-figures" },
  figuresForm: { fr: "/espace/donnees-annuelles/:campaign", en: "/en/workspace/yearly-figures/:campaign" },
  figuresReview: {
    fr: "/espace/donnees-annuelles/:campaign/verification",
    en: "/en/workspace/yearly-figures/:campaign/review",
  },
  figuresFile: {
    fr: "/espace/donnees-annuelles/:campaign/fichier",
    en: "/en/workspace/yearly-figures/:campaign/file",
  },
  figuresPrint: {
    fr: "/espace/donnees-annuelles/:campaign/impression",
    en: "/en/workspace/yearly-figures/:campaign/print",
  },
  figuresReceipt: {
    fr: "/espace/donnees-annuelles/:campaign/recu",
    en: "/en/workspace/yearly-figures/:campaign/receipt",
  },
  figureComments: { fr: "/espace/commentaires", en: "/en/workspace/comments" },
  newFigureComment: { fr: "/espace/commentaires/nouveau", en: "/en/workspace/comments/new" },
  research: { fr: "/espace/recherche", en: "/en/workspace/research" },
  researchRequest: { fr: "/espace/recherche/demande", en: "/en/workspace/research/request" },
  researchRecords: { fr: "/espace/recherche/:code/fiches", en: "/en/workspace/research/:code/records" },
  researchCounts: { fr: "/espace/recherche/:code/comptes", en: "/en/workspace/research/:code/counts" },
  researchFile: {
    fr: "/espace/recherche/:code/fichiers/:file",
    en: "/en/workspace/research/:code/files/:file",
  },
  researchRelease: { fr: "/espace/recherche/:code", en: "/en/workspace/research/:code" },
  stewardship: { fr: "/espace/pilotage", en: "/en/workspace/stewardship" },
  stewardCampaign: {
    fr: "/espace/pilotage/campagnes/:campaign",
    en: "/en/workspace/stewardship/campaigns/:campaign",
  },
  stewardNewCampaign: {
    fr: "/espace/pilotage/nouvelle-campagne",
    en: "/en/workspace/stewardship/new-campaign",
  },
  stewardSubmission: { fr: "/espace/pilotage/envois/:id", en: "/en/workspace/stewardship/submissions/:id" },
  stewardPublication: {
    fr: "/espace/pilotage/campagnes/:campaign/publication",
    en: "/en/workspace/stewardship/campaigns/:campaign/publication",
  },
  stewardAccess: { fr: "/espace/pilotage/acces", en: "/en/workspace/stewardship/access" },
  stewardReleases: { fr: "/espace/pilotage/versions", en: "/en/workspace/stewardship/releases" },
  stewardCredentials: {
    fr: "/espace/pilotage/habilitations",
    en: "/en/workspace/stewardship/credentials",
  },
  stewardReads: { fr: "/espace/pilotage/lectures", en: "/en/workspace/stewardship/reads" },
  stewardRegister: { fr: "/espace/pilotage/registre", en: "/en/workspace/stewardship/register" },
  stewardProgress: {
    fr: "/espace/pilotage/recommandations",
    en: "/en/workspace/stewardship/recommendations",
  },
  stewardResources: {
    fr: "/espace/pilotage/pratiques-et-outils",
    en: "/en/workspace/stewardship/practices-and-tools",
  },
  stewardComments: { fr: "/espace/pilotage/commentaires", en: "/en/workspace/stewardship/comments" },
  stewardCoConstruction: {
    fr: "/espace/pilotage/co-construction",
    en: "/en/workspace/stewardship/co-construction",
  },
} as const satisfies Record<string, Record<Language, string>>;

/** Where the issuer sends people back to: one address, which it knows. */
export const signInReturnPath = "/espace/retour";

export type PageName = keyof typeof paths;

/** A path with its codes and its query filled in. */
export function filled(
  path: string,
  params: Readonly<Record<string, string>> = {},
  query: readonly (readonly [string, string])[] = [],
): string {
  const place = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  return query.length === 0 ? place : `${place}?${new URLSearchParams(query.map((pair) => [...pair]))}`;
}

/** The address of a page in a language. */
export const addressOf = (
  language: Language,
  page: PageName,
  params?: Readonly<Record<string, string>>,
  query?: readonly (readonly [string, string])[],
): string => filled(paths[page][language], params, query);
