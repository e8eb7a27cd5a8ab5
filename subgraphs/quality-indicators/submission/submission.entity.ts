import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Authorized } from "../../shared/authorized.js";
import { SubmissionState } from "./submission-state.js";

@Authorized("figures:write", "steward:collect")
@ObjectType({
  description:
    "L'envoi d'un bureau pour une campagne, visible de son établissement et des responsables de la collecte. · The submission of an office for a campaign, seen by its establishment and the stewards of the collection.",
})
@Entity({ schema: "quality_indicators", name: "submission" })
export class Submission {
  @Field(() => ID, { description: "Identifiant. · Identifier." })
  @PrimaryColumn("uuid")
  id!: string;

  @Field(() => String, { description: "Code de la campagne. · Code of the campaign." })
  @Column("text")
  campaign!: string;

  @Field(() => String, { description: "Code du bureau. · Code of the office." })
  @Column("text")
  office!: string;

  /** Code of its establishment. */
  @Column("text", { name: "establishment" })
  establishmentCode!: string;

  @Field(() => SubmissionState, { description: "État. · State." })
  @Column("text")
  state!: SubmissionState;

  @Field(() => Int, { description: "Révision courante. · Current revision." })
  @Column("integer", { name: "current_revision" })
  revision!: number;

  @Field(() => Int, {
    nullable: true,
    description: "Dernière révision approuvée. · Last approved revision.",
  })
  @Column("integer", { nullable: true })
  approvedRevision!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Identifiant de qui l'a approuvée. · Identifier of who approved it.",
  })
  @Column("text", { nullable: true })
  approvedBy!: string | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: "Instant de l'approbation. · Instant of the approval.",
  })
  @Column("timestamptz", { nullable: true })
  approvedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "Dernière révision publiée. · Last published revision.",
  })
  @Column("integer", { nullable: true })
  publishedRevision!: number | null;
}

/** True once a revision was approved, or published and withdrawn since: what follows is a correction. */
export const wasApproved = ({ approvedRevision, publishedRevision }: Submission): boolean =>
  approvedRevision !== null || publishedRevision !== null;
