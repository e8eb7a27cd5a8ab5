import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReadWhenAsked } from "../../shared/asked-fields.js";
import { DataOrigin } from "../../shared/data-origin.js";
import { EngagementDegree, Leadership, PartnerProfile } from "../../shared/engagement-codes.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";
import { ResearchKind, ResearchStage } from "./research-codes.js";

@ObjectType({
  description:
    "Une recherche menée en partenariat, ou qui porte sur le partenariat. · A study led in partnership, or about partnership.",
})
@Directive('@key(fields: "id")')
@Entity({ schema: "research_partnerships_published", name: "research_partnership" })
export class ResearchPartnership {
  @Field(() => ID, { description: "Identifiant du partenariat. · Identifier of the partnership." })
  @Public()
  @PrimaryColumn("text")
  id!: string;

  @Field(() => LocalizedText, { description: "Titre. · Title." })
  @Public()
  @Column("jsonb")
  title!: LocalizedText;

  @Field(() => ResearchKind, {
    description: "EN partenariat ou SUR le partenariat. · IN partnership or ON partnership.",
  })
  @Public()
  @Column("text")
  kind!: ResearchKind;

  /** Code of the unit that leads or supports it, when there is one. */
  @Column("text", { name: "unit", nullable: true })
  unitCode!: string | null;

  @Field(() => [ResearchStage], {
    description: "Étapes où des partenaires prennent part. · Stages in which partners take part.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  stages!: ResearchStage[];

  @Field(() => PartnerProfile, {
    description: "Profil des partenaires qui y prennent part. · Profile of the partners who take part.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("text")
  profile!: PartnerProfile;

  @Field(() => EngagementDegree, { description: "Degré d'engagement. · Degree of engagement." })
  @Public()
  @Column("text")
  degree!: EngagementDegree;

  @Field(() => Leadership, { description: "Qui dirige. · Who leads." })
  @Public()
  @ReadWhenAsked()
  @Column("text")
  leadership!: Leadership;

  @Field(() => Boolean, {
    description:
      "Vrai si un partenaire et un chercheur dirigent ensemble. · True when a partner and a researcher lead together.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("boolean")
  coLead!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "Référence de l'approbation éthique, absente s'il n'y en a pas. · Reference of the ethics approval, absent when there is none.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("text", { nullable: true })
  ethicsReference!: string | null;

  @Field(() => String, { description: "Premier jour (AAAA-MM-JJ). · First day (YYYY-MM-DD)." })
  @Public()
  @ReadWhenAsked()
  @Column("date")
  startedOn!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Dernier jour, absent si la recherche est en cours. · Last day, absent while the study goes on.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("date", { nullable: true })
  endedOn!: string | null;

  @Field(() => [LocalizedText], { description: "Ce qui en est sorti. · What came out of it." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  outputs!: LocalizedText[];

  @Field(() => DataOrigin, {
    description:
      "Publié par une source, ou synthétique (démonstration). · Published by a source, or synthetic (demonstration).",
  })
  @Public()
  @Column("text")
  origin!: DataOrigin;

  @Field(() => Provenance, { description: "Source. · Source." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  provenance!: Provenance;
}
