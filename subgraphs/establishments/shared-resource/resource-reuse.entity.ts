import { Field, GraphQLISODateTime, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Authorized } from "../../shared/authorized.js";

@Authorized("figures:write", "steward:collect")
@ObjectType({
  description:
    "Un établissement qui réutilise une ressource ; lu par lui et par la collecte, le public n'en lit que le nombre. · An establishment that reuses a resource; read by itself and by the collection, the public reads only how many.",
})
@Entity({ schema: "establishments", name: "resource_reuse" })
export class ResourceReuse {
  @PrimaryColumn("bigint")
  id!: string;

  @Field(() => String, { description: "Code de la ressource. · Code of the resource." })
  @Column("text", { name: "resource" })
  code!: string;

  @Field(() => String, { description: "Code de l'établissement. · Code of the establishment." })
  @Column("text", { name: "establishment" })
  establishmentCode!: string;

  @Field(() => String, { nullable: true, description: "Ce qu'il en fait. · What it does with it." })
  @Column("text", { nullable: true })
  note!: string | null;

  @Field(() => GraphQLISODateTime, { description: "Instant où il l'a dit. · Instant at which it said so." })
  @Column("timestamptz")
  toldAt!: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: "Instant où il l'a repris. · Instant at which it took it back.",
  })
  @Column("timestamptz", { nullable: true })
  takenBackAt!: Date | null;
}
