import { catalogue } from "../../../words/catalogue.js";

/** What the sheet for the signature says. */
export const printWords = catalogue({
  fr: {
    title: "Données annuelles {campaign} : à signer",
    how: "Utilisez la commande « Imprimer » de votre navigateur. Cette feuille ne se dépose pas : le carrefour garde l'envoi, la direction garde la feuille.",
    of: "{establishment}, révision {revision}, enregistrée le {instant}",
    none: "Aucune réponse n'est encore enregistrée.",
    unanswered:
      "{count, plural, =0 {Toutes les questions ont une réponse.} one {# question n'a pas de réponse.} other {# questions n'ont pas de réponse.}}",
    signatures: "Signatures",
    preparedBy: "Préparé par (nom, titre)",
    approvedBy: "Pour la direction (nom, titre)",
    signature: "Signature",
    date: "Date",
    back: "Revenir au formulaire",
  },
  en: {
    title: "Yearly figures {campaign}: to sign",
    how: "Use your browser's “Print” command. This sheet is not uploaded: the hub keeps the submission, the management keeps the sheet.",
    of: "{establishment}, revision {revision}, saved on {instant}",
    none: "No answer is saved yet.",
    unanswered:
      "{count, plural, =0 {Every question has an answer.} one {# question has no answer.} other {# questions have no answer.}}",
    signatures: "Signatures",
    preparedBy: "Prepared by (name, title)",
    approvedBy: "For the management (name, title)",
    signature: "Signature",
    date: "Date",
    back: "Back to the form",
  },
});
