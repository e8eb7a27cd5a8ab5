import { Field, InputType, Int } from "type-graphql";
import { CalendarDay } from "../../shared/calendar-day.js";
import { EngagementDegree, Leadership, PartnerProfile } from "../../shared/engagement-codes.js";
import { LocalizedTextInput } from "../../shared/localized-text.input.js";
import { CoConstructionStage } from "./co-construction-stage.js";

@InputType({
  description:
    "Une participation de partenaires à la construction d'un indicateur. · One part that partners took in making an indicator.",
})
export class CoConstructionInput {
  @Field(() => CoConstructionStage, { description: "Étape. · Stage." })
  stage!: CoConstructionStage;

  @Field(() => EngagementDegree, { description: "Degré d'engagement. · Degree of engagement." })
  degree!: EngagementDegree;

  @Field(() => Leadership, { description: "Qui dirigeait. · Who led." })
  leadership!: Leadership;

  @Field(() => Int, {
    nullable: true,
    description:
      "Nombre de partenaires ; de 1 à 4, il n'est ni montré ni conservé. · Number of partners; from 1 to 4 it is neither shown nor kept.",
  })
  partners?: number | null;

  @Field(() => [PartnerProfile], {
    nullable: true,
    description: "Profils des partenaires. · Profiles of the partners.",
  })
  profiles?: PartnerProfile[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Comité où cela s'est fait, jamais une personne nommée. · Committee in which it took place, never a person by name.",
  })
  committee?: string | null;

  @Field(() => CalendarDay, { description: "Jour, pas à venir. · Day, not one to come." })
  date!: string;

  @Field(() => LocalizedTextInput, {
    description: "Ce qui le montre : compte rendu, document. · What shows it: minutes, document.",
  })
  evidence!: LocalizedTextInput;
}
