import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AsOf, asOfOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { Collaboration } from "../collaboration/collaboration.entity.js";
import { collaborationsByCommittee } from "../collaboration/collaboration.loader.js";
import { Establishment } from "../establishment/establishment.entity.js";
import { UserCommittee } from "./user-committee.entity.js";
import { findUserCommittees } from "./user-committee.repository.js";

@Resolver(() => UserCommittee)
export class UserCommitteeResolver {
  @Query(() => [UserCommittee], {
    description:
      "Les comités des usagers et de résidents, au besoin d'un établissement. · The users' and residents' committees, optionally of one establishment.",
  })
  @Public()
  userCommittees(
    @Ctx() context: SubgraphContext,
    @Arg("establishment", () => String, {
      nullable: true,
      description: "Code de l'établissement. · Code of the establishment.",
    })
    @Public()
    establishment?: string | null,
    @AsOf() asOf?: string,
  ): Promise<UserCommittee[]> {
    return findUserCommittees(context, establishment ?? null, asOf);
  }

  @FieldResolver(() => Establishment, {
    nullable: true,
    description: "Son établissement. · Its establishment.",
  })
  @Public()
  establishment(@Root() committee: UserCommittee): Establishment {
    return new Establishment(committee.establishmentCode);
  }

  @FieldResolver(() => [Collaboration], {
    description:
      "Ses collaborations avec le bureau de partenariat. · Its collaborations with the partnership office.",
  })
  @Public()
  collaborations(
    @Root() committee: UserCommittee,
    @Ctx() context: SubgraphContext,
  ): Promise<Collaboration[]> {
    return collaborationsByCommittee(context, asOfOf(committee)).load(committee.id);
  }
}
