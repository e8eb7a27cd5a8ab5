import { registerEnumType } from "type-graphql";

/** Where a recommendation stands; unknown as long as nobody declared it. */
export enum ProgressStatus {
  UNKNOWN = "UNKNOWN",
  NOT_STARTED = "NOT_STARTED",
  IN_PROGRESS = "IN_PROGRESS",
  DONE = "DONE",
  ABANDONED = "ABANDONED",
}
registerEnumType(ProgressStatus, {
  name: "ProgressStatus",
  description:
    "Inconnu tant que personne ne l'a déclaré ; non commencé, en cours, fait, abandonné. · Unknown as long as nobody declared it; not started, in progress, done, abandoned.",
  valuesConfig: {
    UNKNOWN: {
      description:
        "Inconnu : personne ne l'a déclaré, ou ce qui l'a été ne tient plus. · Unknown: nobody declared it, or what was declared no longer holds.",
    },
    NOT_STARTED: { description: "Non commencé. · Not started." },
    IN_PROGRESS: { description: "En cours. · In progress." },
    DONE: { description: "Fait. · Done." },
    ABANDONED: { description: "Abandonné. · Abandoned." },
  },
});
