import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { AsOf, asOfOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { Establishment } from "../establishment/establishment.entity.js";
import { establishmentByCode } from "../establishment/establishment.loader.js";
import { reuseCountOf } from "./resource-reuse.loader.js";
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
    @AsOf() asOf?: string,
  ): Promise<SharedResource[]> {
    return findSharedResources(context, search ?? null, asOf);
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
      : establishmentByCode(context, asOfOf(resource)).load(resource.establishmentCode);
  }

  @FieldResolver(() => Int, {
    description:
      "Nombre d'établissements qui disent la réutiliser. · Number of establishments that say they reuse it.",
  })
  @Public()
  reuseCount(@Root() resource: SharedResource, @Ctx() context: SubgraphContext): Promise<number> {
    return reuseCountOf(context, resource.code, asOfOf(resource));
  }
}
