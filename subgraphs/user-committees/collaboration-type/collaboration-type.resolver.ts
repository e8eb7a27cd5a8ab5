import { Ctx, Query, Resolver } from "type-graphql";
import { AsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { CollaborationType } from "./collaboration-type.entity.js";
import { findCollaborationTypes } from "./collaboration-type.repository.js";

@Resolver(() => CollaborationType)
export class CollaborationTypeResolver {
  @Query(() => [CollaborationType], {
    description: "Les types de collaboration du tableau 1. · The types of collaboration of table 1.",
  })
  @Public()
  collaborationTypes(@Ctx() context: SubgraphContext, @AsOf() asOf?: string): Promise<CollaborationType[]> {
    return findCollaborationTypes(context, asOf);
  }
}
