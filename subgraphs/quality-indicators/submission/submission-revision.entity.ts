import { Field, Float, GraphQLISODateTime, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Authorized } from "../../shared/authorized.js";
import type { Answer } from "./answer.js";
import { MissingCode, SubmissionMode } from "./submission-state.js";

@Authorized("figures:write", "steward:collect")
@ObjectType("YearlyFiguresAnswer", { description: "Une réponse gardée. · An answer as kept." })
export class KeptAnswer implements Answer {
  @Field(() => Int, {
    description:
      "Rang de la réponse au questionnaire, s'il y en a plusieurs. · Rank of the response, when there are several.",
  })
  response!: number;

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

  @Field(() => String, { nullable: true, description: "Commentaire. · Comment." })
  comment?: string | null;
}

@Authorized("figures:write", "steward:collect")
@ObjectType({
  description:
    "Une révision d'un envoi ; jamais modifiée ni retirée. · A revision of a submission; never changed nor removed.",
})
@Entity({ schema: "quality_indicators", name: "submission_revision" })
export class SubmissionRevision {
  /** The submission that it belongs to. */
  @PrimaryColumn("uuid")
  submission!: string;

  @Field(() => Int, { description: "Numéro, à partir de 1. · Number, from 1." })
  @PrimaryColumn("integer")
  revision!: number;

  /** The responses of the office: one, or several up to 2024. */
  @Column("jsonb")
  responses!: Answer[][];

  @Field(() => String, { description: "Identifiant de l'expéditeur. · Identifier of the sender." })
  @Column("text")
  submittedBy!: string;

  @Field(() => GraphQLISODateTime, { description: "Instant de réception. · Instant of reception." })
  @Column("timestamptz")
  submittedAt!: Date;

  @Field(() => SubmissionMode, { description: "Brouillon ou envoi. · Draft or submission." })
  @Column("text")
  mode!: SubmissionMode;

  @Field(() => String, { nullable: true, description: "Raison. · Reason." })
  @Column("text", { nullable: true })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Version de l'avis accepté. · Version of the accepted notice.",
  })
  @Column("text", { nullable: true })
  noticeVersion!: string | null;

  @Field(() => Boolean, {
    description: "Vrai pour des réponses de démonstration. · True for demonstration answers.",
  })
  @Column("boolean")
  synthetic!: boolean;

  @Column("text")
  payloadHash!: string;

  @Field(() => String, {
    description: "Empreinte SHA-256 de ce que la révision contient. · SHA-256 of what the revision holds.",
  })
  @Column("text")
  contentHash!: string;
}
