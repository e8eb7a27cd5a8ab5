/** The languages of the issuer's pages. */
export type Language = "fr" | "en";

/** The language that a page is asked in: by name (`ui_locales`, `lang`), else by the browser's preference; French first. */
export function languageOf(named: unknown, accepted: string | undefined): Language {
  const wishes = [...String(named ?? "").split(" "), ...(accepted ?? "").split(",")];
  const known = wishes
    .map((wish) => wish.trim().slice(0, 2).toLowerCase())
    .find((wish) => wish === "fr" || wish === "en");
  return known === "en" ? "en" : "fr";
}

/** Every sentence of the issuer's pages. */
export const texts = {
  fr: {
    locale: "fr-CA",
    loginTitle: "Se connecter au carrefour",
    demonstration:
      "Émetteur de <strong>démonstration</strong> : il ne demande aucun mot de passe et n'existe pas en production. Choisissez le compte d'essai que vous voulez prendre.",
    forProgram: (name: string) => `Demandé par <strong>${name}</strong>.`,
    account: "Compte d'essai",
    establishments: "Établissements",
    research: "Recherche",
    researcher: "recherche, entente de démonstration",
    stewards: "Santé Québec",
    steward: { collect: "collecte", publish: "publication", privacy: "protection des renseignements" },
    other: "Ou un autre compte",
    otherHint: "par exemple",
    logIn: "Se connecter",
    cancel: "Annuler",
    unknownAccount: "Ce compte d'essai n'existe pas. Attendu :",
    scopeless: "Ce compte n'a aucun des droits que le programme demande.",
    chooseOne: "Choisissez un compte.",
    otherLanguage: "English",
    logoutTitle: "Se déconnecter du carrefour",
    logoutQuestion: "Voulez-vous fermer la session de ce navigateur ?",
    logOut: "Se déconnecter",
    stay: "Rester connecté",
    loggedOutTitle: "Vous êtes déconnecté",
    loggedOut: "La session de ce navigateur est fermée. Vous pouvez fermer cette page.",
    errorTitle: "La demande n'a pas pu aboutir",
    errorAdvice: "Fermez cette page et recommencez depuis le programme qui l'a ouverte.",
  },
  en: {
    locale: "en-CA",
    loginTitle: "Log in to the hub",
    demonstration:
      "<strong>Demonstration</strong> issuer: it asks for no password and does not exist in production. Choose the trial account that you want to take.",
    forProgram: (name: string) => `Asked by <strong>${name}</strong>.`,
    account: "Trial account",
    establishments: "Establishments",
    research: "Research",
    researcher: "research, demonstration agreement",
    stewards: "Santé Québec",
    steward: { collect: "collection", publish: "publication", privacy: "protection of personal information" },
    other: "Or another account",
    otherHint: "for example",
    logIn: "Log in",
    cancel: "Cancel",
    unknownAccount: "There is no such trial account. Expected:",
    scopeless: "This account has none of the rights that the program asks for.",
    chooseOne: "Choose an account.",
    otherLanguage: "Français",
    logoutTitle: "Log out of the hub",
    logoutQuestion: "Do you want to end the session of this browser?",
    logOut: "Log out",
    stay: "Stay logged in",
    loggedOutTitle: "You are logged out",
    loggedOut: "The session of this browser has ended. You may close this page.",
    errorTitle: "The request could not be completed",
    errorAdvice: "Close this page and start again from the program that opened it.",
  },
} as const;
