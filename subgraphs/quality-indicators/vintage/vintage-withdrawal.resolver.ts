import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { VintageWithdrawal } from "./vintage-withdrawal.entity.js";
import { withdrawVintage } from "./withdraw-vintage.service.js";

@Resolver()
export class VintageWithdrawalResolver {
  @Authorized("steward:publish", "steward:privacy")
  @Mutation(() => VintageWithdrawal, {
    description:
      "Retire une édition et ses valeurs, pour toujours : le premier appel demande, celui d'une autre personne retire ; l'une des deux au moins répond de la vie privée. · Withdraws a vintage and its values, for good: the first call asks, that of another person withdraws; at least one of the two answers for privacy.",
  })
  withdrawVintage(
    @Ctx() context: SubgraphContext,
    @Arg("vintage", () => String, {
      description: "Code de l'édition, 2025-2026.2. · Code of the vintage, 2025-2026.2.",
    })
    vintage: string,
    @Arg("reason", () => String, {
      description:
        "Raison ; celle du second appel est publique. · Reason; that of the second call is public.",
    })
    reason: string,
  ): Promise<VintageWithdrawal> {
    return withdrawVintage(context, vintage, reason);
  }
}
