import { registerEnumType } from "type-graphql";

/** What became of a push. */
export enum PushStatus {
  ACCEPTED = "ACCEPTED",
  ACCEPTED_WITH_WARNINGS = "ACCEPTED_WITH_WARNINGS",
  REJECTED = "REJECTED",
  CONFLICT = "CONFLICT",
}
registerEnumType(PushStatus, {
  name: "PushStatus",
  description:
    "Accepté, accepté avec avertissements, rejeté, ou en conflit avec une révision plus récente. · Accepted, accepted with warnings, rejected, or in conflict with a newer revision.",
  valuesConfig: {
    ACCEPTED: { description: "Accepté. · Accepted." },
    ACCEPTED_WITH_WARNINGS: {
      description: "Accepté, avec des points à revoir. · Accepted, with points to review.",
    },
    REJECTED: { description: "Rejeté : rien n'a été écrit. · Rejected: nothing was written." },
    CONFLICT: {
      description:
        "En conflit avec une révision plus récente : rien n'a été écrit. · In conflict with a newer revision: nothing was written.",
    },
  },
});

/** How much an issue weighs. */
export enum IssueSeverity {
  E = "E",
  W = "W",
  I = "I",
}
registerEnumType(IssueSeverity, {
  name: "IssueSeverity",
  description:
    "E : bloque ; W : demande un commentaire ; I : informe. · E: blocks; W: needs a comment; I: informs.",
  valuesConfig: {
    E: { description: "Erreur : bloque un envoi à approuver. · Error: blocks a submission for approval." },
    W: { description: "Avertissement : demande un commentaire. · Warning: needs a comment." },
    I: { description: "Information : ne bloque rien. · Information: blocks nothing." },
  },
});
