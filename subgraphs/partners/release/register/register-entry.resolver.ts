import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { Authorized } from "../../../shared/authorized.js";
import type { SubgraphContext } from "../../../shared/context.js";
import { readRegister } from "./read-register.service.js";
import { RegisterEntry } from "./register-entry.entity.js";

@Resolver(() => RegisterEntry)
export class RegisterEntryResolver {
  @Authorized("steward:privacy", "steward:publish")
  @Query(() => [RegisterEntry], {
    description:
      "Le registre de l'anonymisation, dans l'ordre des actes : ce qui a été anonymisé, pourquoi, comment, avec quel risque mesuré, par qui. · The register of anonymisation, in the order of the acts: what was anonymised, why, how, with which measured risk, by whom.",
  })
  releaseRegister(
    @Ctx() context: SubgraphContext,
    @Arg("release", () => String, { nullable: true, description: "Une seule diffusion. · One release only." })
    release: string | null,
    @Arg("first", () => Int, {
      defaultValue: 100,
      description: "Longueur de la page, 500 au plus. · Length of the page, at most 500.",
    })
    first: number,
    @Arg("after", () => Int, {
      defaultValue: 0,
      description: "Numéro de la dernière inscription déjà lue. · Number of the last entry already read.",
    })
    after: number,
  ): Promise<RegisterEntry[]> {
    return readRegister(context, { release: release ?? null, first, after });
  }
}
