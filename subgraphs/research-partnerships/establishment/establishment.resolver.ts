import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { ResearchPartnership } from "../research-partnership/research-partnership.entity.js";
import { researchPartnershipsByEstablishment } from "../research-partnership/research-partnership.loader.js";
import { Establishment } from "./establishment.entity.js";

@Resolver(() => Establishment)
export class EstablishmentResolver {
  @FieldResolver(() => [ResearchPartnership], {
    nullable: true,
    description:
      "Les partenariats de recherche auxquels il prend part. · The research partnerships that it takes part in.",
  })
  @Public()
  async researchPartnerships(
    @Root() establishment: Establishment,
    @Ctx() context: SubgraphContext,
  ): Promise<ResearchPartnership[]> {
    const parts = await researchPartnershipsByEstablishment(context).load(establishment.code);
    return parts.map(({ partnership }) => partnership);
  }
}
