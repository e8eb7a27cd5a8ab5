import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { Establishment } from "../establishment/establishment.entity.js";
import { establishmentByCode } from "../establishment/establishment.loader.js";
import { AddedResource } from "./added-resource.entity.js";
import { AddSharedResourceResult } from "./added-resource-result.entity.js";
import { findAddedResources } from "./added-resource.repository.js";
import { AddSharedResourceInput } from "./add-shared-resource.input.js";
import { addSharedResource } from "./add-shared-resource.service.js";
import { ResourceDecision, ResourceState } from "./resource-state.js";
import { reviewSharedResource } from "./review-shared-resource.service.js";
import { withdrawSharedResource } from "./withdraw-shared-resource.service.js";

const codeText = "Code de la ressource. · Code of the resource.";

@Resolver(() => AddedResource)
export class AddedResourceResolver {
  @Authorized("figures:write", "steward:collect")
  @Query(() => [AddedResource], {
    description:
      "Les ressources ajoutées : celles de son établissement, toutes pour la collecte. · The resources added: those of one's own establishment, all of them for the collection.",
  })
  addedResources(
    @Ctx() context: SubgraphContext,
    @Arg("state", () => ResourceState, { nullable: true, description: "Un seul état. · One state only." })
    state?: ResourceState,
  ): Promise<AddedResource[]> {
    return asCaller(context, (manager) => findAddedResources(manager, state));
  }

  @Authorized("figures:write", "steward:collect")
  @Mutation(() => AddSharedResourceResult, {
    description:
      "Ajoute un outil ou une bonne pratique au répertoire : proposé par un établissement, publié aussitôt par la collecte. · Adds a tool or a good practice to the repertoire: proposed by an establishment, published at once by the collection.",
  })
  addSharedResource(
    @Ctx() context: SubgraphContext,
    @Arg("input", () => AddSharedResourceInput, { description: "La ressource. · The resource." })
    input: AddSharedResourceInput,
  ): Promise<AddSharedResourceResult> {
    return addSharedResource(context, input);
  }

  @Authorized("steward:collect")
  @Mutation(() => AddedResource, {
    description:
      "Publie ou refuse une ressource proposée ; un refus donne son motif. · Publishes or refuses a proposed resource; a refusal gives its reason.",
  })
  reviewSharedResource(
    @Ctx() context: SubgraphContext,
    @Arg("code", () => String, { description: codeText }) code: string,
    @Arg("decision", () => ResourceDecision, { description: "La décision. · The decision." })
    decision: ResourceDecision,
    @Arg("reason", () => String, {
      nullable: true,
      description: "Motif, exigé pour un refus. · Reason, required for a refusal.",
    })
    reason?: string,
  ): Promise<AddedResource> {
    return reviewSharedResource(context, code, decision, reason);
  }

  @Authorized("figures:write", "steward:collect")
  @Mutation(() => AddedResource, {
    description:
      "Retire une ressource ajoutée, avec un motif : la sienne pour un établissement, une publiée pour la collecte. Plus rien n'en est public. · Withdraws an added resource, with a reason: one's own for an establishment, a published one for the collection. Nothing of it is public any more.",
  })
  withdrawSharedResource(
    @Ctx() context: SubgraphContext,
    @Arg("code", () => String, { description: codeText }) code: string,
    @Arg("reason", () => String, { description: "Motif. · Reason." }) reason: string,
  ): Promise<AddedResource> {
    return withdrawSharedResource(context, code, reason);
  }

  @FieldResolver(() => Establishment, {
    nullable: true,
    description: "Établissement d'où elle vient. · Establishment it comes from.",
  })
  async establishment(
    @Root() { establishmentCode }: AddedResource,
    @Ctx() context: SubgraphContext,
  ): Promise<Establishment | null> {
    return establishmentCode === null ? null : establishmentByCode(context).load(establishmentCode);
  }
}
