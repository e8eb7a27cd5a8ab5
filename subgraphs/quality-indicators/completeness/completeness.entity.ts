import { Field, Float, GraphQLISODateTime, Int, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { NameText } from "../campaign-window/expected-office.js";
import { LocalizedText } from "../../shared/localized-text.js";
import type { Counted, Rate } from "./count-completeness.js";
import type { OfficeProgress } from "./office-progress.js";
import { SubmissionState } from "../submission/submission-state.js";

@Authorized("figures:write", "steward:collect", "steward:publish")
@ObjectType({
  description: "Un compte parmi les bureaux attendus. · A count among the expected offices.",
})
export class CompletenessRate implements Rate {
  @Field(() => Int, { description: "Combien. · How many." })
  numerator!: number;

  @Field(() => Int, { description: "Parmi combien de bureaux attendus. · Among how many expected offices." })
  denominator!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "En pourcentage, à une décimale ; rien si aucun bureau n'est attendu. · As a percentage of one decimal; nothing when no office is expected.",
  })
  percentage!: number | null;
}

@Authorized("figures:write", "steward:collect", "steward:publish")
@ObjectType({
  description:
    "Un bureau attendu dont aucune donnée ne compte. · An expected office of which no figures count.",
})
export class MissingOffice implements Pick<
  OfficeProgress,
  "office" | "region" | "state" | "reminderCount" | "lastRemindedAt"
> {
  @Field(() => String, { description: "Code du bureau. · Code of the office." })
  office!: string;

  /** Code of its establishment. */
  establishment!: string;

  /** The names that the frame keeps. */
  names!: OfficeProgress["names"];

  @Field(() => String, { description: "Code de sa région, RSS-05. · Code of its region, RSS-05." })
  region!: string;

  @Field(() => SubmissionState, {
    nullable: true,
    description:
      "Où il en est : rien de reçu, brouillon ou retiré. · Where it stands: nothing received, draft or withdrawn.",
  })
  state!: SubmissionState | null;

  @Field(() => Int, {
    description: "Combien de rappels lui ont été affichés. · How many reminders it was shown.",
  })
  reminderCount!: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: "Dernier rappel. · Last reminder." })
  lastRemindedAt!: Date | null;
}

@Authorized("figures:write", "steward:collect", "steward:publish")
@ObjectType({
  description:
    "Où en sont les bureaux d'un groupe ; ceux que la campagne attend sont le seul dénominateur. · Where the offices of a group stand; those that the campaign expects are the only denominator.",
})
export class CompletenessGroup implements Counted {
  @Field(() => String, {
    nullable: true,
    description:
      "Code de la région (RSS-05) ou du groupe de pairs (CISSS) ; rien pour le total, ni pour les bureaux sans pairs. · Code of the region (RSS-05) or of the peer group (CISSS); nothing for the total, nor for offices without peers.",
  })
  code!: string | null;

  @Field(() => LocalizedText, { nullable: true, description: "Nom de la région. · Name of the region." })
  name!: NameText | null;

  @Field(() => Int, { description: "Bureaux attendus. · Expected offices." })
  expected!: number;

  @Field(() => Int, { description: "À l'état de brouillon. · Drafts." })
  drafts!: number;

  @Field(() => Int, { description: "Soumis, à approuver. · Submitted, to be approved." })
  submitted!: number;

  @Field(() => Int, { description: "Retournés. · Returned." })
  returned!: number;

  @Field(() => Int, { description: "Approuvés, à publier. · Approved, to be published." })
  approved!: number;

  @Field(() => Int, { description: "Publiés. · Published." })
  published!: number;

  @Field(() => Int, {
    description: "Retirés : comptés comme non reçus. · Withdrawn: counted as not received.",
  })
  withdrawn!: number;

  @Field(() => Int, {
    description:
      "Reçus : soumis, retournés, approuvés ou publiés, correction en brouillon comprise. · Received: submitted, returned, approved or published, the draft of a correction included.",
  })
  received!: number;

  @Field(() => Int, {
    description:
      "Reçus à temps : soumis une première fois avant l'échéance. · Received on time: first submitted before the deadline.",
  })
  onTime!: number;

  @Field(() => Int, { description: "Reçus en retard. · Received late." })
  late!: number;

  @Field(() => CompletenessRate, { description: "Reçus parmi les attendus. · Received among expected." })
  completeness!: Rate;

  @Field(() => CompletenessRate, {
    description: "Reçus à temps parmi les attendus. · Received on time among expected.",
  })
  punctuality!: Rate;

  @Field(() => [MissingOffice], {
    description: "Bureaux dont rien ne compte. · Offices of which nothing counts.",
  })
  missing!: readonly OfficeProgress[];
}

@Authorized("figures:write", "steward:collect", "steward:publish")
@ObjectType({
  description:
    "La complétude parmi les bureaux d'une des deux listes. · Completeness among the offices of one of the two lists.",
})
export class UniverseCompleteness {
  @Field(() => Int, {
    description:
      "35 pour la liste des bureaux, 32 pour les choix du questionnaire. · 35 for the list of offices, 32 for the options of the questionnaire.",
  })
  universe!: number;

  @Field(() => CompletenessGroup, { description: "Tous ensemble. · All together." })
  total!: CompletenessGroup;

  @Field(() => [CompletenessGroup], { description: "Par région sociosanitaire. · By health region." })
  regions!: CompletenessGroup[];

  @Field(() => [CompletenessGroup], { description: "Par groupe de pairs. · By peer group." })
  peerGroups!: CompletenessGroup[];
}

@Authorized("figures:write", "steward:collect", "steward:publish")
@ObjectType({
  description:
    "Qui a envoyé ses données pour une campagne, et à temps. · Who has sent figures for a campaign, and in time.",
})
export class CampaignCompleteness {
  @Field(() => String, { description: "Code de la campagne. · Code of the campaign." })
  campaign!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: "Échéance. · Deadline." })
  closesAt!: Date | null;

  @Field(() => [UniverseCompleteness], {
    description: "Pour chacune des deux listes, 35 puis 32. · For each of the two lists, 35 then 32.",
  })
  universes!: UniverseCompleteness[];
}
