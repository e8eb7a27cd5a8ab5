import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { UserCommittee } from "../user-committee/user-committee.entity.js";
import { userCommitteesByEstablishment } from "../user-committee/user-committee.loader.js";
import { Establishment } from "./establishment.entity.js";

@Resolver(() => Establishment)
export class EstablishmentResolver {
  @FieldResolver(() => [UserCommittee], {
    nullable: true,
    description: "Ses comités des usagers et de résidents. · Its users' and residents' committees.",
  })
  @Public()
  userCommittees(
    @Root() establishment: Establishment,
    @Ctx() context: SubgraphContext,
  ): Promise<UserCommittee[]> {
    return userCommitteesByEstablishment(context).load(establishment.code);
  }
}
