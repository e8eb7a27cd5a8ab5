import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { Campaign } from "./campaign.entity.js";
import type { OpeningIssue } from "./opening-issue.js";

/** What became of a campaign that somebody asked to open. */
export enum OpeningStatus {
  OPENED = "OPENED",
  VALID = "VALID",
  REJECTED = "REJECTED",
}
registerEnumType(OpeningStatus, {
  name: "OpeningStatus",
  description:
    "Ouverte, bonne à ouvrir (essai), ou rejetée. · Opened, fit to be opened (dry run), or rejected.",
  valuesConfig: {
    OPENED: { description: "Ouverte. · Opened." },
    VALID: {
      description:
        "Bonne à ouvrir : c'était un essai, rien n'a été écrit. · Fit to be opened: it was a try, nothing was written.",
    },
    REJECTED: { description: "Rejetée : rien n'a été écrit. · Rejected: nothing was written." },
  },
});

@Authorized("steward:collect")
@ObjectType({
  description:
    "Un point à corriger, avec sa place et ce qui était attendu. · Something to mend, with its place and what was expected.",
})
export class CampaignIssue implements OpeningIssue {
  @Field(() => String, { description: "Nature du point, pour un programme. · What is wrong, for a program." })
  code!: string;

  @Field(() => String, {
    description: "Place : form.questions[3].condition.choice. · Place: form.questions[3].condition.choice.",
  })
  path!: string;

  /** The message in both languages; told in the one asked for. */
  messages!: OpeningIssue["messages"];

  @Field(() => String, { nullable: true, description: "Ce qui a été reçu. · What was received." })
  observed!: string | null;

  @Field(() => String, { nullable: true, description: "Ce qui était attendu. · What was expected." })
  expected!: string | null;
}

@Authorized("steward:collect")
@ObjectType({ description: "Le résultat d'une ouverture. · The result of an opening." })
export class OpenCampaignResult {
  @Field(() => OpeningStatus, { description: "Ce qu'il en est advenu. · What became of it." })
  status!: OpeningStatus;

  @Field(() => Campaign, { nullable: true, description: "La campagne ouverte. · The campaign opened." })
  campaign!: Campaign | null;

  @Field(() => Int, {
    description: "Bureaux attendus, selon le registre. · Offices expected, as the register tells.",
  })
  expectedOffices!: number;

  @Field(() => [CampaignIssue], { description: "Tous les points à corriger. · Everything to mend." })
  issues!: readonly CampaignIssue[];

  @Field(() => String, {
    nullable: true,
    description: "Reçu de l'inscription au journal. · Receipt of the entry in the audit.",
  })
  receipt!: string | null;
}
