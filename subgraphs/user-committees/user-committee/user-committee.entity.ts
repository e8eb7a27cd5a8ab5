import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReadWhenAsked } from "../../shared/asked-fields.js";
import { DataOrigin } from "../../shared/data-origin.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";
import { CommitteeKind } from "../committee-kind/committee-kind.entity.js";
import { Posture } from "../posture/posture.entity.js";

@ObjectType({
  description:
    "Un comité dont les membres élus représentent les usagers et défendent leurs droits. · A committee whose elected members represent users and defend their rights.",
})
@Directive('@key(fields: "id")')
@Entity({ schema: "user_committees_published", name: "user_committee" })
export class UserCommittee {
  @Field(() => ID, { description: "Identifiant du comité. · Identifier of the committee." })
  @Public()
  @PrimaryColumn("text")
  id!: string;

  /** Rank, in the order of the list of establishments. */
  @Column("integer")
  position!: number;

  @Field(() => CommitteeKind, { description: "Sorte de comité. · Kind of committee." })
  @Public()
  @Column("text")
  kind!: CommitteeKind;

  @Field(() => LocalizedText, { description: "Nom du comité. · Name of the committee." })
  @Public()
  @Column("jsonb")
  name!: LocalizedText;

  @Field(() => Posture, {
    description:
      "Mandat : la défense des droits, à ne pas confondre avec la co-construction. · Mandate: the defence of rights, not to be taken for co-construction.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("text")
  mandate!: Posture;

  /** Code of its establishment. */
  @Column("text", { name: "establishment" })
  establishmentCode!: string;

  @Field(() => DataOrigin, {
    description:
      "SYNTHETIC pour un comité de démonstration : les sources n'en listent aucun par établissement. · SYNTHETIC for a demonstration committee: the sources list none by establishment.",
  })
  @Public()
  @Column("text")
  origin!: DataOrigin;

  @Field(() => Provenance, { description: "Source. · Source." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  provenance!: Provenance;
}
