import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AsOf, asOfOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { Vintage } from "../vintage/vintage.entity.js";
import { readVintages } from "../vintage/read-vintages.service.js";
import { Campaign } from "./campaign.entity.js";
import { findCampaigns } from "./campaign.repository.js";

@Resolver(() => Campaign)
export class CampaignResolver {
  @Query(() => [Campaign], { description: "Les campagnes. · The campaigns." })
  @Public()
  campaigns(@Ctx() context: SubgraphContext, @AsOf() asOf?: string): Promise<Campaign[]> {
    return findCampaigns(context, asOf);
  }

  @FieldResolver(() => [Vintage], {
    description: "Ses éditions publiées, la première d'abord. · Its published vintages, the first one first.",
  })
  @Public()
  vintages(@Root() campaign: Campaign, @Ctx() context: SubgraphContext): Promise<Vintage[]> {
    return readVintages(context, campaign, asOfOf(campaign));
  }
}
