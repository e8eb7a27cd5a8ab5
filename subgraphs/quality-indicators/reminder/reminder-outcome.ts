import { registerEnumType } from "type-graphql";

/** What became of the reminder of one office. */
export enum ReminderStatus {
  RECORDED = "RECORDED",
  ALREADY_SENT = "ALREADY_SENT",
  ALREADY_REMINDED = "ALREADY_REMINDED",
}
registerEnumType(ReminderStatus, {
  name: "ReminderStatus",
  description: "Ce qu'il est advenu du rappel d'un bureau. · What became of the reminder of an office.",
  valuesConfig: {
    RECORDED: {
      description: "Inscrit : le bureau le voit dans son espace. · Recorded: the office sees it.",
    },
    ALREADY_SENT: {
      description:
        "Rien d'inscrit : le bureau a déjà envoyé ses données. · Nothing recorded: the office has sent its figures already.",
    },
    ALREADY_REMINDED: {
      description:
        "Rien d'inscrit : le même rappel l'a déjà été aujourd'hui, heure de Toronto. · Nothing recorded: the same reminder was today already, in Toronto time.",
    },
  },
});

/** What a steward is told of each outcome. */
export const outcomeWords: Readonly<Record<ReminderStatus, { readonly fr: string; readonly en: string }>> = {
  RECORDED: {
    fr: "Le rappel est inscrit ; le bureau le voit dans son espace. Aucun courriel n'est parti.",
    en: "The reminder is recorded; the office sees it in its workspace. No e-mail was sent.",
  },
  ALREADY_SENT: {
    fr: "Ce bureau a déjà envoyé ses données ; rien n'a été inscrit.",
    en: "This office has sent its figures already; nothing was recorded.",
  },
  ALREADY_REMINDED: {
    fr: "Ce bureau a déjà reçu ce même rappel aujourd'hui ; rien n'a été inscrit.",
    en: "This office was given this same reminder today already; nothing was recorded.",
  },
};
