import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AsOf, asOfOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { loadAll } from "../../shared/loader.js";
import { Public } from "../../shared/public.js";
import { Observation, ObservationLevel } from "../observation/observation.entity.js";
import { readObservationsOfIndicator } from "../observation/read-observations.service.js";
import { Recommendation } from "../recommendation/recommendation.entity.js";
import { recommendationByCode } from "../recommendation/recommendation.loader.js";
import { QualityIndicator } from "./indicator.entity.js";
import { indicatorByCode } from "./indicator.loader.js";
import { findIndicators } from "./indicator.repository.js";

@Resolver(() => QualityIndicator)
export class QualityIndicatorResolver {
  @Query(() => [QualityIndicator], {
    description:
      "Les indicateurs, au besoin ceux dont le nom ou la définition contient les mots cherchés (accents ignorés). · The indicators, optionally those whose name or definition has the searched words (accents ignored).",
  })
  @Public()
  qualityIndicators(
    @Ctx() context: SubgraphContext,
    @Arg("search", () => String, { nullable: true, description: "Mots cherchés. · Words to find." })
    @Public()
    search?: string,
    @AsOf() asOf?: string,
  ): Promise<QualityIndicator[]> {
    return findIndicators(context, search, asOf);
  }

  @Query(() => QualityIndicator, {
    nullable: true,
    description: "Un indicateur par son code, ou rien. · One indicator by its code, or nothing.",
  })
  @Public()
  qualityIndicator(
    @Ctx() context: SubgraphContext,
    @Arg("code", () => String, { description: "Code de l'indicateur. · Code of the indicator." })
    @Public()
    code: string,
    @AsOf() asOf?: string,
  ): Promise<QualityIndicator | null> {
    return indicatorByCode(context, asOf).load(code);
  }

  @FieldResolver(() => [Observation], {
    description:
      "Ses valeurs : d'abord celles des documents, puis celles que le carrefour calcule. · Its values: those of the documents first, then those that the hub computes.",
  })
  @Public()
  observations(
    @Root() indicator: QualityIndicator,
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, {
      nullable: true,
      description: "Code d'une seule campagne. · Code of one campaign only.",
    })
    @Public()
    campaign?: string,
    @Arg("level", () => ObservationLevel, {
      nullable: true,
      description: "Un seul niveau. · One level only.",
    })
    @Public()
    level?: ObservationLevel,
    @AsOf() asOf?: string,
  ): Promise<Observation[]> {
    const day = asOf ?? asOfOf(indicator);
    return readObservationsOfIndicator(context, indicator, { campaign, level, asOf: day });
  }

  @FieldResolver(() => [Recommendation], {
    description: "Les recommandations qu'il aide à suivre. · The recommendations that it helps to follow.",
  })
  @Public()
  recommendationLinks(
    @Root() indicator: QualityIndicator,
    @Ctx() context: SubgraphContext,
  ): Promise<Recommendation[]> {
    return loadAll(recommendationByCode(context, asOfOf(indicator)), indicator.recommendationCodes);
  }
}
