import { Field, GraphQLISODateTime, ID, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { Language } from "../../shared/language.js";
import { ObservationLevel } from "../observation/observation.entity.js";
import { FigureCommentState } from "./figure-comment-state.js";

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Ce qu'un établissement dit d'un chiffre publié, et la réponse ; lu par lui et par les responsables, jamais réécrit. · What an establishment says of a published figure, and the answer; read by it and by stewards, never rewritten.",
})
export class FigureComment {
  @Field(() => ID, { description: "Identifiant. · Identifier." })
  id!: string;

  /** Code of the establishment that wrote it. */
  establishmentCode!: string;

  /** Code of the indicator of the figure. */
  indicatorCode!: string;

  @Field(() => String, {
    description: "Code de la campagne du chiffre. · Code of the campaign of the figure.",
  })
  campaign!: string;

  @Field(() => ObservationLevel, { description: "Niveau du chiffre. · Level of the figure." })
  level!: ObservationLevel;

  @Field(() => String, {
    description:
      "Lieu du chiffre : QC, un groupe, une région (RSS-05) ou un établissement. · Place of the figure: QC, a group, a region (RSS-05) or an establishment.",
  })
  area!: string;

  @Field(() => String, {
    nullable: true,
    description: "Code de la catégorie du chiffre. · Code of the category of the figure.",
  })
  category!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Édition telle que montrée ; rien pour un chiffre imprimé dans un document. · Vintage as shown; nothing for a figure that a document prints.",
  })
  vintage!: string | null;

  @Field(() => String, { description: "Le commentaire. · The comment." })
  text!: string;

  @Field(() => Language, {
    nullable: true,
    description: "Langue du commentaire, si elle est dite. · Language of the comment, when it is said.",
  })
  language!: Language | null;

  @Field(() => GraphQLISODateTime, {
    description: "Instant du commentaire, en temps universel. · Instant of the comment, in universal time.",
  })
  writtenAt!: Date;

  @Field(() => Boolean, {
    description: "Vrai si c'est une démonstration. · True when it is a demonstration.",
  })
  isSynthetic!: boolean;

  @Field(() => FigureCommentState, { description: "État. · State." })
  state!: FigureCommentState;

  @Field(() => String, { nullable: true, description: "La réponse. · The answer." })
  answer!: string | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      "Instant de la réponse ou du retrait, en temps universel. · Instant of the answer or of the withdrawal, in universal time.",
  })
  decidedAt!: Date | null;
}
