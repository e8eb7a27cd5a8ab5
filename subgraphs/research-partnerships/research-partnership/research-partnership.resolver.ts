import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { asOfOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { Establishment } from "../establishment/establishment.entity.js";
import { ResearchUnit } from "../research-unit/research-unit.entity.js";
import { researchUnitByCode } from "../research-unit/research-unit.loader.js";
import { ResearchPartnership } from "./research-partnership.entity.js";
import { establishmentsOfPartnership } from "./research-partnership.loader.js";

@Resolver(() => ResearchPartnership)
export class ResearchPartnershipResolver {
  @FieldResolver(() => [Establishment], {
    nullable: true,
    description:
      "Les établissements qui y prennent part, celui qui coordonne en premier. · The establishments that take part, the coordinating one first.",
  })
  @Public()
  async establishments(
    @Root() partnership: ResearchPartnership,
    @Ctx() context: SubgraphContext,
  ): Promise<Establishment[]> {
    const parts = await establishmentsOfPartnership(context, asOfOf(partnership)).load(partnership.id);
    return parts.map((part) => new Establishment(part.establishmentCode));
  }

  @FieldResolver(() => ResearchUnit, {
    nullable: true,
    description: "L'unité qui la mène ou la soutient. · The unit that leads or supports it.",
  })
  @Public()
  async unit(
    @Root() partnership: ResearchPartnership,
    @Ctx() context: SubgraphContext,
  ): Promise<ResearchUnit | null> {
    return partnership.unitCode === null
      ? null
      : researchUnitByCode(context, asOfOf(partnership)).load(partnership.unitCode);
  }
}
