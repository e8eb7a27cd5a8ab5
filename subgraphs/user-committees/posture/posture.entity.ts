import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReadWhenAsked } from "../../shared/asked-fields.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";

/** What a person is there for; the three are never added together. */
export enum Posture {
  CO_CONSTRUCTION = "CO_CONSTRUCTION",
  RIGHTS_DEFENCE = "RIGHTS_DEFENCE",
  BOTH_DECLARED = "BOTH_DECLARED",
}
registerEnumType(Posture, {
  name: "Posture",
  description:
    "Co-construction, défense des droits, ou les deux, déclarées ; jamais additionnées. · Co-construction, defence of rights, or both, declared; never added together.",
  valuesConfig: {
    CO_CONSTRUCTION: {
      description:
        "Partenariat : mettre ses savoirs expérientiels au service d'une co-construction des soins et des services. · Partnership: bringing experiential knowledge to the co-construction of care and services.",
    },
    RIGHTS_DEFENCE: {
      description:
        "Représentation et défense de droit : représenter les usagers et veiller au respect de leurs droits. · Representation and defence of rights: representing users and seeing that their rights are respected.",
    },
    BOTH_DECLARED: {
      description:
        "Les deux postures, déclarées ; jamais additionné aux deux autres. · Both postures, declared; never added to the other two.",
    },
  },
});

@ObjectType({
  description:
    "Ce qui distingue une posture, selon le tableau comparatif de la source. · What sets a posture apart, as the source's comparison table has it.",
})
@Entity({ schema: "user_committees_published", name: "posture" })
export class PostureDefinition {
  @Field(() => Posture, { description: "Code de la posture. · Code of the posture." })
  @Public()
  @PrimaryColumn("text")
  code!: Posture;

  /** Rank in the list. */
  @Column("integer")
  position!: number;

  @Field(() => LocalizedText, { description: "Nom de la posture. · Name of the posture." })
  @Public()
  @Column("jsonb")
  label!: LocalizedText;

  @Field(() => LocalizedText, { description: "Ce qu'elle veut dire. · What it means." })
  @Public()
  @Column("jsonb")
  description!: LocalizedText;

  @Field(() => LocalizedText, {
    nullable: true,
    description: "Objectif, si la source le donne. · Objective, when the source gives one.",
  })
  @Public()
  @Column("jsonb", { nullable: true })
  objective!: LocalizedText | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: "Demande-t-elle d'avoir vécu la maladie ? · Does it require having lived with illness?",
  })
  @Public()
  @Column("jsonb", { nullable: true })
  illnessExperience!: LocalizedText | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: "Source de sa légitimité. · Source of its legitimacy.",
  })
  @Public()
  @Column("jsonb", { nullable: true })
  legitimacy!: LocalizedText | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: "Source de ses connaissances. · Source of its knowledge.",
  })
  @Public()
  @Column("jsonb", { nullable: true })
  knowledgeSource!: LocalizedText | null;

  @Field(() => Provenance, { description: "Source. · Source." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  provenance!: Provenance;
}
