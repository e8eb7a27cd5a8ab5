import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { QualityIndicator } from "../indicator/indicator.entity.js";
import { readTrend } from "./read-trend.service.js";
import { IndicatorTrend } from "./trend.entity.js";

@Resolver(() => QualityIndicator)
export class TrendResolver {
  @FieldResolver(() => IndicatorTrend, {
    description:
      "Son évolution pour tout le Québec. La règle : une direction se dit s'il y a au moins trois valeurs, de campagnes qui ont posé la même question avec la même définition à la même population, sur la même base ; sinon CANNOT_BE_CALCULATED, avec chaque raison. Là où des documents diffèrent, la première valeur dans leur ordre est retenue, et les autres restent à côté. · How it changes, for all of Québec. The rule: a direction is told when there are at least three values, of campaigns that asked the same question with the same definition of the same population, on the same base; otherwise CANNOT_BE_CALCULATED, with every reason. Where documents differ, the first value in their order is chosen, and the others stay beside it.",
  })
  @Public()
  trend(
    @Root() indicator: QualityIndicator,
    @Ctx() context: SubgraphContext,
    @Arg("campaigns", () => [String], {
      nullable: true,
      description:
        "Codes des campagnes ; toutes celles qui l'ont demandé si rien n'est dit. · Codes of the campaigns; all that asked for it when nothing is said.",
    })
    @Public()
    campaigns?: string[],
    @Arg("category", () => String, {
      nullable: true,
      description: "Code d'une catégorie de l'indicateur. · Code of a category of the indicator.",
    })
    @Public()
    category?: string,
    @AsOf() asOf?: string,
  ): Promise<IndicatorTrend> {
    return readTrend(context, indicator, { campaigns, category, asOf });
  }
}
