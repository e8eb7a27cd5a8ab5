import { Field, ObjectType, registerEnumType } from "type-graphql";
import { CalendarDay } from "../../shared/calendar-day.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Public } from "../../shared/public.js";

/** Where a recommendation stands; unknown as long as nobody declared it. */
export enum ProgressStatus {
  UNKNOWN = "UNKNOWN",
  NOT_STARTED = "NOT_STARTED",
  IN_PROGRESS = "IN_PROGRESS",
  DONE = "DONE",
  ABANDONED = "ABANDONED",
}
registerEnumType(ProgressStatus, {
  name: "ProgressStatus",
  description:
    "Inconnu tant que personne ne l'a déclaré ; non commencé, en cours, fait, abandonné. · Unknown as long as nobody declared it; not started, in progress, done, abandoned.",
  valuesConfig: {
    UNKNOWN: { description: "Inconnu : personne ne l'a déclaré. · Unknown: nobody declared it." },
    NOT_STARTED: { description: "Non commencé. · Not started." },
    IN_PROGRESS: { description: "En cours. · In progress." },
    DONE: { description: "Fait. · Done." },
    ABANDONED: { description: "Abandonné. · Abandoned." },
  },
});

@ObjectType({
  description: "L'avancement déclaré d'une recommandation. · The declared progress of a recommendation.",
})
export class RecommendationProgress {
  @Field(() => ProgressStatus, { description: "État. · State." })
  @Public()
  status!: ProgressStatus;

  @Field(() => String, { nullable: true, description: "Qui agit. · Who acts." })
  @Public()
  actor?: string | null;

  @Field(() => LocalizedText, { nullable: true, description: "Ce qui le montre. · What shows it." })
  @Public()
  evidence?: LocalizedText | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: "Jour de la déclaration. · Day of the declaration.",
  })
  @Public()
  date?: string | null;
}
