import { Field, Int, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { PageInfo } from "../../shared/page-info.js";
import { FigureComment } from "./figure-comment.entity.js";

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({
  description: "Un commentaire et sa place dans la liste. · A comment and its place in the list.",
})
export class FigureCommentEdge {
  @Field(() => String, {
    description:
      "Curseur de ce commentaire, à donner dans `after`. · Cursor of this comment, to give as `after`.",
  })
  cursor!: string;

  @Field(() => FigureComment, { description: "Le commentaire. · The comment." })
  node!: FigureComment;
}

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Une page de commentaires, le dernier écrit d'abord. · A page of comments, the last written first.",
})
export class FigureCommentList {
  @Field(() => [FigureCommentEdge], {
    description: "Les commentaires de la page. · The comments of the page.",
  })
  edges!: FigureCommentEdge[];

  @Field(() => Int, {
    description: "Combien il y en a sur toutes les pages. · How many there are on all pages.",
  })
  totalCount!: number;

  @Field(() => PageInfo, { description: "Où finit la page. · Where the page ends." })
  pageInfo!: PageInfo;
}
