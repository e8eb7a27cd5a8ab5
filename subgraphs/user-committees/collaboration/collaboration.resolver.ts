import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AsOf, asOfOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { CollaborationType } from "../collaboration-type/collaboration-type.entity.js";
import { collaborationTypeByCode } from "../collaboration-type/collaboration-type.loader.js";
import { Establishment } from "../establishment/establishment.entity.js";
import { UserCommittee } from "../user-committee/user-committee.entity.js";
import { userCommitteeById } from "../user-committee/user-committee.loader.js";
import { Collaboration } from "./collaboration.entity.js";
import { readCollaborations } from "./read-collaborations.service.js";

@Resolver(() => Collaboration)
export class CollaborationResolver {
  @Query(() => [Collaboration], {
    description:
      "Les collaborations : les réponses imprimées, puis celles de la démonstration. · The collaborations: the printed answers, then those of the demonstration.",
  })
  @Public()
  collaborations(@Ctx() context: SubgraphContext, @AsOf() asOf?: string): Promise<Collaboration[]> {
    return readCollaborations(context, asOf);
  }

  @FieldResolver(() => CollaborationType, {
    nullable: true,
    description: "Type du tableau 1, absent si aucun ne convient. · Type of table 1, absent when none fits.",
  })
  @Public()
  async type(
    @Root() collaboration: Collaboration,
    @Ctx() context: SubgraphContext,
  ): Promise<CollaborationType | null> {
    return collaboration.typeCode === null
      ? null
      : collaborationTypeByCode(context, asOfOf(collaboration)).load(collaboration.typeCode);
  }

  @FieldResolver(() => UserCommittee, {
    nullable: true,
    description:
      "Son comité, absent si la source ne le nomme pas. · Its committee, absent when the source does not name it.",
  })
  @Public()
  async committee(
    @Root() collaboration: Collaboration,
    @Ctx() context: SubgraphContext,
  ): Promise<UserCommittee | null> {
    return collaboration.committeeId === null
      ? null
      : userCommitteeById(context, asOfOf(collaboration)).load(collaboration.committeeId);
  }

  @FieldResolver(() => Establishment, {
    nullable: true,
    description:
      "Établissement nommé par la source, absent sinon. · Establishment that the source names, absent otherwise.",
  })
  @Public()
  attributedTo(@Root() collaboration: Collaboration): Establishment | null {
    return collaboration.attributedToCode === null ? null : new Establishment(collaboration.attributedToCode);
  }
}
