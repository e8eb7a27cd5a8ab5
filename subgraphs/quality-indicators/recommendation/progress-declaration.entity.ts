import { Field, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { RecommendationProgress } from "./recommendation-progress.entity.js";
import { Recommendation } from "./recommendation.entity.js";

@Authorized("steward:collect")
@ObjectType({
  description: "Une déclaration d'avancement, telle qu'inscrite. · A declaration of progress, as recorded.",
})
export class ProgressDeclaration {
  @Field(() => Recommendation, { description: "La recommandation. · The recommendation." })
  recommendation!: Recommendation;

  @Field(() => RecommendationProgress, { description: "Ce qui est déclaré. · What is declared." })
  progress!: RecommendationProgress;

  @Field(() => String, {
    description:
      "Reçu : chaîne, rang et tête de la chaîne du journal. · Receipt: chain, place and head of the chain of the audit.",
  })
  receipt!: string;
}
