import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AsOf, asOfOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { Establishment } from "../establishment/establishment.entity.js";
import { ResearchPartnership } from "../research-partnership/research-partnership.entity.js";
import { researchPartnershipsByUnit } from "../research-partnership/research-partnership.loader.js";
import { ResearchUnit } from "./research-unit.entity.js";
import { findResearchUnits } from "./research-unit.repository.js";

@Resolver(() => ResearchUnit)
export class ResearchUnitResolver {
  @Query(() => [ResearchUnit], {
    description:
      "Les unités qui mènent ou soutiennent la recherche. · The units that lead or support research.",
  })
  @Public()
  researchUnits(@Ctx() context: SubgraphContext, @AsOf() asOf?: string): Promise<ResearchUnit[]> {
    return findResearchUnits(context, asOf);
  }

  @FieldResolver(() => Establishment, {
    nullable: true,
    description:
      "Établissement qui l'accueille, si la source le nomme. · Establishment that hosts it, when the source names one.",
  })
  @Public()
  establishment(@Root() unit: ResearchUnit): Establishment | null {
    return unit.establishmentCode === null ? null : new Establishment(unit.establishmentCode);
  }

  @FieldResolver(() => [ResearchPartnership], {
    description: "Ses partenariats de recherche. · Its research partnerships.",
  })
  @Public()
  partnerships(@Root() unit: ResearchUnit, @Ctx() context: SubgraphContext): Promise<ResearchPartnership[]> {
    return researchPartnershipsByUnit(context, asOfOf(unit)).load(unit.code);
  }
}
