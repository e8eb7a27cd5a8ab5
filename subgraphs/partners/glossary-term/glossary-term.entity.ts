import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReadWhenAsked } from "../../shared/asked-fields.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";

/** A concept that the sources define, or a word that the hub uses. */
export enum GlossaryKind {
  CONCEPT = "CONCEPT",
  HUB_TERM = "HUB_TERM",
}
registerEnumType(GlossaryKind, {
  name: "GlossaryKind",
  description:
    "Concept défini par une source, ou mot du carrefour. · Concept that a source defines, or word of the hub.",
  valuesConfig: {
    CONCEPT: { description: "Concept défini par une source. · Concept that a source defines." },
    HUB_TERM: { description: "Mot du carrefour. · Word of the hub." },
  },
});

@ObjectType({ description: "Un terme du glossaire. · A term of the glossary." })
@Entity({ schema: "partners_published", name: "glossary_term" })
export class GlossaryTerm {
  @Field(() => GlossaryKind, { description: "Sorte de terme. · Kind of term." })
  @Public()
  @PrimaryColumn("text")
  kind!: GlossaryKind;

  @Field(() => String, { description: "Code, unique dans sa sorte. · Code, unique in its kind." })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  /** Rank in the data file. */
  @Column("integer")
  position!: number;

  @Field(() => LocalizedText, { description: "Le terme. · The term." })
  @Public()
  @Column("jsonb")
  term!: LocalizedText;

  @Field(() => LocalizedText, { description: "Définition. · Definition." })
  @Public()
  @Column("jsonb")
  definition!: LocalizedText;

  @Field(() => LocalizedText, { description: "La même chose en mots simples. · The same in plain words." })
  @Public()
  @Column("jsonb")
  plain!: LocalizedText;

  @Field(() => Provenance, {
    nullable: true,
    description:
      "Source de la définition, absente pour un mot du carrefour. · Source of the definition, absent for a word of the hub.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb", { nullable: true })
  provenance!: Provenance | null;
}
