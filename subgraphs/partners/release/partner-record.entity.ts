import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Authorized } from "../../shared/authorized.js";

@Authorized("research:agreement")
@ObjectType({
  description:
    "La fiche anonymisée d'un partenaire ; ses codes sont dans le dictionnaire de la diffusion ; ce qu'elle n'a pas en colonne est vide. · The anonymised record of a partner; its codes are in the release's dictionary; what is no column of the release is empty.",
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

  @Field(() => String, { nullable: true, description: "Groupe de régions. · Group of regions." })
  @Column("text", { nullable: true })
  regionGroup!: string | null;

  @Field(() => String, { nullable: true, description: "Groupe d'âge. · Age band." })
  @Column("text", { nullable: true })
  ageBand!: string | null;

  @Field(() => String, { nullable: true, description: "Genre. · Gender." })
  @Column("text", { nullable: true })
  gender!: string | null;

  @Field(() => String, { nullable: true, description: "Première langue. · First language." })
  @Column("text", { nullable: true })
  firstLanguage!: string | null;

  @Field(() => String, { nullable: true, description: "Période d'arrivée. · Period of joining." })
  @Column("text", { nullable: true })
  joinedPeriod!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Nombre d'engagements, par tranches. · Number of engagements, in bands.",
  })
  @Column("text", { nullable: true })
  engagementCount!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Profil : un seul, plusieurs ou aucun. · Profile: a single one, several or none.",
  })
  @Column("text", { nullable: true })
  profile!: string | null;

  @Field(() => String, { nullable: true, description: "A reçu une formation. · Has been trained." })
  @Column("text", { nullable: true })
  trained!: string | null;

  @Field(() => String, { nullable: true, description: "À quel titre. · In what standing." })
  @Column("text", { nullable: true })
  standing!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Premier domaine d'expérience, en grand groupe. · First domain of experience, broad group.",
  })
  @Column("text", { nullable: true })
  experienceDomain!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Plus haut degré d'engagement. · Highest degree of engagement.",
  })
  @Column("text", { nullable: true })
  highestDegree!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Leadership le plus partagé avec la personne. · Leadership most shared with the person.",
  })
  @Column("text", { nullable: true })
  leadership!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Sphère où la personne est le plus engagée. · Sphere in which the person is most engaged.",
  })
  @Column("text", { nullable: true })
  mainSphere!: string | null;
}
