import { catalogue } from "../../../words/catalogue.js";

/** What is said before figures are submitted. */
export const reviewWords = catalogue({
  fr: {
    title: "Vérification finale {campaign}",
    lead: "Rien n'est soumis tant que vous n'avez pas appuyé sur « Soumettre ». Voici ce que vous allez envoyer (révision {revision}) et ce qui en sera public.",
    sent: "Cette révision est déjà soumise. Vous pouvez en voir le reçu.",
    seeReceipt: "Voir le reçu et le suivi",
    fine: "Aucun point n'empêche l'envoi.",
    blocked: "Tant que ces points ne sont pas réglés, le carrefour ne prendra pas l'envoi.",
    mend: "Revenir au formulaire",
    changed:
      "Quelqu'un a enregistré une autre révision depuis que vous avez ouvert cette page. Rien n'a été soumis : relisez ce qui suit.",
    rejected: "Rien n'a été soumis. Voici ce qu'il faut régler.",
    refused: "Rien n'a été soumis.",
    publicTitle: "Ce qui sera public, et à quel niveau",
    levelESTABLISHMENT: "Publié avec le nom de votre établissement",
    levelESTABLISHMENTHow:
      "Ces réponses peuvent paraître à côté du nom de votre établissement, lorsque les règles de protection de l'avis le permettent. Sinon, elles sont marquées comme protégées.",
    levelGROUP: "Publié par groupe d'au moins 5 bureaux, sans le nom de votre établissement",
    levelGROUPHow:
      "Ces réponses comptent dans des chiffres pour le Québec, un groupe d'établissements semblables ou un groupe de régions.",
    levelPROVINCE: "Publié pour tout le Québec seulement",
    levelPROVINCEHow: "Ces réponses comptent dans un seul chiffre, celui du Québec.",
    levelNEVER: "Jamais publié",
    levelNEVERHow:
      "Ces réponses, comme tous les commentaires, ne sont vues que par les comptes de votre établissement et par l'équipe de la collecte.",
    nothing: "Aucune réponse à ce niveau.",
    question: "Question",
    answer: "Ce que vous envoyez",
    whoTitle: "Qui voit le reste, et jusqu'à quand",
    who: "Ce qui n'est pas public est vu par les comptes de votre établissement et par l'équipe de la collecte, et par personne d'autre : ni les autres établissements, ni les équipes de recherche.",
    embargo: "Rien n'est publié avant le {instant}.",
    noEmbargo: "Rien n'est publié avant que votre envoi soit approuvé et que l'édition paraisse.",
    kept: "Chaque révision reste gardée : le carrefour n'en efface aucune. Si vous retirez votre envoi, les éditions suivantes n'en tiennent plus compte ; celles qui sont déjà parues le gardent.",
    synthetic:
      "Votre compte est un compte de démonstration : ces chiffres seront marqués synthétiques et ne paraîtront jamais à côté du nom d'un établissement.",
    noticeTitle: "Avis de la campagne, version {version}",
    accept: "J'accepte cet avis (version {version}) au nom de {establishment}.",
    reason: "Raison de la correction",
    reasonHelp:
      "Des données ont déjà été approuvées, ou retirées, pour cette campagne : dites pourquoi vous en envoyez d'autres.",
    submit: "Soumettre",
  },
  en: {
    title: "Final review {campaign}",
    lead: "Nothing is submitted until you press “Submit”. This is what you are about to send (revision {revision}) and what of it will be public.",
    sent: "This revision is submitted already. You may see its receipt.",
    seeReceipt: "See the receipt and follow-up",
    fine: "No point holds back the sending.",
    blocked: "As long as these points are not settled, the hub will not take the figures.",
    mend: "Back to the form",
    changed:
      "Somebody saved another revision since you opened this page. Nothing was submitted: read what follows again.",
    rejected: "Nothing was submitted. This is what has to be settled.",
    refused: "Nothing was submitted.",
    publicTitle: "What will be public, and at which level",
    levelESTABLISHMENT: "Published with the name of your establishment",
    levelESTABLISHMENTHow:
      "These answers may appear beside the name of your establishment, where the notice's rules of protection allow it. Otherwise they are marked as protected.",
    levelGROUP: "Published for groups of at least 5 offices, without the name of your establishment",
    levelGROUPHow:
      "These answers count in figures for Québec, a group of similar establishments or a group of regions.",
    levelPROVINCE: "Published for all of Québec only",
    levelPROVINCEHow: "These answers count in one figure alone, that of Québec.",
    levelNEVER: "Never published",
    levelNEVERHow:
      "These answers, like all comments, are seen only by the accounts of your establishment and by the collection team.",
    nothing: "No answer at this level.",
    question: "Question",
    answer: "What you send",
    whoTitle: "Who sees the rest, and until when",
    who: "What is not public is seen by the accounts of your establishment and by the collection team, and by nobody else: neither other establishments nor research teams.",
    embargo: "Nothing is published before {instant}.",
    noEmbargo: "Nothing is published before your submission is approved and the vintage appears.",
    kept: "Each revision is kept: the hub erases none. If you withdraw your submission, the following vintages leave it out; those that have appeared keep it.",
    synthetic:
      "Your account is a demonstration account: these figures will be marked synthetic and will never appear beside the name of an establishment.",
    noticeTitle: "Notice of the campaign, version {version}",
    accept: "I accept this notice (version {version}) on behalf of {establishment}.",
    reason: "Reason of the correction",
    reasonHelp: "Figures were already approved, or withdrawn, for this campaign: say why you send others.",
    submit: "Submit",
  },
});
