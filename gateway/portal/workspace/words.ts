import { catalogue } from "../words/catalogue.js";

/** What the workspace says around its pages, and of signing in and out. */
export const workspaceWords = catalogue({
  fr: {
    workspace: "Mon espace",
    signOut: "Se déconnecter",
    signInTitle: "Se connecter",
    signInLead:
      "Les pages publiques se lisent sans compte. L'espace est pour les personnes qui remplissent ou suivent les données annuelles d'un établissement, pour les équipes de recherche et pour Santé Québec.",
    signInHow:
      "Vous allez passer par la page de connexion de votre organisation. Carrefour ne voit jamais votre mot de passe.",
    signInDevelopment:
      "Ce carrefour est une démonstration : sa page de connexion ne demande aucun mot de passe et offre des comptes d'essai.",
    signIn: "Continuer vers la page de connexion",
    signInBack: "Vous reviendrez ensuite à la page demandée.",
    noAccount:
      "Pas de compte ? La direction de votre établissement, ou Santé Québec pour la recherche, demande qu'on vous ouvre un accès.",
    offTitle: "Connexion fermée",
    off: "La connexion à l'espace n'est pas en service sur ce carrefour. Les pages publiques et l'API fonctionnent.",
    offForOperator:
      "Pour l'exploitant : donnez PORTAL_SESSION_KEY (ou PORTAL_SESSION_KEY_FILE) à chaque passerelle, puis redémarrez.",
    deniedTitle: "Connexion annulée",
    denied:
      "La page de connexion n'a pas donné d'accès : la connexion a été annulée ou refusée. Rien n'a été ouvert.",
    mismatchTitle: "Connexion à recommencer",
    mismatch:
      "La réponse reçue n'est pas celle d'une connexion commencée dans ce navigateur, ou elle a pris plus de dix minutes. Par prudence, rien n'a été ouvert.",
    noRightsTitle: "Aucun droit dans Carrefour",
    noRights:
      "Votre identité est reconnue, mais votre compte n'a pas encore d'accès à Carrefour, ou cet accès est mal réglé. La personne responsable des accès le corrige auprès de Santé Québec.",
    issuerDownTitle: "Connexion momentanément indisponible",
    issuerDown:
      "La page de connexion de votre organisation ne répond pas. Réessayez dans une minute ; les pages publiques restent ouvertes.",
    again: "Recommencer la connexion",
    suspendedTitle: "Accès suspendu",
    suspended:
      "Votre accès à Carrefour est suspendu ou a pris fin. Rien de ce que vous avez transmis n'est perdu. Adressez-vous à Santé Québec pour le rétablir.",
    changedTitle: "Accès modifié",
    changed:
      "Les droits de votre compte ne sont plus ceux qui vous ont été accordés. Déconnectez-vous, puis connectez-vous de nouveau ; si le message revient, adressez-vous à Santé Québec.",
    signedOutTitle: "Vous êtes déconnecté",
    signedOut: "Votre session dans Carrefour est fermée.",
    notRevoked:
      "La page de connexion de votre organisation n'a pas confirmé la fin de la session. Sur un poste partagé, fermez aussi le navigateur.",
    stillSignedInTitle: "Se déconnecter",
    stillSignedIn: "Vous êtes encore connecté.",
    otherSiteTitle: "Envoi refusé",
    otherSite:
      "Ce formulaire ne venait pas d'une page de Carrefour. Par prudence, rien n'a été enregistré ni envoyé.",
    staleFormTitle: "Vérifiez avant d'envoyer",
    staleForm:
      "Ce formulaire a été ouvert avant votre connexion actuelle. Rien n'a encore été enregistré. Vos réponses sont gardées ci-dessous : envoyez-les si elles sont bien les vôtres.",
    expiredTitle: "Votre session est terminée",
    expired:
      "Après une heure sans activité, la session se ferme. Rien n'a été enregistré, mais rien n'est perdu : ce que vous avez saisi est gardé dans cette page.",
    expiredStep1: "Connectez-vous dans un nouvel onglet.",
    expiredStep2: "Revenez ici et envoyez de nouveau vos réponses.",
    sendAgain: "Envoyer de nouveau mes réponses",
    keptFields: "{count, plural, one {# champ est gardé.} other {# champs sont gardés.}}",
    filesNotKept: "Les fichiers joints ne peuvent pas être gardés : il faudra les choisir de nouveau.",
    backToPage: "Revenir à la page",
    notAllowedTitle: "Cette page n'est pas pour votre compte",
    notAllowed: "Votre compte n'a pas le droit qu'il faut pour cette page.",
    notAllowedHelp: "Voir ce que votre compte peut faire",
    refusedTitle: "Demande refusée",
    conflictTitle: "La situation a changé",
    notFoundTitle: "Introuvable",
    unavailableTitle: "Momentanément indisponible",
    invalidTitle: "Demande à corriger",
    failedTitle: "Erreur de notre part",
    requestId: "Numéro de la demande :",
    tooLargeTitle: "Envoi trop volumineux",
    tooLarge: "Un fichier fait au plus 5 Mo, et un formulaire sans fichier 1 Mo. Rien n'a été enregistré.",
    unreadableTitle: "Envoi illisible",
    unreadable:
      "Le formulaire reçu ne peut pas être lu. Rien n'a été enregistré. Revenez à la page et réessayez.",
  },
  en: {
    workspace: "My workspace",
    signOut: "Sign out",
    signInTitle: "Sign in",
    signInLead:
      "The public pages need no account. The workspace is for those who fill in or follow the yearly figures of an establishment, for research teams and for Santé Québec.",
    signInHow: "You will go through your organisation's sign-in page. Carrefour never sees your password.",
    signInDevelopment:
      "This hub is a demonstration: its sign-in page asks for no password and offers trial accounts.",
    signIn: "Go on to the sign-in page",
    signInBack: "You will then come back to the page that you asked for.",
    noAccount:
      "No account? The management of your establishment, or Santé Québec for research, asks for access to be opened for you.",
    offTitle: "Sign-in is off",
    off: "Signing in to the workspace is not in service on this hub. The public pages and the API work.",
    offForOperator:
      "For the operator: give PORTAL_SESSION_KEY (or PORTAL_SESSION_KEY_FILE) to each gateway, then restart.",
    deniedTitle: "Sign-in cancelled",
    denied: "The sign-in page gave no access: the sign-in was cancelled or refused. Nothing was opened.",
    mismatchTitle: "Sign in again",
    mismatch:
      "The answer that came is not that of a sign-in begun in this browser, or it took more than ten minutes. To be safe, nothing was opened.",
    noRightsTitle: "No rights in Carrefour",
    noRights:
      "Your identity is recognised, but your account has no access to Carrefour yet, or that access is wrongly set up. Whoever is in charge of access mends it with Santé Québec.",
    issuerDownTitle: "Sign-in is unavailable for the moment",
    issuerDown:
      "Your organisation's sign-in page does not answer. Try again in a minute; the public pages stay open.",
    again: "Start the sign-in again",
    suspendedTitle: "Access suspended",
    suspended:
      "Your access to Carrefour is suspended or has ended. Nothing that you sent is lost. Ask Santé Québec to restore it.",
    changedTitle: "Access changed",
    changed:
      "Your account's rights are no longer those that were granted to you. Sign out, then sign in again; if this message comes back, ask Santé Québec.",
    signedOutTitle: "You are signed out",
    signedOut: "Your session in Carrefour has ended.",
    notRevoked:
      "Your organisation's sign-in page did not confirm the end of the session. On a shared computer, close the browser as well.",
    stillSignedInTitle: "Sign out",
    stillSignedIn: "You are still signed in.",
    otherSiteTitle: "Refused",
    otherSite: "This form did not come from a page of Carrefour. To be safe, nothing was saved or sent.",
    staleFormTitle: "Check before sending",
    staleForm:
      "This form was opened before your present sign-in. Nothing has been saved yet. Your answers are kept below: send them if they are indeed yours.",
    expiredTitle: "Your session has ended",
    expired:
      "After an hour without activity the session ends. Nothing was saved, but nothing is lost: what you typed is kept in this page.",
    expiredStep1: "Sign in in a new tab.",
    expiredStep2: "Come back here and send your answers again.",
    sendAgain: "Send my answers again",
    keptFields: "{count, plural, one {# field is kept.} other {# fields are kept.}}",
    filesNotKept: "Attached files cannot be kept: choose them again.",
    backToPage: "Back to the page",
    notAllowedTitle: "This page is not for your account",
    notAllowed: "Your account does not have the right that this page needs.",
    notAllowedHelp: "See what your account can do",
    refusedTitle: "Request refused",
    conflictTitle: "Things have changed",
    notFoundTitle: "Not found",
    unavailableTitle: "Unavailable for the moment",
    invalidTitle: "Request to correct",
    failedTitle: "An error on our side",
    requestId: "Number of the request:",
    tooLargeTitle: "Too much to send",
    tooLarge: "A file has at most 5 MB, and a form without a file 1 MB. Nothing was saved.",
    unreadableTitle: "The form cannot be read",
    unreadable: "The form that came cannot be read. Nothing was saved. Go back to the page and try again.",
  },
});
