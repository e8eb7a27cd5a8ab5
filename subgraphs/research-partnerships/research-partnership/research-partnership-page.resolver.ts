import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { AsOf, asOfOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { countPublished } from "../../shared/published-rows.js";
import { pageResearchPartnerships, usualPage } from "./page-research-partnerships.service.js";
import { ResearchPartnershipConnection } from "./research-partnership-page.entity.js";
import { ResearchPartnership } from "./research-partnership.entity.js";

@Resolver(() => ResearchPartnershipConnection)
export class ResearchPartnershipPageResolver {
  @Query(() => ResearchPartnershipConnection, {
    description: "Les partenariats de recherche, page par page. · The research partnerships, page by page.",
  })
  @Public()
  researchPartnerships(
    @Ctx() context: SubgraphContext,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: usualPage,
      description: "Combien au plus, de 1 à 100. · How many at most, from 1 to 100.",
    })
    @Public()
    first: number | null,
    @Arg("after", () => String, {
      nullable: true,
      description:
        "Curseur après lequel commencer ; sans lui, la première page. · Cursor to start after; without it, the first page.",
    })
    @Public()
    after?: string | null,
    @AsOf() asOf?: string,
  ): Promise<ResearchPartnershipConnection> {
    return pageResearchPartnerships(context, first ?? usualPage, after ?? null, asOf);
  }

  @FieldResolver(() => Int, {
    description: "Combien en tout, toutes pages ensemble. · How many in all, every page together.",
  })
  @Public()
  totalCount(@Root() page: ResearchPartnershipConnection, @Ctx() context: SubgraphContext): Promise<number> {
    return countPublished(context, ResearchPartnership, asOfOf(page));
  }
}
