import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { Observation, ObservationLevel } from "./observation.entity.js";
import { Establishment, HealthRegion } from "./observed-place.entity.js";
import { readObservationsOfArea } from "./read-observations.service.js";

const campaignText = "Code de la campagne. · Code of the campaign.";
const indicatorText = "Code d'un seul indicateur. · Code of one indicator only.";

@Resolver(() => Establishment)
export class ObservedEstablishmentResolver {
  @FieldResolver(() => [Observation], {
    nullable: true,
    description:
      "Valeurs publiées de l'établissement pour une campagne. · Published values of the establishment for a campaign.",
  })
  @Public()
  observations(
    @Root() { code }: Establishment,
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, { description: campaignText }) @Public() campaign: string,
    @Arg("indicator", () => String, { nullable: true, description: indicatorText })
    @Public()
    indicator?: string,
    @AsOf() asOf?: string,
  ): Promise<Observation[]> {
    const area = { level: ObservationLevel.ESTABLISHMENT, code };
    return readObservationsOfArea(context, area, { campaign, indicator, asOf });
  }
}

@Resolver(() => HealthRegion)
export class ObservedHealthRegionResolver {
  @FieldResolver(() => [Observation], {
    nullable: true,
    description:
      "Valeurs publiées de la région pour une campagne. · Published values of the region for a campaign.",
  })
  @Public()
  observations(
    @Root() { code }: HealthRegion,
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, { description: campaignText }) @Public() campaign: string,
    @Arg("indicator", () => String, { nullable: true, description: indicatorText })
    @Public()
    indicator?: string,
    @AsOf() asOf?: string,
  ): Promise<Observation[]> {
    const area = { level: ObservationLevel.HEALTH_REGION, code };
    return readObservationsOfArea(context, area, { campaign, indicator, asOf });
  }
}
