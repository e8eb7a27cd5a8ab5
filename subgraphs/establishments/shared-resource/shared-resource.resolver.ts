import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { Establishment } from "../establishment/establishment.entity.js";
import { establishmentByCode } from "../establishment/establishment.loader.js";
import { SharedResource } from "./shared-resource.entity.js";
import { findSharedResources } from "./shared-resource.repository.js";

@Resolver(() => SharedResource)
export class SharedResourceResolver {
  @Query(() => [SharedResource], {
    description:
      "Le répertoire : bonnes pratiques et outils mis en commun. · The repertoire: good practices and tools put in common.",
  })
  @Public()
  sharedResources(
    @Ctx() context: SubgraphContext,
    @Arg("search", () => String, { nullable: true, description: "Mots cherchés. · Words to find." })
    @Public()
    search: string | null,
  ): Promise<SharedResource[]> {
    return findSharedResources(context, search ?? null);
  }

  @FieldResolver(() => Establishment, {
    nullable: true,
    description:
      "Établissement d'où elle vient, si la source le dit. · Establishment it comes from, when stated.",
  })
  @Public()
  async establishment(
    @Root() resource: SharedResource,
    @Ctx() context: SubgraphContext,
  ): Promise<Establishment | null> {
    return resource.establishmentCode === null
      ? null
      : establishmentByCode(context).load(resource.establishmentCode);
  }
}
