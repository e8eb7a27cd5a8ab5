import { catalogue } from "../../words/catalogue.js";

export const workspaceHomeWords = catalogue({
  fr: {
    title: "Mon espace",
    lead: "Ce que vous pouvez faire ici dépend de votre compte. Rien de cet espace n'est public.",
    who: "Votre compte",
    subject: "Identité",
    right: "Droits",
    establishment: "Établissement",
    agreement: "Entente d'accès",
    noAgreement: "aucune : vous pouvez en demander une",
    trial: "Compte d'essai : ce que vous enverrez sera marqué synthétique.",
    "figures:write": "transmettre les données annuelles et la liste des partenaires de l'établissement",
    "research:read": "lire les diffusions anonymisées que permet votre entente",
    "steward:collect": "suivre la collecte : campagnes, retours, approbations, prolongations",
    "steward:publish": "publier : indicateurs, aperçus, éditions, diffusions approuvées",
    "steward:privacy": "protéger les renseignements : ententes, diffusions, accès",
    what: "Ce que vous pouvez faire",
    figuresTitle: "Données annuelles",
    figures:
      "Remplir le formulaire de l'année, reprendre un brouillon, déposer un fichier, vérifier ce qui sera public et garder le reçu.",
    figureCommentsTitle: "Commentaires",
    figureComments: "Dire quelque chose d'un chiffre publié, et lire la réponse de Santé Québec.",
    stewardshipTitle: "Pilotage",
    stewardship:
      "La file des envois, la complétude des campagnes, les publications, les ententes et les diffusions.",
    researchTitle: "Recherche",
    research:
      "Le catalogue des diffusions anonymisées, votre entente, une demande d'accès, les fichiers et les comptes.",
    byProgram: "Par un programme",
    program:
      "La ligne de commande et l'API font la même chose que ces pages, avec les mêmes droits et les mêmes règles.",
    programLink: "Données et API",
    session:
      "Votre session se ferme après une heure sans activité et au plus tard douze heures après la connexion.",
  },
  en: {
    title: "My workspace",
    lead: "What you can do here depends on your account. Nothing of this workspace is public.",
    who: "Your account",
    subject: "Identity",
    right: "Rights",
    establishment: "Establishment",
    agreement: "Access agreement",
    noAgreement: "none: you can request one",
    trial: "Trial account: what you send will be marked as synthetic.",
    "figures:write": "send the establishment's yearly figures and its list of partners",
    "research:read": "read the anonymised releases that your agreement allows",
    "steward:collect": "follow the collection: campaigns, returns, approvals, extensions",
    "steward:publish": "publish: indicators, previews, vintages, approved releases",
    "steward:privacy": "protect personal information: agreements, releases, access",
    what: "What you can do",
    figuresTitle: "Yearly figures",
    figures:
      "Fill in the year's form, take up a draft, upload a file, check what will be public and keep the receipt.",
    figureCommentsTitle: "Comments",
    figureComments: "Say something of a published figure, and read Santé Québec's answer.",
    stewardshipTitle: "Stewardship",
    stewardship:
      "The queue of submissions, how complete campaigns are, publications, agreements and releases.",
    researchTitle: "Research",
    research: "The catalogue of anonymised releases, your agreement, a request for access, files and counts.",
    byProgram: "By a program",
    program:
      "The command line and the API do the same as these pages, with the same rights and the same rules.",
    programLink: "Data and API",
    session:
      "Your session ends after an hour without activity, and twelve hours after you signed in at the latest.",
  },
});
