import { Field, Float, InputType, Int } from "type-graphql";
import type { Answer } from "./answer.js";
import { MissingCode, SubmissionMode } from "./submission-state.js";

@InputType("YearlyFiguresAnswerInput", {
  description:
    "Une réponse : exactement une valeur parmi number, text, choices et missing. · An answer: exactly one of number, text, choices and missing.",
})
export class AnswerInput implements Answer {
  @Field(() => String, { description: "Code de la question. · Code of the question." })
  question!: string;

  @Field(() => Float, { nullable: true, description: "Nombre. · Number." })
  number?: number | null;

  @Field(() => String, { nullable: true, description: "Texte. · Text." })
  text?: string | null;

  @Field(() => [String], { nullable: true, description: "Codes des choix. · Codes of the choices." })
  choices?: string[] | null;

  @Field(() => MissingCode, {
    nullable: true,
    description: "Pourquoi il n'y a pas de valeur. · Why there is no value.",
  })
  missing?: MissingCode | null;

  @Field(() => String, {
    nullable: true,
    description: "Commentaire, demandé par un avertissement. · Comment, asked for by a warning.",
  })
  comment?: string | null;
}

@InputType({
  description:
    "Les données annuelles d'un bureau pour une campagne. · The yearly figures of an office for a campaign.",
})
export class YearlyFiguresInput {
  @Field(() => String, { description: "Code de la campagne. · Code of the campaign." })
  campaign!: string;

  @Field(() => String, { description: "Code de l'établissement. · Code of the establishment." })
  establishment!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Code du bureau, si l'établissement en a plusieurs. · Code of the office, when there are several.",
  })
  office?: string | null;

  @Field(() => String, {
    description:
      "Clé choisie par l'expéditeur : la même clé et le même contenu donnent le même résultat. · Key chosen by the sender: the same key and content give the same result.",
  })
  idempotencyKey!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Révision d'où part l'expéditeur, rien pour un premier envoi. · Revision that the sender started from, nothing for a first push.",
  })
  baseRevision?: number | null;

  @Field(() => SubmissionMode, { description: "Essai, brouillon ou envoi. · Dry run, draft or submission." })
  mode!: SubmissionMode;

  @Field(() => String, {
    nullable: true,
    description:
      "Raison, exigée une fois une révision approuvée. · Reason, required once a revision was approved.",
  })
  reason?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Version de l'avis accepté, exigée pour soumettre. · Version of the accepted notice, required to submit.",
  })
  noticeVersion?: string | null;

  @Field(() => [AnswerInput], { description: "Réponses. · Answers." })
  answers!: AnswerInput[];
}
