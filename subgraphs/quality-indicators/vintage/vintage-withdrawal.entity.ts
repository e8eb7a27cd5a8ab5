import { Field, GraphQLISODateTime, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";

@Authorized("steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Où en est le retrait d'une édition : demandé, puis en vigueur quand une autre personne le demande à son tour. · Where the withdrawal of a vintage stands: asked, then in force once another person asks it in turn.",
})
export class VintageWithdrawal {
  @Field(() => String, { description: "Code de l'édition. · Code of the vintage." })
  vintage!: string;

  @Field(() => Boolean, {
    description:
      "Vrai quand l'édition est retirée ; faux quand le retrait attend une autre personne. · True once the vintage is withdrawn; false while the withdrawal waits for another person.",
  })
  isWithdrawn!: boolean;

  @Field(() => String, {
    description: "Identifiant de qui l'a demandé d'abord. · Identifier of who asked it first.",
  })
  askedBy!: string;

  @Field(() => GraphQLISODateTime, { description: "Demandé le. · Asked on." })
  askedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: "Retirée le. · Withdrawn on." })
  withdrawnAt!: Date | null;

  @Field(() => String, {
    description:
      "Raison donnée à ce pas ; celle du second est publique. · Reason given at this step; that of the second is public.",
  })
  reason!: string;
}
