import { Directive, Field, ObjectType } from "type-graphql";
import { CalendarDay } from "../../shared/calendar-day.js";
import { Public } from "../../shared/public.js";

@ObjectType({
  description: "La période dont parle une valeur. · The period that a value speaks of.",
})
@Directive("@shareable")
export class Period {
  @Field(() => CalendarDay, {
    nullable: true,
    description: "Premier jour, s'il est connu. · First day, when known.",
  })
  @Public()
  from!: string | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: "Dernier jour, s'il est connu. · Last day, when known.",
  })
  @Public()
  to!: string | null;

  @Field(() => String, { description: "La période en mots. · The period in words." })
  @Public()
  label!: string;
}
