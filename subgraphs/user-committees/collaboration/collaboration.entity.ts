import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { DataOrigin } from "../../shared/data-origin.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";
import { CollaborationIntensity } from "../collaboration-intensity/collaboration-intensity.entity.js";
import { Posture } from "../posture/posture.entity.js";

@ObjectType({
  description:
    "Une collaboration entre un bureau de partenariat et un comité. · A collaboration between a partnership office and a committee.",
})
@Entity({ schema: "user_committees_published", name: "collaboration" })
export class Collaboration {
  @Field(() => String, { description: "Code de la collaboration. · Code of the collaboration." })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  /** Rank among the rows of its origin. */
  @Column("integer")
  position!: number;

  /** Code of its type of table 1, when one fits. */
  @Column("text", { name: "type", nullable: true })
  typeCode!: string | null;

  @Field(() => CollaborationIntensity, {
    description: "Intensité, codée par le carrefour. · Intensity, coded by the hub.",
  })
  @Public()
  @Column("text")
  intensity!: CollaborationIntensity;

  @Field(() => LocalizedText, { description: "En quoi elle consiste. · What it consists of." })
  @Public()
  @Column("jsonb")
  description!: LocalizedText;

  /** Code of the establishment that the source names. */
  @Column("text", { name: "attributed_to", nullable: true })
  attributedToCode!: string | null;

  /** Identifier of its committee, when one is known. */
  @Column("text", { name: "committee", nullable: true })
  committeeId!: string | null;

  @Field(() => Posture, {
    nullable: true,
    description:
      "Posture déclarée, absente si la source n'en dit rien. · Declared posture, absent when the source says nothing of it.",
  })
  @Public()
  @Column("text", { nullable: true })
  posture!: Posture | null;

  @Field(() => DataOrigin, {
    description:
      "Publiée par une source, ou synthétique (démonstration). · Published by a source, or synthetic (demonstration).",
  })
  @Public()
  @Column("text")
  origin!: DataOrigin;

  @Field(() => Provenance, { description: "Source. · Source." })
  @Public()
  @Column("jsonb")
  provenance!: Provenance;
}
