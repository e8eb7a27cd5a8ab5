import { registerEnumType } from "type-graphql";

/** Where a submission stands on its way from a draft to a publication. */
export enum SubmissionState {
  DRAFT = "DRAFT",
  SUBMITTED = "SUBMITTED",
  RETURNED = "RETURNED",
  APPROVED = "APPROVED",
  PUBLISHED = "PUBLISHED",
  WITHDRAWN = "WITHDRAWN",
}
registerEnumType(SubmissionState, {
  name: "SubmissionState",
  description:
    "État d'un envoi : brouillon, soumis, retourné, approuvé, publié, retiré. · State of a submission: draft, submitted, returned, approved, published, withdrawn.",
  valuesConfig: {
    DRAFT: { description: "Brouillon : gardé, pas encore soumis. · Draft: kept, not submitted yet." },
    SUBMITTED: { description: "Soumis, en attente d'approbation. · Submitted, waiting for approval." },
    RETURNED: { description: "Retourné au bureau, avec un motif. · Returned to the office, with a reason." },
    APPROVED: {
      description:
        "Approuvé par une autre personne que celle qui l'a soumis. · Approved by another person than the one who submitted it.",
    },
    PUBLISHED: { description: "Publié dans une édition. · Published in a vintage." },
    WITHDRAWN: { description: "Retiré, avec un motif. · Withdrawn, with a reason." },
  },
});

/** What a sender asks to be done with the figures. */
export enum SubmissionMode {
  DRY_RUN = "DRY_RUN",
  DRAFT = "DRAFT",
  SUBMIT = "SUBMIT",
}
registerEnumType(SubmissionMode, {
  name: "SubmissionMode",
  description:
    "Essai (rien n'est écrit), brouillon ou envoi. · Dry run (nothing is written), draft or submission.",
  valuesConfig: {
    DRY_RUN: {
      description:
        "Essai : les règles sont vérifiées, rien n'est écrit. · Dry run: the rules are checked, nothing is written.",
    },
    DRAFT: { description: "Brouillon : gardé, même incomplet. · Draft: kept, even when incomplete." },
    SUBMIT: {
      description:
        "Envoi à approuver : les règles sont vérifiées. · Submission for approval: the rules are checked.",
    },
  },
});

/** Why a sender gives no value: a blank is not a zero. */
export enum MissingCode {
  NOT_ANSWERED = "NOT_ANSWERED",
  DOES_NOT_KNOW = "DOES_NOT_KNOW",
  NOT_APPLICABLE = "NOT_APPLICABLE",
}
registerEnumType(MissingCode, {
  name: "MissingCode",
  description:
    "Pourquoi il n'y a pas de valeur : sans réponse, « Je ne sais pas », sans objet. · Why there is no value: not answered, “I do not know”, not applicable.",
  valuesConfig: {
    NOT_ANSWERED: { description: "Sans réponse. · Not answered." },
    DOES_NOT_KNOW: { description: "« Je ne sais pas ». · “I do not know”." },
    NOT_APPLICABLE: { description: "Sans objet. · Not applicable." },
  },
});
