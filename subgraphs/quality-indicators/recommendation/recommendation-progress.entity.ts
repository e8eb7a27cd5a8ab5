import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { CalendarDay } from "../../shared/calendar-day.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Public } from "../../shared/public.js";
import { ProgressStatus } from "./progress-status.js";

@ObjectType({
  description:
    "Ce qui a été déclaré de l'avancement d'une recommandation ; jamais réécrit. · What was declared of the progress of a recommendation; never rewritten.",
})
@Entity({ schema: "quality_indicators_published", name: "recommendation_progress" })
export class RecommendationProgress {
  /** Code of the recommendation. */
  @PrimaryColumn("text")
  recommendation!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Rang de la déclaration, à partir de 1 ; rien tant que personne n'a déclaré. · Rank of the declaration, from 1; nothing as long as nobody declared.",
  })
  @Public()
  @PrimaryColumn("integer")
  number!: number | null;

  @Field(() => ProgressStatus, { description: "État. · State." })
  @Public()
  @Column("text")
  status!: ProgressStatus;

  @Field(() => String, { nullable: true, description: "Qui agit. · Who acts." })
  @Public()
  @Column("text", { nullable: true })
  actor!: string | null;

  @Field(() => LocalizedText, { nullable: true, description: "Ce qui le montre. · What shows it." })
  @Public()
  @Column("jsonb", { nullable: true })
  evidence!: LocalizedText | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: "Pourquoi l'état est redevenu inconnu. · Why the state is unknown again.",
  })
  @Public()
  @Column("jsonb", { nullable: true })
  reason!: LocalizedText | null;

  /** Codes of the indicators that show it. */
  @Column("text", { name: "linked_indicators", array: true })
  indicatorCodes!: string[];

  @Field(() => CalendarDay, {
    nullable: true,
    description: "Jour où l'état est constaté. · Day on which the state is observed.",
  })
  @Public()
  @Column("date", { nullable: true })
  date!: string | null;

  /** When it was declared. */
  @Column("timestamptz", { nullable: true })
  declaredAt!: Date | null;

  @Field(() => Boolean, {
    description:
      "Vrai si la déclaration est une démonstration. · True when the declaration is a demonstration.",
  })
  @Public()
  @Column("boolean", { name: "synthetic" })
  isSynthetic!: boolean;
}

/** What stands for a recommendation of which nobody declared anything. */
export const neverDeclared = (recommendation: string): RecommendationProgress => ({
  recommendation,
  number: null,
  status: ProgressStatus.UNKNOWN,
  actor: null,
  evidence: null,
  reason: null,
  indicatorCodes: [],
  date: null,
  declaredAt: null,
  isSynthetic: false,
});
