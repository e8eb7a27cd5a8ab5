import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { Establishment } from "../establishment/establishment.entity.js";
import { establishmentsByRegion } from "../establishment/establishment.loader.js";
import { HealthRegion } from "./health-region.entity.js";
import { findHealthRegions } from "./health-region.repository.js";

@Resolver(() => HealthRegion)
export class HealthRegionResolver {
  @Query(() => [HealthRegion], {
    description: "Les régions sociosanitaires. · The health regions.",
  })
  @Public()
  healthRegions(@Ctx() context: SubgraphContext): Promise<HealthRegion[]> {
    return findHealthRegions(context);
  }

  @FieldResolver(() => [Establishment], {
    description: "Les établissements de la région. · The establishments of the region.",
  })
  @Public()
  establishments(@Root() region: HealthRegion, @Ctx() context: SubgraphContext): Promise<Establishment[]> {
    return establishmentsByRegion(context).load(region.code);
  }
}
