import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Language } from "../../shared/language.js";
import { OpenCampaignInput } from "./open-campaign.input.js";
import { CampaignIssue, OpenCampaignResult } from "./open-campaign-result.entity.js";
import { openCampaign } from "./open-campaign.service.js";

@Resolver(() => CampaignIssue)
export class OpenCampaignResolver {
  @Authorized("steward:collect")
  @Mutation(() => OpenCampaignResult, {
    description:
      "Ouvre une campagne : formulaire, dates et bureaux attendus, figés. Tout ce qui est à corriger est dit en une fois. · Opens a campaign: form, dates and expected offices, frozen. Everything to mend is told at once.",
  })
  openCampaign(
    @Ctx() context: SubgraphContext,
    @Arg("input", () => OpenCampaignInput, { description: "La campagne. · The campaign." })
    input: OpenCampaignInput,
  ): Promise<OpenCampaignResult> {
    return openCampaign(context, input);
  }

  @FieldResolver(() => String, { description: "Le point en mots. · The issue in words." })
  message(
    @Root() { messages }: CampaignIssue,
    @Arg("lang", () => Language, { defaultValue: Language.FR, description: "Langue. · Language." })
    lang: Language,
  ): string {
    return lang === Language.EN ? messages.en : messages.fr;
  }
}
