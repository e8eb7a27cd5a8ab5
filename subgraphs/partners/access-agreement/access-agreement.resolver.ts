import { Authorized, Ctx, Query, Resolver } from "type-graphql";
import type { SubgraphContext } from "../../shared/context.js";
import { AccessAgreement } from "./access-agreement.entity.js";
import { findAccessAgreements } from "./access-agreement.repository.js";

@Resolver(() => AccessAgreement)
export class AccessAgreementResolver {
  @Authorized("research:read", "steward:privacy")
  @Query(() => [AccessAgreement], {
    description:
      "Les ententes d'accès : la sienne pour une équipe de recherche, toutes pour la protection des renseignements. · The access agreements: its own for a research team, all for the steward of privacy.",
  })
  accessAgreements(@Ctx() context: SubgraphContext): Promise<AccessAgreement[]> {
    return findAccessAgreements(context);
  }
}
