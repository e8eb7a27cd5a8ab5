import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { asCaller } from "../../shared/tenancy.js";
import { PublicationEntry } from "./publication-entry.entity.js";
import { findEntries } from "./publication-register.repository.js";

@Resolver(() => PublicationEntry)
export class PublicationRegisterResolver {
  @Authorized("steward:publish", "steward:privacy")
  @Query(() => [PublicationEntry], {
    description:
      "Le registre des publications : chaque édition parue ou retirée, avec sa méthode, ses paramètres et le risque mesuré. · The register of publications: each vintage published or withdrawn, with its method, parameters and measured risk.",
  })
  publicationRegister(
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, {
      nullable: true,
      description: "Code d'une campagne ; sans lui, toutes. · Code of a campaign; without it, all.",
    })
    campaign?: string | null,
  ): Promise<PublicationEntry[]> {
    return asCaller(context, (manager) => findEntries(manager, campaign ?? null));
  }
}
