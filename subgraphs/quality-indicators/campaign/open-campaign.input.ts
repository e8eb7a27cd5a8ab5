import { Field, InputType } from "type-graphql";
import { CalendarDay } from "../../shared/calendar-day.js";
import { DayOrInstant } from "../../shared/day-or-instant.js";
import { LocalizedTextInput } from "../../shared/localized-text.input.js";
import { FormInput } from "../form/form.input.js";
import { Basis } from "../indicator/measure.js";

@InputType({ description: "La période dont parlent les données. · The period that the figures speak of." })
export class CampaignPeriodInput {
  @Field(() => CalendarDay, { description: "Premier jour. · First day." })
  from!: string;

  @Field(() => CalendarDay, { description: "Dernier jour. · Last day." })
  to!: string;

  @Field(() => String, { description: "La période en mots, 2026-2027. · The period in words, 2026-2027." })
  label!: string;
}

/** What a steward says of a campaign to open. */
@InputType({ description: "Une campagne à ouvrir. · A campaign to open." })
export class OpenCampaignInput {
  @Field(() => String, {
    description: "Code, qui commence par l'année : 2026-2027. · Code, which starts with the year: 2026-2027.",
  })
  code!: string;

  @Field(() => LocalizedTextInput, { description: "Titre. · Title." })
  title!: LocalizedTextInput;

  @Field(() => CampaignPeriodInput, {
    description: "Période dont parlent les données. · Period that the figures speak of.",
  })
  period!: CampaignPeriodInput;

  @Field(() => CalendarDay, {
    nullable: true,
    description: "Jour où les personnes sont comptées. · Day on which people are counted.",
  })
  stockDate?: string | null;

  @Field(() => Basis, {
    nullable: true,
    description: "Qui répond ; les bureaux, s'il n'est pas donné. · Who answers; offices, when not given.",
  })
  basis?: Basis | null;

  @Field(() => Basis, {
    nullable: true,
    description:
      "De qui les parts sont des parts ; les bureaux, s'il n'est pas donné. · Whom the shares are shares of; offices, when not given.",
  })
  base?: Basis | null;

  @Field(() => DayOrInstant, {
    description: "Ouverture : dès le début du jour donné. · Opening: from the start of the day given.",
  })
  opensAt!: string;

  @Field(() => DayOrInstant, {
    description: "Échéance : jusqu'à la fin du jour donné. · Deadline: until the end of the day given.",
  })
  closesAt!: string;

  @Field(() => DayOrInstant, {
    nullable: true,
    description:
      "Verrou : entre l'échéance et lui, un envoi est accepté et marqué en retard. · Lock: between the deadline and it, a push is accepted and marked late.",
  })
  lockAt?: string | null;

  @Field(() => DayOrInstant, {
    nullable: true,
    description:
      "Embargo : rien n'est publié avant le début du jour donné. · Embargo: nothing is published before the start of the day given.",
  })
  embargoUntil?: string | null;

  @Field(() => LocalizedTextInput, { description: "Ce qu'il faut savoir. · What one should know." })
  note!: LocalizedTextInput;

  @Field(() => String, {
    nullable: true,
    description:
      "Code de la campagne dont le formulaire est repris tel quel ; ou donnez `form`. · Code of the campaign whose form is taken as it is; or give `form`.",
  })
  formOf?: string | null;

  @Field(() => FormInput, {
    nullable: true,
    description:
      "Un nouveau formulaire, en entier ; ou donnez `formOf`. · A whole new form; or give `formOf`.",
  })
  form?: FormInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Vrai pour un essai : rien n'est écrit. · True for a try: nothing is written.",
  })
  dryRun?: boolean | null;
}
