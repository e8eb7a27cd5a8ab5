import { Ctx, Query, Resolver } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Caller } from "./caller.entity.js";

@Resolver(() => Caller)
export class CallerResolver {
  @Authorized()
  @Query(() => Caller, {
    description: "Vous, d'après votre jeton. · You, as your token says.",
  })
  me(@Ctx() { principal }: SubgraphContext): Caller {
    return principal;
  }
}
