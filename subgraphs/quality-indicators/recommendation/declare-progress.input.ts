import { Field, InputType } from "type-graphql";
import { CalendarDay } from "../../shared/calendar-day.js";
import { LocalizedTextInput } from "../../shared/localized-text.input.js";
import { ProgressStatus } from "./progress-status.js";

@InputType({
  description:
    "Où en est une recommandation, avec ce qui le montre. · Where a recommendation stands, with what shows it.",
})
export class DeclareProgressInput {
  @Field(() => String, {
    description:
      "Code de la recommandation, de P1 à P12 ou de F1 à F5. · Code of the recommendation, P1 to P12 or F1 to F5.",
  })
  recommendation!: string;

  @Field(() => ProgressStatus, { description: "État. · State." })
  status!: ProgressStatus;

  @Field(() => String, {
    nullable: true,
    description:
      "Organisme ou fonction qui agit, jamais une personne nommée. · Body or function that acts, never a person by name.",
  })
  actor?: string | null;

  @Field(() => LocalizedTextInput, {
    nullable: true,
    description:
      "Ce qui le montre, exigé pour IN_PROGRESS, DONE et ABANDONED. · What shows it, required for IN_PROGRESS, DONE and ABANDONED.",
  })
  evidence?: LocalizedTextInput | null;

  @Field(() => LocalizedTextInput, {
    nullable: true,
    description:
      "Pourquoi l'état est de nouveau UNKNOWN ; pour cet état seulement. · Why the state is UNKNOWN again; for that state only.",
  })
  reason?: LocalizedTextInput | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes des indicateurs qui le montrent. · Codes of the indicators that show it.",
  })
  linkedIndicators?: string[] | null;

  @Field(() => CalendarDay, {
    description:
      "Jour où l'état est constaté, ni à venir ni avant le document. · Day on which the state is observed, neither to come nor before the document.",
  })
  date!: string;
}
