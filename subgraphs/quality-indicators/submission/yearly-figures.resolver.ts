import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Language } from "../../shared/language.js";
import type { PushResult } from "./push-result.js";
import { submitYearlyFigures } from "./submit-yearly-figures.service.js";
import { YearlyFiguresInput } from "./yearly-figures.input.js";
import { YearlyFiguresIssue, YearlyFiguresResult } from "./yearly-figures-result.entity.js";

@Resolver(() => YearlyFiguresIssue)
export class YearlyFiguresResolver {
  @Authorized("figures:write", "steward:collect")
  @Mutation(() => YearlyFiguresResult, {
    description:
      "Essaie, garde en brouillon ou soumet les données annuelles d'un bureau ; tous les points sont relevés en une fois. Un établissement envoie pour lui-même ; la collecte, au nom d'un bureau, ce qu'elle n'approuve pas ensuite. · Tries, drafts or submits the yearly figures of an office; every issue is told at once. An establishment sends for itself; a steward of the collection on behalf of an office, and does not approve it then.",
  })
  submitYearlyFigures(
    @Ctx() context: SubgraphContext,
    @Arg("input", () => YearlyFiguresInput, { description: "Les données. · The figures." })
    input: YearlyFiguresInput,
  ): Promise<PushResult> {
    return submitYearlyFigures(context, input);
  }

  @FieldResolver(() => String, { description: "Le point en mots. · The issue in words." })
  message(
    @Root() { messages }: YearlyFiguresIssue,
    @Arg("lang", () => Language, { defaultValue: Language.FR, description: "Langue. · Language." })
    lang: Language,
  ): string {
    return lang === Language.EN ? messages.en : messages.fr;
  }
}
