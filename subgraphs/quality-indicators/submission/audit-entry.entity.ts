import { Field, GraphQLISODateTime, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { SubmissionEvent } from "./submission-state.js";

@ObjectType({
  description:
    "Un événement de la vie d'un envoi ; jamais modifié ni retiré. · An event in the life of a submission; never changed nor removed.",
})
@Entity({ schema: "quality_indicators", name: "audit_entry" })
export class AuditEntry {
  @PrimaryColumn("bigint")
  id!: string;

  /** The submission that it happened to. */
  @Column("uuid")
  submission!: string;

  @Field(() => SubmissionEvent, { description: "Ce qui est arrivé. · What happened." })
  @Column("text")
  event!: SubmissionEvent;

  @Field(() => Int, { description: "Révision en cause. · Revision involved." })
  @Column("integer")
  revision!: number;

  @Field(() => String, { description: "Identifiant de qui l'a fait. · Identifier of who did it." })
  @Column("text")
  actor!: string;

  @Field(() => GraphQLISODateTime, { description: "Instant. · Instant." })
  @Column("timestamptz")
  at!: Date;

  @Field(() => String, { nullable: true, description: "Raison. · Reason." })
  @Column("text", { nullable: true })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: "Édition publiée. · Published vintage." })
  @Column("text", { nullable: true })
  vintage!: string | null;

  @Field(() => String, { nullable: true, description: "Reçu avant. · Receipt before." })
  @Column("text", { nullable: true })
  beforeHash!: string | null;

  @Field(() => String, { nullable: true, description: "Reçu après. · Receipt after." })
  @Column("text", { nullable: true })
  afterHash!: string | null;
}
