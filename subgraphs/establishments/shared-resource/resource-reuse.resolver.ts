import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { ResourceReuse } from "./resource-reuse.entity.js";
import { findReuses } from "./resource-reuse.repository.js";
import { reuseSharedResource, takeBackReuse } from "./reuse-shared-resource.service.js";

const codeText = "Code de la ressource. · Code of the resource.";

@Resolver(() => ResourceReuse)
export class ResourceReuseResolver {
  @Authorized("figures:write", "steward:collect")
  @Query(() => [ResourceReuse], {
    description:
      "Qui réutilise quoi : son établissement, tous pour la collecte. · Who reuses what: one's own establishment, all of them for the collection.",
  })
  resourceReuses(
    @Ctx() context: SubgraphContext,
    @Arg("code", () => String, {
      nullable: true,
      description: "Code d'une seule ressource. · Code of one resource only.",
    })
    code?: string,
  ): Promise<ResourceReuse[]> {
    return asCaller(context, (manager) => findReuses(manager, code));
  }

  @Authorized("figures:write")
  @Mutation(() => ResourceReuse, {
    description:
      "Dit que son établissement réutilise une ressource venue d'ailleurs, une fois. · Says that one's establishment reuses a resource that comes from elsewhere, once.",
  })
  reuseSharedResource(
    @Ctx() context: SubgraphContext,
    @Arg("code", () => String, { description: codeText }) code: string,
    @Arg("note", () => String, {
      nullable: true,
      description:
        "Ce qu'il en fait, 500 caractères au plus ; pas public. · What it does with it, at most 500 characters; not public.",
    })
    note?: string,
  ): Promise<ResourceReuse> {
    return reuseSharedResource(context, code, note);
  }

  @Authorized("figures:write")
  @Mutation(() => ResourceReuse, {
    description:
      "Reprend ce que son établissement avait dit d'une réutilisation. · Takes back what one's establishment said of a reuse.",
  })
  takeBackReuse(
    @Ctx() context: SubgraphContext,
    @Arg("code", () => String, { description: codeText }) code: string,
  ): Promise<ResourceReuse> {
    return takeBackReuse(context, code);
  }
}
