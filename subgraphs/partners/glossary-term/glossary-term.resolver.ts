import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { AsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { GlossaryTerm } from "./glossary-term.entity.js";
import { findGlossaryTerms } from "./glossary-term.repository.js";

@Resolver(() => GlossaryTerm)
export class GlossaryTermResolver {
  @Query(() => [GlossaryTerm], {
    description:
      "Le glossaire, au besoin les seuls termes qui contiennent les mots cherchés (accents ignorés). · The glossary, optionally only the terms that have the searched words (accents ignored).",
  })
  @Public()
  glossary(
    @Ctx() context: SubgraphContext,
    @Arg("search", () => String, { nullable: true, description: "Mots cherchés. · Words to find." })
    @Public()
    search?: string | null,
    @AsOf() asOf?: string,
  ): Promise<GlossaryTerm[]> {
    return findGlossaryTerms(context, search ?? null, asOf);
  }
}
