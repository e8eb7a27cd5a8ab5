import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { DuplicatedText } from "./duplicated-text.entity.js";
import { readDuplicatedTexts } from "./read-duplicated-texts.service.js";

@Resolver()
export class DuplicatedTextResolver {
  @Authorized("steward:collect")
  @Query(() => [DuplicatedText], {
    description:
      "Les textes presque pareils de deux envois d'une campagne. · The texts nearly alike in two submissions of a campaign.",
  })
  duplicatedTexts(
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, { description: "Code de la campagne. · Code of the campaign." })
    campaign: string,
  ): Promise<DuplicatedText[]> {
    return readDuplicatedTexts(context, campaign);
  }
}
