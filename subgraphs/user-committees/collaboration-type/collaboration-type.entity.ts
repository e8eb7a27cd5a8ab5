import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReadWhenAsked } from "../../shared/asked-fields.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";

@ObjectType({
  description:
    "Un type de collaboration entre un bureau de partenariat et un comité, selon le tableau 1 du portrait de 2024. · A type of collaboration between a partnership office and a committee, as table 1 of the 2024 portrait has it.",
})
@Entity({ schema: "user_committees_published", name: "collaboration_type" })
export class CollaborationType {
  @Field(() => String, { description: "Code du type. · Code of the type." })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  /** Rank in table 1. */
  @Column("integer")
  position!: number;

  @Field(() => LocalizedText, { description: "Libellé du tableau 1. · Label of table 1." })
  @Public()
  @Column("jsonb")
  label!: LocalizedText;

  @Field(() => [LocalizedText], { description: "Exemples du tableau 1. · Examples of table 1." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  examples!: LocalizedText[];

  @Field(() => Provenance, { description: "Source. · Source." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  provenance!: Provenance;
}
