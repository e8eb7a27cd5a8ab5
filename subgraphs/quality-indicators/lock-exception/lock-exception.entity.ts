import { Field, GraphQLISODateTime, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Authorized } from "../../shared/authorized.js";

@Authorized("figures:write", "steward:collect")
@ObjectType({
  description:
    "Le droit d'un bureau d'envoyer ses données après le verrou, marquées en retard ; jamais modifié ni retiré. · The right of an office to send its figures after the lock, marked late; never changed nor removed.",
})
@Entity({ schema: "quality_indicators", name: "lock_exception" })
export class LockException {
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

  @Field(() => GraphQLISODateTime, {
    description: "Fin : un envoi est pris avant cet instant. · End: a push is taken before this instant.",
  })
  @Column("timestamptz", { name: "ends_at" })
  until!: Date;

  @Field(() => String, { description: "Raison. · Reason." })
  @Column("text")
  reason!: string;

  /** Who granted it. */
  @Column("text")
  grantedBy!: string;

  @Field(() => GraphQLISODateTime, { description: "Accordée le. · Granted on." })
  @Column("timestamptz")
  grantedAt!: Date;
}
