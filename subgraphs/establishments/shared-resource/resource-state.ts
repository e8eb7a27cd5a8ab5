import { registerEnumType } from "type-graphql";

/** How far a resource that somebody added has come. */
export enum ResourceState {
  PROPOSED = "PROPOSED",
  PUBLISHED = "PUBLISHED",
  REFUSED = "REFUSED",
  WITHDRAWN = "WITHDRAWN",
}
registerEnumType(ResourceState, {
  name: "ResourceState",
  description: "Proposée, publiée, refusée ou retirée. · Proposed, published, refused or withdrawn.",
  valuesConfig: {
    PROPOSED: { description: "Proposée, en attente d'une décision. · Proposed, waiting for a decision." },
    PUBLISHED: { description: "Publiée dans le répertoire. · Published in the repertoire." },
    REFUSED: { description: "Refusée, avec un motif. · Refused, with a reason." },
    WITHDRAWN: {
      description:
        "Retirée, avec un motif ; plus rien n'en est public. · Withdrawn, with a reason; nothing of it is public any more.",
    },
  },
});

/** What a steward decides of a proposal. */
export enum ResourceDecision {
  PUBLISH = "PUBLISH",
  REFUSE = "REFUSE",
}
registerEnumType(ResourceDecision, {
  name: "ResourceDecision",
  description: "Publier ou refuser une proposition. · Publish or refuse a proposal.",
  valuesConfig: {
    PUBLISH: { description: "Publier dans le répertoire. · Publish in the repertoire." },
    REFUSE: { description: "Refuser, avec un motif. · Refuse, with a reason." },
  },
});

/** Whether a resource was evaluated, as who adds it says. */
export enum ResourceEvaluation {
  EVALUATED = "EVALUATED",
  NOT_EVALUATED = "NOT_EVALUATED",
  NOT_STATED = "NOT_STATED",
}
registerEnumType(ResourceEvaluation, {
  name: "ResourceEvaluation",
  description: "A-t-elle été évaluée ? · Has it been evaluated?",
  valuesConfig: {
    EVALUATED: { description: "Évaluée. · Evaluated." },
    NOT_EVALUATED: { description: "Pas évaluée. · Not evaluated." },
    NOT_STATED: { description: "Non précisé. · Not stated." },
  },
});

/** What an added resource may look like another by. */
export enum ResourceLikeness {
  SAME_ADDRESS = "SAME_ADDRESS",
  SIMILAR_TITLE = "SIMILAR_TITLE",
}
registerEnumType(ResourceLikeness, {
  name: "ResourceLikeness",
  description: "En quoi deux ressources se ressemblent. · In what two resources are alike.",
  valuesConfig: {
    SAME_ADDRESS: { description: "La même adresse. · The same address." },
    SIMILAR_TITLE: { description: "Un titre presque pareil. · Nearly the same title." },
  },
});
