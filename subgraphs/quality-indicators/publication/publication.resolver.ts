import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Publication, PublicationPreview } from "./publication.entity.js";
import { previewPublication, publishCampaign } from "./publish-campaign.service.js";

const campaignText = "Code de la campagne. · Code of the campaign.";

@Resolver(() => Publication)
export class PublicationResolver {
  @Authorized("steward:publish")
  @Query(() => PublicationPreview, {
    description:
      "Ce que publier maintenant changerait ; rien n'est écrit. · What publishing now would change; nothing is written.",
  })
  previewPublication(
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, { description: campaignText }) campaign: string,
  ): Promise<PublicationPreview> {
    return previewPublication(context, campaign);
  }

  @Authorized("steward:publish")
  @Mutation(() => Publication, {
    description:
      "Publie une campagne en une nouvelle édition ; qui a approuvé un envoi ne le publie pas. · Publishes a campaign as a new vintage; who approved a submission does not publish it.",
  })
  publishCampaign(
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, { description: campaignText }) campaign: string,
    @Arg("reason", () => String, { description: "Raison de la publication. · Reason of the publication." })
    reason: string,
  ): Promise<Publication> {
    return publishCampaign(context, campaign, reason);
  }
}
