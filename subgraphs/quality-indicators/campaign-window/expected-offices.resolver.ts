import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { CampaignWindow } from "./campaign-window.entity.js";
import { expectedOfficesByCampaign } from "./expected-offices.loader.js";

@Resolver(() => CampaignWindow)
export class ExpectedOfficesResolver {
  @Authorized("figures:write", "steward:collect")
  @FieldResolver(() => [String], {
    description:
      "Codes des bureaux attendus : les siens pour un établissement, tous pour la collecte. · Codes of the offices expected: its own for an establishment, all of them for the collection.",
  })
  async offices(@Root() { campaign }: CampaignWindow, @Ctx() context: SubgraphContext): Promise<string[]> {
    const expected = await expectedOfficesByCampaign(context).load(campaign);
    return expected.map(({ office }) => office);
  }
}
