import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AsOf, asOfOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { loadAll } from "../../shared/loader.js";
import { Public } from "../../shared/public.js";
import { QualityIndicator } from "../indicator/indicator.entity.js";
import { indicatorByCode } from "../indicator/indicator.loader.js";
import { RecommendationProgress } from "./recommendation-progress.entity.js";
import { progressHistoryOf, progressOf } from "./recommendation-progress.loader.js";
import { Crosswalk, Recommendation } from "./recommendation.entity.js";
import { recommendationByCode } from "./recommendation.loader.js";
import { readRecommendations } from "./read-recommendations.service.js";

@Resolver(() => Recommendation)
export class RecommendationResolver {
  @Query(() => [Recommendation], {
    description: "Les 17 recommandations à suivre. · The 17 recommendations to follow.",
  })
  @Public()
  recommendations(@Ctx() context: SubgraphContext, @AsOf() asOf?: string): Promise<Recommendation[]> {
    return readRecommendations(context, asOf);
  }

  @Query(() => Recommendation, {
    nullable: true,
    description: "Une recommandation par son code, ou rien. · One recommendation by its code, or nothing.",
  })
  @Public()
  recommendation(
    @Ctx() context: SubgraphContext,
    @Arg("code", () => String, { description: "Code de la recommandation. · Code of the recommendation." })
    @Public()
    code: string,
    @AsOf() asOf?: string,
  ): Promise<Recommendation | null> {
    return recommendationByCode(context, asOf).load(code);
  }

  @FieldResolver(() => [QualityIndicator], {
    description: "Les indicateurs qui aident à la suivre. · The indicators that help to follow it.",
  })
  @Public()
  linkedIndicators(
    @Root() recommendation: Recommendation,
    @Ctx() context: SubgraphContext,
  ): Promise<QualityIndicator[]> {
    return loadAll(indicatorByCode(context, asOfOf(recommendation)), recommendation.indicatorCodes);
  }

  @FieldResolver(() => RecommendationProgress, {
    description: "Où elle en est, selon la dernière déclaration. · Where it stands, as last declared.",
  })
  @Public()
  progress(
    @Root() recommendation: Recommendation,
    @Ctx() context: SubgraphContext,
  ): Promise<RecommendationProgress> {
    return progressOf(context, recommendation.code, asOfOf(recommendation));
  }

  @FieldResolver(() => [RecommendationProgress], {
    description: "Tout ce qui en a été déclaré, dans l'ordre. · All that was declared of it, in order.",
  })
  @Public()
  progressHistory(
    @Root() recommendation: Recommendation,
    @Ctx() context: SubgraphContext,
  ): Promise<RecommendationProgress[]> {
    return progressHistoryOf(context, asOfOf(recommendation)).load(recommendation.code);
  }
}

@Resolver(() => Crosswalk)
export class CrosswalkResolver {
  @FieldResolver(() => [Recommendation], {
    description: "Les recommandations apparentées. · The related recommendations.",
  })
  @Public()
  relatedTo(@Root() crosswalk: Crosswalk, @Ctx() context: SubgraphContext): Promise<Recommendation[]> {
    return loadAll(recommendationByCode(context, asOfOf(crosswalk)), crosswalk.relatedTo);
  }
}
