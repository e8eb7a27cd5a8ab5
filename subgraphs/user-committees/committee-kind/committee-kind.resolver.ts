import { Ctx, Query, Resolver } from "type-graphql";
import { AsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { CommitteeKindDefinition } from "./committee-kind.entity.js";
import { findCommitteeKinds } from "./committee-kind.repository.js";

@Resolver(() => CommitteeKindDefinition)
export class CommitteeKindResolver {
  @Query(() => [CommitteeKindDefinition], {
    description: "Les sortes de comités. · The kinds of committee.",
  })
  @Public()
  committeeKinds(@Ctx() context: SubgraphContext, @AsOf() asOf?: string): Promise<CommitteeKindDefinition[]> {
    return findCommitteeKinds(context, asOf);
  }
}
