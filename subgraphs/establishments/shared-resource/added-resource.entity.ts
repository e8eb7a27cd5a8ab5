import { Field, GraphQLISODateTime, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Authorized } from "../../shared/authorized.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { ResourceEvaluation, ResourceState } from "./resource-state.js";
import { SharedResourceKind } from "./shared-resource.entity.js";

@Authorized("figures:write", "steward:collect")
@ObjectType({
  description:
    "Une ressource ajoutée au répertoire, de la proposition au retrait ; lue par son établissement et par la collecte. · A resource added to the repertoire, from its proposal to its withdrawal; read by its establishment and by the collection.",
})
@Entity({ schema: "establishments", name: "added_resource" })
export class AddedResource {
  @Field(() => String, {
    description:
      "Code, celui qu'elle porte dans le répertoire. · Code, the one that it has in the repertoire.",
  })
  @PrimaryColumn("text")
  code!: string;

  /** Code of the establishment that it comes from. */
  @Column("text", { name: "establishment", nullable: true })
  establishmentCode!: string | null;

  @Field(() => ResourceState, { description: "État. · State." })
  @Column("text")
  state!: ResourceState;

  @Field(() => SharedResourceKind, { description: "Bonne pratique ou outil. · Good practice or tool." })
  @Column("text")
  kind!: SharedResourceKind;

  @Field(() => String, {
    description: "Sorte d'outil ou de pratique, en code. · Sort of tool or practice, a code.",
  })
  @Column("text")
  type!: string;

  @Field(() => LocalizedText, { description: "Titre. · Title." })
  @Column("jsonb")
  title!: LocalizedText;

  @Field(() => LocalizedText, { description: "Description courte. · Short description." })
  @Column("jsonb")
  description!: LocalizedText;

  @Field(() => String, { description: "Langue de la ressource. · Language of the resource." })
  @Column("text")
  language!: string;

  @Field(() => String, { nullable: true, description: "Adresse, si elle est connue. · Address, when known." })
  @Column("text", { nullable: true })
  url!: string | null;

  @Field(() => String, {
    description: "Licence, UNSTATED si non précisée. · Licence, UNSTATED when not stated.",
  })
  @Column("text")
  licence!: string;

  @Field(() => ResourceEvaluation, { description: "A-t-elle été évaluée ? · Has it been evaluated?" })
  @Column("text")
  evaluationStatus!: ResourceEvaluation;

  @Field(() => Boolean, {
    description: "Vrai si c'est une démonstration. · True when it is a demonstration.",
  })
  @Column("boolean", { name: "synthetic" })
  isSynthetic!: boolean;

  /** Who added it: kept to know who may not decide of it. */
  @Column("text")
  addedBy!: string;

  @Field(() => GraphQLISODateTime, { description: "Instant de l'ajout. · Instant of its adding." })
  @Column("timestamptz")
  addedAt!: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: "Instant de la décision. · Instant of the decision.",
  })
  @Column("timestamptz", { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Motif de la décision. · Reason of the decision." })
  @Column("text", { nullable: true })
  decisionReason!: string | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: "Instant du retrait. · Instant of its withdrawal.",
  })
  @Column("timestamptz", { nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Motif du retrait. · Reason of the withdrawal." })
  @Column("text", { nullable: true })
  withdrawalReason!: string | null;
}
