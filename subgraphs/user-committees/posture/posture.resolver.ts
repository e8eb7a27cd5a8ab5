import { Ctx, Query, Resolver } from "type-graphql";
import { AsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { PostureDefinition } from "./posture.entity.js";
import { findPostures } from "./posture.repository.js";

@Resolver(() => PostureDefinition)
export class PostureResolver {
  @Query(() => [PostureDefinition], {
    description:
      "Les postures : ce qui distingue la co-construction de la défense des droits. · The postures: what sets co-construction apart from the defence of rights.",
  })
  @Public()
  postures(@Ctx() context: SubgraphContext, @AsOf() asOf?: string): Promise<PostureDefinition[]> {
    return findPostures(context, asOf);
  }
}
