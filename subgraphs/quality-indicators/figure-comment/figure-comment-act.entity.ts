import { Field, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { FigureComment } from "./figure-comment.entity.js";

@Authorized("figures:write", "steward:publish")
@ObjectType({
  description:
    "Un commentaire après un geste, et le reçu du geste. · A comment after an act, and the receipt of the act.",
})
export class FigureCommentAct {
  @Field(() => FigureComment, { description: "Le commentaire. · The comment." })
  comment!: FigureComment;

  @Field(() => String, {
    description:
      "Reçu : chaîne, rang et tête de la chaîne du journal. · Receipt: chain, place and head of the chain of the audit.",
  })
  receipt!: string;
}
