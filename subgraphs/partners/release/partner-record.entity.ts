import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Authorized } from "../../shared/authorized.js";

@Authorized("research:agreement")
@ObjectType({
  description:
    "La fiche anonymisée d'un partenaire ; ses codes sont dans le dictionnaire de la diffusion. · The anonymised record of a partner; its codes are in the release's dictionary.",
})
@Entity({ schema: "partners_release", name: "record" })
export class PartnerRecord {
  @Column("text")
  release!: string;

  @Column("text")
  agreement!: string;

  @Field(() => ID, {
    description:
      "Identifiant tiré au hasard pour cette entente et cette diffusion. · Identifier drawn at random for this agreement and this release.",
  })
  @PrimaryColumn("uuid")
  rowId!: string;

  /** Rank in the shuffled order. */
  @Column("integer")
  position!: number;

  @Field(() => String, { description: "Groupe de régions. · Group of regions." })
  @Column("text")
  regionGroup!: string;

  @Field(() => String, { description: "Groupe d'âge. · Age band." })
  @Column("text")
  ageBand!: string;

  @Field(() => String, { description: "Genre. · Gender." })
  @Column("text")
  gender!: string;

  @Field(() => String, { description: "À quel titre. · In what standing." })
  @Column("text")
  standing!: string;

  @Field(() => String, {
    description: "Premier domaine d'expérience, en grand groupe. · First domain of experience, broad group.",
  })
  @Column("text")
  experienceDomain!: string;
}
