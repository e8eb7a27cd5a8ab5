import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReadWhenAsked } from "../../shared/asked-fields.js";
import { CalendarDay } from "../../shared/calendar-day.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";
import { Basis } from "../indicator/measure.js";
import { Period } from "../observation/period.js";
import type { CampaignBreak } from "../trend/trend-reason.js";

@ObjectType({
  description:
    "Une campagne : une année de données et ce dont elles parlent. · A campaign: one year of figures and what they speak of.",
})
@Entity({ schema: "quality_indicators_published", name: "campaign" })
export class Campaign {
  @Field(() => String, { description: "Code, par exemple 2025-2026. · Code, such as 2025-2026." })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: "Code du questionnaire, s'il est connu. · Code of the questionnaire, when known.",
  })
  @Public()
  @Column("text", { nullable: true })
  instrument!: string | null;

  @Field(() => LocalizedText, { description: "Titre. · Title." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  title!: LocalizedText;

  @Field(() => Period, {
    description: "Période dont parlent les données. · Period that the figures speak of.",
  })
  @Public()
  @Column("jsonb")
  period!: Period;

  @Field(() => CalendarDay, {
    nullable: true,
    description: "Jour où les personnes sont comptées. · Day on which people are counted.",
  })
  @Public()
  @Column("date", { nullable: true })
  stockDate!: string | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description:
      "Premier jour où les bureaux répondent, heure de Toronto ; rien si le carrefour ne le sait pas. · First day on which offices answer, Toronto time; nothing when the hub does not know.",
  })
  @Public()
  @Column("date", { nullable: true })
  opensOn!: string | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description:
      "Dernier jour où les bureaux répondent à temps, compris, heure de Toronto ; rien si le carrefour ne le sait pas. · Last day on which offices answer in time, included, Toronto time; nothing when the hub does not know.",
  })
  @Public()
  @Column("date", { nullable: true })
  closesOn!: string | null;

  @Field(() => Basis, { description: "Qui répond. · Who answers." })
  @Public()
  @Column("text")
  basis!: Basis;

  @Field(() => Basis, { description: "De qui les parts sont des parts. · Whom the shares are shares of." })
  @Public()
  @Column("text")
  base!: Basis;

  @Field(() => LocalizedText, { description: "Ce qu'il faut savoir. · What one should know." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  note!: LocalizedText;

  @Field(() => Provenance, {
    nullable: true,
    description:
      "Source ; rien pour une campagne ouverte par le carrefour. · Source; nothing for a campaign that the hub opens.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb", { nullable: true })
  provenance!: Provenance | null;

  /** The earlier campaigns with which it does not compare, and why. */
  @Column("jsonb")
  breaks?: readonly CampaignBreak[];
}
