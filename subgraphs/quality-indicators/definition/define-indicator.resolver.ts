import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Language } from "../../shared/language.js";
import { DefineIndicatorInput } from "./define-indicator.input.js";
import { DefineIndicatorResult, DefinitionMistake } from "./define-indicator-result.entity.js";
import { defineIndicator } from "./define-indicator.service.js";

@Resolver(() => DefinitionMistake)
export class DefineIndicatorResolver {
  @Authorized("steward:publish")
  @Mutation(() => DefineIndicatorResult, {
    description:
      "Définit un indicateur, ou la version suivante d'un indicateur connu ; ce qui est publié garde la sienne. Tout ce qui est à corriger est dit en une fois. · Defines an indicator, or the next version of a known one; what is published keeps its own. Everything to mend is told at once.",
  })
  defineIndicator(
    @Ctx() context: SubgraphContext,
    @Arg("input", () => DefineIndicatorInput, { description: "La définition. · The definition." })
    input: DefineIndicatorInput,
  ): Promise<DefineIndicatorResult> {
    return defineIndicator(context, input);
  }

  @FieldResolver(() => String, { description: "Le point en mots. · The issue in words." })
  message(
    @Root() { messages }: DefinitionMistake,
    @Arg("lang", () => Language, { defaultValue: Language.FR, description: "Langue. · Language." })
    lang: Language,
  ): string {
    return lang === Language.EN ? messages.en : messages.fr;
  }
}
