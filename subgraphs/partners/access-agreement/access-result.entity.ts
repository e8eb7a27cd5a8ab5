import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { AccessAgreement } from "./access-agreement.entity.js";
import type { AccessIssueFound } from "./access-issue.js";
import { AccessRequest } from "./access-request.entity.js";

/** What became of an act about access. */
export enum AccessOutcome {
  DONE = "DONE",
  VALID = "VALID",
  REJECTED = "REJECTED",
}
registerEnumType(AccessOutcome, {
  name: "AccessOutcome",
  description: "Fait, bon à faire (essai), ou rejeté. · Done, fit to be done (dry run), or rejected.",
  valuesConfig: {
    DONE: { description: "Fait, et inscrit à l'historique. · Done, and kept in the history." },
    VALID: {
      description:
        "Bon à faire : c'était un essai, rien n'a été écrit. · Fit to be done: it was a try, nothing was written.",
    },
    REJECTED: { description: "Rejeté : rien n'a été écrit. · Rejected: nothing was written." },
  },
});

@Authorized("research:read", "steward:privacy")
@ObjectType({
  description:
    "Un point à corriger, avec sa place et ce qui était attendu. · Something to mend, with its place and what was expected.",
})
export class AccessIssue implements AccessIssueFound {
  @Field(() => String, { description: "Nature du point, pour un programme. · What is wrong, for a program." })
  code!: string;

  @Field(() => String, { description: "Place : input.variables[2]. · Place: input.variables[2]." })
  path!: string;

  /** The message in both languages; told in the one asked for. */
  messages!: AccessIssueFound["messages"];

  @Field(() => String, { nullable: true, description: "Ce qui a été reçu. · What was received." })
  observed!: string | null;

  @Field(() => String, { nullable: true, description: "Ce qui était attendu. · What was expected." })
  expected!: string | null;
}

@Authorized("research:read")
@ObjectType({ description: "Ce qu'une demande d'accès a donné. · What came of asking for access." })
export class RequestAccessResult {
  @Field(() => AccessOutcome, { description: "Ce qu'il en est advenu. · What became of it." })
  status!: AccessOutcome;

  @Field(() => AccessRequest, {
    nullable: true,
    description: "La demande faite ; rien pour un essai. · The request made; nothing for a try.",
  })
  request!: AccessRequest | null;

  @Field(() => [AccessIssue], { description: "Tous les points à corriger. · Everything to mend." })
  issues!: readonly AccessIssue[];
}

@Authorized("steward:privacy")
@ObjectType({ description: "Ce qu'une décision sur un accès a donné. · What came of a decision on access." })
export class AccessDecisionResult {
  @Field(() => AccessOutcome, { description: "Ce qu'il en est advenu. · What became of it." })
  status!: AccessOutcome;

  @Field(() => AccessAgreement, {
    nullable: true,
    description: "L'entente, après l'acte. · The agreement, after the act.",
  })
  agreement!: AccessAgreement | null;

  @Field(() => AccessRequest, {
    nullable: true,
    description: "La demande qui reçoit sa réponse. · The request that is answered.",
  })
  request!: AccessRequest | null;

  @Field(() => [AccessIssue], { description: "Tous les points à corriger. · Everything to mend." })
  issues!: readonly AccessIssue[];
}
