import { catalogue } from "../../../words/catalogue.js";

/** What is said of reminders that the hub records and shows. */
export const reminderWords = catalogue({
  fr: {
    title: "Enregistrer et afficher un rappel",
    lead: "Le rappel s'affiche dans l'espace de chaque bureau choisi et au-dessus de son formulaire, jusqu'à ce que ses données soient reçues. Il reste au journal. Le carrefour n'envoie aucun courriel.",
    offices: "À quels bureaux",
    message: "Ce que les bureaux liront",
    messageHint: "Le même texte pour tous ; 2 000 caractères au plus.",
    initial:
      "Bonjour, nous n'avons pas encore reçu vos données annuelles de la campagne « {campaign} ». L'échéance est le {day}, jour compris. Merci.",
    tooLong: "Au plus 2 000 caractères ; il y en a {count}.",
    review: "Enregistrer et afficher ce rappel aux bureaux…",
    previewTitle: "Vérifier le rappel",
    notRecordedYet:
      "Rien n'est encore enregistré. {count, plural, one {Un bureau verra} other {# bureaux verront}} ce rappel :",
    theyRead: "Ils liront :",
    noEmail: "Aucun courriel ne part : qui n'ouvre pas son espace ne le saura pas.",
    record:
      "{count, plural, one {Enregistrer et afficher ce rappel à ce bureau} other {Enregistrer et afficher ce rappel à ces # bureaux}}",
    notNow: "Revenir sans rien enregistrer",
    doneTitle: "Rappel : ce qu'il en est advenu",
    recorded:
      "{count, plural, =0 {Aucun rappel n'a été enregistré.} one {Un bureau voit maintenant ce rappel.} other {# bureaux voient maintenant ce rappel.}}",
    back: "Revenir à la campagne",
  },
  en: {
    title: "Record and show a reminder",
    lead: "The reminder is shown in the workspace of each office chosen and above its form, until its figures are received. It stays in the audit. The hub sends no e-mail.",
    offices: "To which offices",
    message: "What the offices will read",
    messageHint: "The same text for all; at most 2,000 characters.",
    initial:
      "Hello, we have not yet received your yearly figures of the campaign “{campaign}”. The deadline is {day}, day included. Thank you.",
    tooLong: "At most 2,000 characters; there are {count}.",
    review: "Record and show this reminder to the offices…",
    previewTitle: "Check the reminder",
    notRecordedYet:
      "Nothing is recorded yet. {count, plural, one {One office will see} other {# offices will see}} this reminder:",
    theyRead: "They will read:",
    noEmail: "No e-mail is sent: who does not open its workspace will not know.",
    record:
      "{count, plural, one {Record and show this reminder to this office} other {Record and show this reminder to these # offices}}",
    notNow: "Go back without recording",
    doneTitle: "Reminder: what became of it",
    recorded:
      "{count, plural, =0 {No reminder was recorded.} one {One office now sees this reminder.} other {# offices now see this reminder.}}",
    back: "Back to the campaign",
  },
});
