import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { CalendarDay } from "../../shared/calendar-day.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { readVintages } from "./read-vintages.service.js";
import { Vintage } from "./vintage.entity.js";

@Resolver(() => Vintage)
export class VintageResolver {
  @Query(() => [Vintage], {
    description: "Les éditions publiées d'une campagne. · The published vintages of a campaign.",
  })
  @Public()
  vintages(
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, { description: "Code de la campagne. · Code of the campaign." })
    @Public()
    campaign: string,
    @Arg("asOf", () => CalendarDay, {
      nullable: true,
      description: "Seulement celles parues à la fin de ce jour. · Only those out at the end of that day.",
    })
    @Public()
    asOf?: string,
  ): Promise<Vintage[]> {
    return readVintages(context, campaign, asOf);
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
