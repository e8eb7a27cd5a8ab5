import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { AsOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { PartnerConcept, PartnerConceptKind } from "./partner-concept.entity.js";
import { findPartnerConcepts } from "./partner-concept.repository.js";

@Resolver(() => PartnerConcept)
export class PartnerConceptResolver {
  @Query(() => [PartnerConcept], {
    description:
      "Les mots du partenariat : termes, profils, degrés, rôles… · The words of partnership: terms, profiles, degrees, roles…",
  })
  @Public()
  partnerConcepts(
    @Ctx() context: SubgraphContext,
    @Arg("kind", () => PartnerConceptKind, {
      nullable: true,
      description: "Une seule liste. · One list only.",
    })
    @Public()
    kind?: PartnerConceptKind | null,
    @AsOf() asOf?: string,
  ): Promise<PartnerConcept[]> {
    return findPartnerConcepts(context, kind ?? null, asOf);
  }
}
