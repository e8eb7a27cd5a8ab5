import { registerEnumType } from "type-graphql";

/** What the audit records: what happens to a submission, and what stewards decide beside. */
export enum AuditEvent {
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
  REMINDED = "REMINDED",
  CAMPAIGN_OPENED = "CAMPAIGN_OPENED",
  INDICATOR_DEFINED = "INDICATOR_DEFINED",
  CO_CONSTRUCTION_RECORDED = "CO_CONSTRUCTION_RECORDED",
  PROGRESS_DECLARED = "PROGRESS_DECLARED",
  VINTAGE_WITHDRAWAL_ASKED = "VINTAGE_WITHDRAWAL_ASKED",
  VINTAGE_WITHDRAWN = "VINTAGE_WITHDRAWN",
  FIGURE_COMMENTED = "FIGURE_COMMENTED",
  FIGURE_COMMENT_ANSWERED = "FIGURE_COMMENT_ANSWERED",
  FIGURE_COMMENT_WITHDRAWN = "FIGURE_COMMENT_WITHDRAWN",
}
registerEnumType(AuditEvent, {
  name: "AuditEvent",
  description:
    "Ce qui est inscrit au journal : la vie d'un envoi, et les décisions des responsables. · What the audit records: the life of a submission, and the decisions of stewards.",
  valuesConfig: {
    CREATED: { description: "Première révision reçue. · First revision received." },
    REVISED: {
      description: "Nouvelle révision, avant toute approbation. · New revision, before any approval.",
    },
    VALIDATED: {
      description: "Soumis : la révision respecte les règles. · Submitted: the revision passes the rules.",
    },
    RETURNED: { description: "Retourné au bureau, avec un motif. · Returned to the office, with a reason." },
    APPROVED: { description: "Approuvé. · Approved." },
    UNAPPROVED: { description: "Approbation retirée, avec un motif. · Approval taken back, with a reason." },
    PUBLISHED: { description: "Publié dans une édition. · Published in a vintage." },
    CORRECTED: {
      description:
        "Nouvelle révision après une approbation, avec un motif. · New revision after an approval, with a reason.",
    },
    WITHDRAWN: { description: "Retiré, avec un motif. · Withdrawn, with a reason." },
    LOCK_EXCEPTION: {
      description: "Exception au verrou accordée, avec un motif. · Lock exception granted, with a reason.",
    },
    REMINDED: {
      description: "Rappel affiché au bureau, avec ses mots. · Reminder shown to the office, in its words.",
    },
    CAMPAIGN_OPENED: { description: "Campagne ouverte. · Campaign opened." },
    INDICATOR_DEFINED: { description: "Indicateur défini. · Indicator defined." },
    CO_CONSTRUCTION_RECORDED: {
      description: "Coconstruction d'un indicateur inscrite. · Co-construction of an indicator recorded.",
    },
    PROGRESS_DECLARED: {
      description: "Avancement d'une recommandation déclaré. · Progress of a recommendation declared.",
    },
    VINTAGE_WITHDRAWAL_ASKED: {
      description:
        "Retrait d'une édition demandé, à confirmer par une autre personne. · Withdrawal of a vintage asked, to be confirmed by another person.",
    },
    VINTAGE_WITHDRAWN: { description: "Édition retirée. · Vintage withdrawn." },
    FIGURE_COMMENTED: { description: "Chiffre publié commenté. · Published figure commented on." },
    FIGURE_COMMENT_ANSWERED: {
      description: "Réponse donnée à un commentaire. · Answer given to a comment.",
    },
    FIGURE_COMMENT_WITHDRAWN: {
      description: "Commentaire retiré par son établissement. · Comment withdrawn by its establishment.",
    },
  },
});
