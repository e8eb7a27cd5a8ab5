import { Ctx, Query, Resolver } from "type-graphql";
import { AsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { CollaborationIntensityDefinition } from "./collaboration-intensity.entity.js";
import { readCollaborationIntensities } from "./read-collaboration-intensities.service.js";

@Resolver(() => CollaborationIntensityDefinition)
export class CollaborationIntensityResolver {
  @Query(() => [CollaborationIntensityDefinition], {
    description:
      "Les intensités de collaboration et les réponses qui y sont codées. · The intensities of collaboration, and the answers coded under them.",
  })
  @Public()
  collaborationIntensities(
    @Ctx() context: SubgraphContext,
    @AsOf() asOf?: string,
  ): Promise<CollaborationIntensityDefinition[]> {
    return readCollaborationIntensities(context, asOf);
  }
}
