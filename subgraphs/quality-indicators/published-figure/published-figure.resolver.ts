import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AsOf, asOfOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { loadAll } from "../../shared/loader.js";
import { Public } from "../../shared/public.js";
import { Contradiction } from "../contradiction/contradiction.entity.js";
import { contradictionById } from "../contradiction/contradiction.loader.js";
import { QualityIndicator } from "../indicator/indicator.entity.js";
import { indicatorByCode } from "../indicator/indicator.loader.js";
import { PublishedFigure } from "./published-figure.entity.js";
import { readPublishedFigures } from "./read-published-figures.service.js";

@Resolver(() => PublishedFigure)
export class PublishedFigureResolver {
  @Query(() => [PublishedFigure], {
    description:
      "Tous les chiffres imprimés dans les sources, avec ou sans indicateur. · Every figure printed in the sources, with an indicator or without.",
  })
  @Public()
  publishedFigures(
    @Ctx() context: SubgraphContext,
    @Arg("source", () => String, {
      nullable: true,
      description: "Code d'une seule source. · Code of one source only.",
    })
    @Public()
    source?: string,
    @AsOf() asOf?: string,
  ): Promise<PublishedFigure[]> {
    return readPublishedFigures(context, { source, asOf });
  }

  @FieldResolver(() => QualityIndicator, {
    nullable: true,
    description: "L'indicateur lui-même, ou rien. · The indicator itself, or nothing.",
  })
  @Public()
  async qualityIndicator(
    @Root() figure: PublishedFigure,
    @Ctx() context: SubgraphContext,
  ): Promise<QualityIndicator | null> {
    return figure.indicator === null ? null : indicatorByCode(context, asOfOf(figure)).load(figure.indicator);
  }

  @FieldResolver(() => [Contradiction], {
    description: "Contradictions dont il est un côté. · Contradictions that it is a side of.",
  })
  @Public()
  contradictions(@Root() figure: PublishedFigure, @Ctx() context: SubgraphContext): Promise<Contradiction[]> {
    return loadAll(contradictionById(context, asOfOf(figure)), figure.contradictionIds);
  }
}
