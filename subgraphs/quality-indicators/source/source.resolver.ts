import { Ctx, Query, Resolver } from "type-graphql";
import { AsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { readSources } from "./read-sources.service.js";
import { Source } from "./source.entity.js";

@Resolver(() => Source)
export class SourceResolver {
  @Query(() => [Source], {
    description: "Les documents d'où viennent les faits. · The documents that facts come from.",
  })
  @Public()
  sources(@Ctx() context: SubgraphContext, @AsOf() asOf?: string): Promise<Source[]> {
    return readSources(context, asOf);
  }
}
