import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { asOfOf } from "../../shared/as-of.js";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { loadAll } from "../../shared/loader.js";
import { Public } from "../../shared/public.js";
import { QualityIndicator } from "../indicator/indicator.entity.js";
import { indicatorByCode } from "../indicator/indicator.loader.js";
import { DeclareProgressInput } from "./declare-progress.input.js";
import { declareProgress } from "./declare-progress.service.js";
import { ProgressDeclaration } from "./progress-declaration.entity.js";
import { RecommendationProgress } from "./recommendation-progress.entity.js";

@Resolver(() => RecommendationProgress)
export class ProgressResolver {
  @Authorized("steward:collect")
  @Mutation(() => ProgressDeclaration, {
    description:
      "Déclare où en est une recommandation, avec ce qui le montre ; une déclaration s'ajoute aux précédentes et n'en réécrit aucune. · Declares where a recommendation stands, with what shows it; a declaration is added to the ones before and rewrites none.",
  })
  declareProgress(
    @Ctx() context: SubgraphContext,
    @Arg("input", () => DeclareProgressInput, { description: "La déclaration. · The declaration." })
    input: DeclareProgressInput,
  ): Promise<ProgressDeclaration> {
    return declareProgress(context, input);
  }

  @FieldResolver(() => [QualityIndicator], {
    description: "Les indicateurs qui le montrent. · The indicators that show it.",
  })
  @Public()
  linkedIndicators(
    @Root() progress: RecommendationProgress,
    @Ctx() context: SubgraphContext,
  ): Promise<QualityIndicator[]> {
    return loadAll(indicatorByCode(context, asOfOf(progress)), progress.indicatorCodes);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Instant de la déclaration, en temps universel. · Instant of the declaration, in universal time.",
  })
  @Public()
  declaredAt(@Root() progress: RecommendationProgress): string | null {
    return progress.declaredAt?.toISOString() ?? null;
  }
}
