import { catalogue } from "../../words/catalogue.js";

export const ownRemindersWords = catalogue({
  fr: {
    title: "Rappels de la collecte",
    reminder: "Rappel du {day} :",
    reminderOf: "Rappel du {day}, campagne {campaign} :",
    form: "Ouvrir le formulaire {campaign}",
  },
  en: {
    title: "Reminders from the collection",
    reminder: "Reminder of {day}:",
    reminderOf: "Reminder of {day}, campaign {campaign}:",
    form: "Open the form {campaign}",
  },
});
