import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { knownCampaign } from "../campaign/known-campaign.service.js";
import { readVintages } from "./read-vintages.service.js";
import { Vintage } from "./vintage.entity.js";

@Resolver(() => Vintage)
export class VintageResolver {
  @Query(() => [Vintage], {
    description: "Les éditions publiées d'une campagne. · The published vintages of a campaign.",
  })
  @Public()
  async vintages(
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, { description: "Code de la campagne. · Code of the campaign." })
    @Public()
    campaign: string,
    @AsOf() asOf?: string,
  ): Promise<Vintage[]> {
    return readVintages(context, await knownCampaign(context, campaign), asOf);
  }

  @FieldResolver(() => String, {
    description: "Instant de parution, en temps universel. · Instant of publication, in universal time.",
  })
  @Public()
  publishedAt(@Root() vintage: Vintage): string {
    return vintage.publishedAt.toISOString();
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Instant du retrait, en temps universel. · Instant of withdrawal, in universal time.",
  })
  @Public()
  withdrawnAt(@Root() vintage: Vintage): string | null {
    return vintage.withdrawnAt?.toISOString() ?? null;
  }
}
