import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { Vintage } from "../vintage/vintage.entity.js";
import { vintagesByCampaign } from "../vintage/vintage.loader.js";
import { Campaign } from "./campaign.entity.js";
import { findCampaigns } from "./campaign.repository.js";

@Resolver(() => Campaign)
export class CampaignResolver {
  @Query(() => [Campaign], { description: "Les campagnes. · The campaigns." })
  @Public()
  campaigns(@Ctx() context: SubgraphContext): Promise<Campaign[]> {
    return findCampaigns(context);
  }

  @FieldResolver(() => [Vintage], {
    description: "Ses éditions publiées, la première d'abord. · Its published vintages, the first one first.",
  })
  @Public()
  vintages(@Root() campaign: Campaign, @Ctx() context: SubgraphContext): Promise<Vintage[]> {
    return vintagesByCampaign(context).load(campaign.code);
  }
}
