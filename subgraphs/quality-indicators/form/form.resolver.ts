import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { CampaignWindow } from "../campaign-window/campaign-window.entity.js";
import { windowOf } from "../campaign-window/window-of.service.js";
import { Form } from "./form.entity.js";
import { findForm } from "./form.repository.js";

@Resolver(() => Form)
export class FormResolver {
  @Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
  @Query(() => Form, {
    nullable: true,
    description:
      "Le formulaire d'une campagne, ou rien si elle n'en a pas. · The form of a campaign, or nothing when it has none.",
  })
  form(
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, { description: "Code, 2025-2026. · Code, 2025-2026." }) campaign: string,
  ): Promise<Form | null> {
    return findForm(context, campaign);
  }

  @FieldResolver(() => CampaignWindow, {
    nullable: true,
    description:
      "Quand la campagne reçoit des données ; rien avant sa première ouverture, ni pour qui n'envoie rien. · When the campaign takes figures; nothing before its first opening, nor for who sends none.",
  })
  window(@Root() form: Form, @Ctx() context: SubgraphContext): Promise<CampaignWindow | null> {
    return windowOf(context, form.campaign);
  }
}
