import { Ctx, Query, Resolver } from "type-graphql";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { CollaborationIntensityDefinition } from "./collaboration-intensity.entity.js";
import { findCollaborationIntensities } from "./collaboration-intensity.repository.js";

@Resolver(() => CollaborationIntensityDefinition)
export class CollaborationIntensityResolver {
  @Query(() => [CollaborationIntensityDefinition], {
    description:
      "Les intensités de collaboration et les réponses qui y sont codées. · The intensities of collaboration, and the answers coded under them.",
  })
  @Public()
  collaborationIntensities(@Ctx() context: SubgraphContext): Promise<CollaborationIntensityDefinition[]> {
    return findCollaborationIntensities(context);
  }
}
