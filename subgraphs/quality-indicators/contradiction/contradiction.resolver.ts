import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { Contradiction, ContradictionSide } from "./contradiction.entity.js";
import { readContradictions } from "./read-contradictions.service.js";

@Resolver(() => Contradiction)
export class ContradictionResolver {
  @Query(() => [Contradiction], {
    description: "Les contradictions relevées dans les sources. · The contradictions found in the sources.",
  })
  @Public()
  contradictions(@Ctx() context: SubgraphContext, @AsOf() asOf?: string): Promise<Contradiction[]> {
    return readContradictions(context, asOf);
  }
}

@Resolver(() => ContradictionSide)
export class ContradictionSideResolver {
  @FieldResolver(() => String, {
    description: "Section du document où le côté est imprimé. · Section of the document where it is printed.",
  })
  @Public()
  section(@Root() side: ContradictionSide): string {
    return side.provenance.section;
  }
}
