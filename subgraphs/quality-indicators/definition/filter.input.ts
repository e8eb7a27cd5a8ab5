import { Field, Float, InputType } from "type-graphql";
import { MissingCode } from "../submission/submission-state.js";

/** A condition as a steward writes it: exactly one kind of condition in each. */
@InputType({
  description:
    "Une condition, récursive : exactement une sorte à la fois (all, any, not, question, peerGroup ou region). Qui n'a pas répondu à une question ne remplit aucune condition sur elle. · A condition, recursive: exactly one kind at a time (all, any, not, question, peerGroup or region). Who did not answer a question fulfils no condition on it.",
})
export class FilterInput {
  @Field(() => [FilterInput], {
    nullable: true,
    description: "Toutes ces conditions. · All of these conditions.",
  })
  all?: FilterInput[] | null;

  @Field(() => [FilterInput], {
    nullable: true,
    description: "L'une d'elles au moins. · At least one of these.",
  })
  any?: FilterInput[] | null;

  @Field(() => FilterInput, {
    nullable: true,
    description: "Le contraire de celle-ci. · The opposite of this one.",
  })
  not?: FilterInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Code de la question, avec un choix, `answered`, un motif d'absence ou des bornes. · Code of the question, with a choice, `answered`, a missing code or bounds.",
  })
  question?: string | null;

  @Field(() => String, { nullable: true, description: "Choix coché. · Choice ticked." })
  choice?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Vrai : a donné une valeur. · True: gave a value." })
  answered?: boolean | null;

  @Field(() => MissingCode, { nullable: true, description: "Motif d'absence donné. · Missing code given." })
  missing?: MissingCode | null;

  @Field(() => Float, {
    nullable: true,
    description: "Nombre le plus petit, inclus. · Smallest number, included.",
  })
  atLeast?: number | null;

  @Field(() => Float, { nullable: true, description: "Borne du haut, exclue. · Upper bound, excluded." })
  below?: number | null;

  @Field(() => String, { nullable: true, description: "Code du groupe de pairs. · Code of the peer group." })
  peerGroup?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Code de la région, RSS-05. · Code of the region, RSS-05.",
  })
  region?: string | null;
}
