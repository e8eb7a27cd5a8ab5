import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AsOf, asOfOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { Establishment } from "../establishment/establishment.entity.js";
import { establishmentsByRegion } from "../establishment/establishment.loader.js";
import { isValidOn } from "../establishment/validity.js";
import { HealthRegion } from "./health-region.entity.js";
import { findHealthRegions } from "./health-region.repository.js";

@Resolver(() => HealthRegion)
export class HealthRegionResolver {
  @Query(() => [HealthRegion], {
    description: "Les régions sociosanitaires. · The health regions.",
  })
  @Public()
  async healthRegions(@Ctx() context: SubgraphContext, @AsOf() asOf?: string): Promise<HealthRegion[]> {
    return (await findHealthRegions(context, asOf)).filter((region) => isValidOn(region, asOf));
  }

  @FieldResolver(() => [Establishment], {
    description: "Les établissements de la région. · The establishments of the region.",
  })
  @Public()
  async establishments(
    @Root() region: HealthRegion,
    @Ctx() context: SubgraphContext,
  ): Promise<Establishment[]> {
    const asOf = asOfOf(region);
    const found = await establishmentsByRegion(context, asOf).load(region.code);
    return found.filter((establishment) => isValidOn(establishment, asOf));
  }
}
