import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { CalendarDay } from "../../shared/calendar-day.js";
import { EngagementDegree, Leadership, PartnerProfile } from "../../shared/engagement-codes.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Public } from "../../shared/public.js";
import { CoConstructionStage, PartnersWithheld } from "./co-construction-stage.js";

@ObjectType({
  description:
    "Une participation de partenaires à la construction d'un indicateur ; jamais réécrite. · One part that partners took in making an indicator; never rewritten.",
})
@Entity({ schema: "quality_indicators_published", name: "co_construction" })
export class CoConstructionRecord {
  /** Code of the indicator. */
  @PrimaryColumn("text")
  indicator!: string;

  @Field(() => Int, { description: "Rang, à partir de 1. · Rank, from 1." })
  @Public()
  @PrimaryColumn("integer")
  number!: number;

  @Field(() => CoConstructionStage, { description: "Étape. · Stage." })
  @Public()
  @Column("text")
  stage!: CoConstructionStage;

  @Field(() => EngagementDegree, { description: "Degré d'engagement. · Degree of engagement." })
  @Public()
  @Column("text")
  degree!: EngagementDegree;

  @Field(() => Leadership, { description: "Qui dirigeait. · Who led." })
  @Public()
  @Column("text")
  leadership!: Leadership;

  @Field(() => Int, {
    nullable: true,
    description: "Nombre de partenaires, donné à partir de 5. · Number of partners, given from 5 up.",
  })
  @Public()
  @Column("integer", { nullable: true })
  partners!: number | null;

  @Field(() => PartnersWithheld, {
    nullable: true,
    description: "Pourquoi le nombre n'est pas donné. · Why the number is not given.",
  })
  @Public()
  @Column("text", { nullable: true })
  partnersWithheld!: PartnersWithheld | null;

  @Field(() => [PartnerProfile], { description: "Profils des partenaires. · Profiles of the partners." })
  @Public()
  @Column("text", { array: true })
  profiles!: PartnerProfile[];

  @Field(() => String, {
    nullable: true,
    description: "Comité où cela s'est fait. · Committee in which it took place.",
  })
  @Public()
  @Column("text", { nullable: true })
  committee!: string | null;

  @Field(() => CalendarDay, { description: "Jour. · Day." })
  @Public()
  @Column("date")
  date!: string;

  @Field(() => LocalizedText, { description: "Ce qui le montre. · What shows it." })
  @Public()
  @Column("jsonb")
  evidence!: LocalizedText;

  /** When it was recorded. */
  @Column("timestamptz")
  recordedAt!: Date;

  @Field(() => Boolean, {
    description: "Vrai si c'est une démonstration. · True when it is a demonstration.",
  })
  @Public()
  @Column("boolean", { name: "synthetic" })
  isSynthetic!: boolean;
}
