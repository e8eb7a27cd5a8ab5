import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { QualityIndicator } from "../indicator/indicator.entity.js";
import { indicatorByCode } from "../indicator/indicator.loader.js";
import { Establishment } from "../observation/observed-place.entity.js";
import { CommentOnFigureInput } from "./comment-on-figure.input.js";
import { commentOnFigure } from "./comment-on-figure.service.js";
import { answerFigureComment, withdrawFigureComment } from "./decide-figure-comment.service.js";
import { FigureCommentAct } from "./figure-comment-act.entity.js";
import { FigureCommentList } from "./figure-comment-list.entity.js";
import { FigureComment } from "./figure-comment.entity.js";
import { FigureCommentState } from "./figure-comment-state.js";
import { readFigureComments, usualPage } from "./read-figure-comments.service.js";

const idText = "Identifiant du commentaire. · Identifier of the comment.";

@Resolver(() => FigureComment)
export class FigureCommentResolver {
  @Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
  @Query(() => FigureCommentList, {
    description:
      "Les commentaires sur des chiffres publiés : les siens pour un établissement, tous pour les responsables. · The comments on published figures: its own for an establishment, all of them for stewards.",
  })
  figureComments(
    @Ctx() context: SubgraphContext,
    @Arg("state", () => FigureCommentState, {
      nullable: true,
      description: "Un seul état. · One state only.",
    })
    state?: FigureCommentState | null,
    @Arg("campaign", () => String, {
      nullable: true,
      description: "Code d'une seule campagne. · Code of one campaign only.",
    })
    campaign?: string | null,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: usualPage,
      description: "Combien au plus, de 1 à 200. · How many at most, from 1 to 200.",
    })
    first?: number | null,
    @Arg("after", () => String, {
      nullable: true,
      description:
        "Curseur après lequel commencer ; sans lui, la première page. · Cursor to start after; without it, the first page.",
    })
    after?: string | null,
  ): Promise<FigureCommentList> {
    const filter = { state: state ?? null, campaign: campaign ?? null };
    return readFigureComments(context, filter, first ?? usualPage, after ?? null);
  }

  @Authorized("figures:write")
  @Mutation(() => FigureCommentAct, {
    description:
      "Dit quelque chose d'un chiffre publié, au nom de son établissement ; les responsables de la publication y répondent. · Says something of a published figure, for one's establishment; those who publish answer it.",
  })
  commentOnFigure(
    @Ctx() context: SubgraphContext,
    @Arg("input", () => CommentOnFigureInput, { description: "Le commentaire. · The comment." })
    input: CommentOnFigureInput,
  ): Promise<FigureCommentAct> {
    return commentOnFigure(context, input);
  }

  @Authorized("steward:publish")
  @Mutation(() => FigureCommentAct, {
    description:
      "Répond à un commentaire ouvert ; la réponse ne se réécrit pas. · Answers an open comment; the answer is not rewritten.",
  })
  answerFigureComment(
    @Ctx() context: SubgraphContext,
    @Arg("id", () => ID, { description: idText }) id: string,
    @Arg("answer", () => String, {
      description: "La réponse, de 1 à 2000 caractères. · The answer, 1 to 2000 characters.",
    })
    answer: string,
  ): Promise<FigureCommentAct> {
    return answerFigureComment(context, id, answer);
  }

  @Authorized("figures:write")
  @Mutation(() => FigureCommentAct, {
    description:
      "Retire un commentaire ouvert de son établissement ; il reste dans son historique. · Withdraws an open comment of one's establishment; it stays in its history.",
  })
  withdrawFigureComment(
    @Ctx() context: SubgraphContext,
    @Arg("id", () => ID, { description: idText }) id: string,
  ): Promise<FigureCommentAct> {
    return withdrawFigureComment(context, id);
  }

  @FieldResolver(() => Establishment, {
    nullable: true,
    description: "L'établissement qui l'a écrit. · The establishment that wrote it.",
  })
  establishment(@Root() { establishmentCode }: FigureComment): Establishment {
    return { code: establishmentCode };
  }

  @FieldResolver(() => QualityIndicator, {
    nullable: true,
    description: "L'indicateur du chiffre. · The indicator of the figure.",
  })
  indicator(
    @Root() { indicatorCode }: FigureComment,
    @Ctx() context: SubgraphContext,
  ): Promise<QualityIndicator | null> {
    return indicatorByCode(context).load(indicatorCode);
  }
}
