import { Field, GraphQLISODateTime, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Authorized } from "../../shared/authorized.js";
import { AuditEvent } from "./audit-event.js";
import { receiptOf } from "./receipt.js";

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Une entrée du journal, enchaînée à la précédente ; jamais modifiée ni retirée. · An entry of the audit, chained to the one before; never changed nor removed.",
})
@Entity({ schema: "quality_indicators", name: "audit_entry" })
export class AuditEntry {
  @Field(() => String, {
    description:
      "Chaîne : code de l'établissement, ou HUB pour ce qui n'en concerne aucun. · Chain: code of the establishment, or HUB for what concerns none.",
  })
  @PrimaryColumn("text")
  chain!: string;

  @Field(() => Int, {
    description: "Rang dans sa chaîne, à partir de 1, sans trou. · Place in its chain, from 1, without gap.",
  })
  @PrimaryColumn("integer")
  sequence!: number;

  /** The submission that it happened to. */
  @Column("uuid", { nullable: true })
  submission!: string | null;

  @Field(() => AuditEvent, { description: "Ce qui est arrivé. · What happened." })
  @Column("text")
  event!: AuditEvent;

  @Field(() => Int, { nullable: true, description: "Révision en cause. · Revision involved." })
  @Column("integer", { nullable: true })
  revision!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Code de la campagne, de l'indicateur, de la recommandation ou de l'édition en cause, ou identifiant du commentaire. · Code of the campaign, indicator, recommendation or vintage involved, or identifier of the comment.",
  })
  @Column("text", { nullable: true })
  subject!: string | null;

  @Field(() => String, { description: "Identifiant de qui l'a fait. · Identifier of who did it." })
  @Column("text")
  actor!: string;

  @Field(() => GraphQLISODateTime, { description: "Instant. · Instant." })
  @Column("timestamptz")
  at!: Date;

  /** What an office wrote to say why: of use to it and to the collection, to nobody else. */
  @Authorized("figures:write", "steward:collect")
  @Field(() => String, { nullable: true, description: "Raison. · Reason." })
  @Column("text", { nullable: true })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: "Édition publiée. · Published vintage." })
  @Column("text", { nullable: true })
  vintage!: string | null;

  @Field(() => String, { nullable: true, description: "Empreinte avant. · Hash before." })
  @Column("text", { nullable: true })
  beforeHash!: string | null;

  @Field(() => String, { nullable: true, description: "Empreinte après. · Hash after." })
  @Column("text", { nullable: true })
  afterHash!: string | null;

  /** The head of the chain once this entry was added. */
  @Column("bytea")
  head!: Buffer;

  @Field(() => String, {
    description:
      "Reçu : chaîne, rang et tête de la chaîne après cette entrée. · Receipt: chain, place and head of the chain after this entry.",
  })
  get receipt(): string {
    return receiptOf(this);
  }
}
