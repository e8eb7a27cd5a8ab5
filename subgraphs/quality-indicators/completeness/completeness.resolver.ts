import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { LocalizedText } from "../../shared/localized-text.js";
import type { NameText } from "../campaign-window/expected-office.js";
import { Establishment } from "../observation/observed-place.entity.js";
import { CampaignCompleteness, MissingOffice } from "./completeness.entity.js";
import { readCompleteness } from "./read-completeness.service.js";

@Resolver(() => MissingOffice)
export class CompletenessResolver {
  @Authorized("figures:write", "steward:collect", "steward:publish")
  @Query(() => CampaignCompleteness, {
    description:
      "Qui a envoyé ses données pour une campagne, et à temps : tous les bureaux pour les responsables, les siens pour un établissement. · Who has sent figures for a campaign, and in time: all offices for stewards, its own for an establishment.",
  })
  completeness(
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, { description: "Code de la campagne. · Code of the campaign." })
    campaign: string,
  ): Promise<CampaignCompleteness> {
    return readCompleteness(context, campaign);
  }

  @FieldResolver(() => Establishment, { nullable: true, description: "Établissement. · Establishment." })
  establishment(@Root() { establishment }: MissingOffice): Establishment {
    return { code: establishment };
  }

  @FieldResolver(() => LocalizedText, {
    description:
      "Nom de l'établissement, tel qu'à l'ouverture. · Name of the establishment, as at the opening.",
  })
  name(@Root() { names }: MissingOffice): NameText {
    return names.establishment;
  }
}
