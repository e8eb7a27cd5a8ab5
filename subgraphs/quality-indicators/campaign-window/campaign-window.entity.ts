import { Field, GraphQLISODateTime, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Authorized } from "../../shared/authorized.js";

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({
  description: "Quand une campagne reçoit des données. · When a campaign takes figures.",
})
@Entity({ schema: "quality_indicators", name: "campaign_window" })
export class CampaignWindow {
  @PrimaryColumn("text")
  campaign!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: "Ouverture. · Opening." })
  @Column("timestamptz", { nullable: true })
  opensAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: "Échéance. · Deadline." })
  @Column("timestamptz", { nullable: true })
  closesAt!: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      "Verrou : entre l'échéance et lui, un envoi est accepté et marqué en retard. · Lock: between the deadline and it, a push is accepted and marked late.",
  })
  @Column("timestamptz", { nullable: true })
  lockAt!: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      "Embargo : rien n'est publié avant cet instant. · Embargo: nothing is published before this instant.",
  })
  @Column("timestamptz", { nullable: true })
  embargoUntil!: Date | null;
}
