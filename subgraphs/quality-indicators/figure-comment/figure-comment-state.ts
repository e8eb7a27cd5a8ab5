import { registerEnumType } from "type-graphql";

/** What became of a comment: open until it has an outcome, and it has one at most. */
export enum FigureCommentState {
  OPEN = "OPEN",
  ANSWERED = "ANSWERED",
  WITHDRAWN = "WITHDRAWN",
}
registerEnumType(FigureCommentState, {
  name: "FigureCommentState",
  description:
    "Ouvert, répondu, ou retiré par l'établissement qui l'a écrit. · Open, answered, or withdrawn by the establishment that wrote it.",
  valuesConfig: {
    OPEN: { description: "Ouvert, en attente d'une réponse. · Open, waiting for an answer." },
    ANSWERED: { description: "Répondu. · Answered." },
    WITHDRAWN: {
      description:
        "Retiré avant toute réponse par son établissement. · Withdrawn before any answer by its establishment.",
    },
  },
});
