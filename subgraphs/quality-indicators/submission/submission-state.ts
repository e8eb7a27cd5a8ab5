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
});

/** What happened to a submission. */
export enum SubmissionEvent {
  CREATED = "CREATED",
  REVISED = "REVISED",
  VALIDATED = "VALIDATED",
  RETURNED = "RETURNED",
  APPROVED = "APPROVED",
  UNAPPROVED = "UNAPPROVED",
  PUBLISHED = "PUBLISHED",
  CORRECTED = "CORRECTED",
  WITHDRAWN = "WITHDRAWN",
  LOCK_EXCEPTION = "LOCK_EXCEPTION",
}
registerEnumType(SubmissionEvent, {
  name: "SubmissionEvent",
  description:
    "Ce qui est arrivé à un envoi : créé, révisé, validé, retourné, approuvé, approbation retirée, publié, corrigé, retiré, exception au verrou. · What happened to a submission: created, revised, validated, returned, approved, approval taken back, published, corrected, withdrawn, lock exception.",
});
