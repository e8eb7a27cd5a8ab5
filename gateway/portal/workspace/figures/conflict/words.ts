import { catalogue } from "../../../words/catalogue.js";

/** What is said when two people saved the same draft. */
export const conflictWords = catalogue({
  fr: {
    title: "Deux versions de vos données annuelles {campaign}",
    lead: "Quelqu'un d'autre a enregistré pendant que vous écriviez. Rien n'est perdu : voici chaque réponse qui diffère. Choisissez laquelle garder.",
    theirs:
      "La version enregistrée (révision {revision}, par {who}) reste gardée par le carrefour, quoi que vous choisissiez.",
    question: "Question {number}",
    mine: "La vôtre",
    other: "Celle qui est enregistrée",
    since: "depuis le {instant}",
    same: "Il n'y a aucune différence entre les réponses ; il suffit d'enregistrer de nouveau.",
    keep: "Garder ces choix en brouillon",
    open: "Voir ces choix dans le formulaire, sans enregistrer",
  },
  en: {
    title: "Two versions of your yearly figures {campaign}",
    lead: "Somebody else saved while you were writing. Nothing is lost: here is each answer that differs. Choose which one to keep.",
    theirs: "The saved version (revision {revision}, by {who}) stays with the hub, whatever you choose.",
    question: "Question {number}",
    mine: "Yours",
    other: "The saved one",
    since: "since {instant}",
    same: "The answers do not differ; it is enough to save again.",
    keep: "Keep these choices as a draft",
    open: "See these choices in the form, without saving",
  },
});
