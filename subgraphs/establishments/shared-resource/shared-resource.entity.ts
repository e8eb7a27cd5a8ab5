import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReadWhenAsked } from "../../shared/asked-fields.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";

/** A practice that others can follow, or a tool that they can take. */
export enum SharedResourceKind {
  GOOD_PRACTICE = "GOOD_PRACTICE",
  TOOL = "TOOL",
}
registerEnumType(SharedResourceKind, {
  name: "SharedResourceKind",
  description: "Bonne pratique ou outil. · Good practice or tool.",
  valuesConfig: {
    GOOD_PRACTICE: {
      description:
        "Bonne pratique qu'une source raconte ou qu'un établissement partage. · Good practice that a source tells of or an establishment shares.",
    },
    TOOL: {
      description: "Outil : référentiel, guide, trousse, sondage… · Tool: framework, guide, kit, survey…",
    },
  },
});

@ObjectType({
  description: "Une bonne pratique ou un outil mis en commun. · A good practice or a tool put in common.",
})
@Entity({ schema: "establishments_published", name: "shared_resource" })
export class SharedResource {
  @Field(() => String, { description: "Code de la ressource. · Code of the resource." })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  /** Rank in the repertoire. */
  @Column("integer")
  position!: number;

  @Field(() => SharedResourceKind, { description: "Bonne pratique ou outil. · Good practice or tool." })
  @Public()
  @Column("text")
  kind!: SharedResourceKind;

  @Field(() => String, {
    description: "Sorte d'outil ou de pratique, en code. · Sort of tool or practice, a code.",
  })
  @Public()
  @Column("text")
  type!: string;

  @Field(() => LocalizedText, { description: "Titre. · Title." })
  @Public()
  @Column("jsonb")
  title!: LocalizedText;

  @Field(() => LocalizedText, { description: "Description courte. · Short description." })
  @Public()
  @Column("jsonb")
  description!: LocalizedText;

  /** Code of the establishment that owns it, when the source says so. */
  @Column("text", { name: "establishment", nullable: true })
  establishmentCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Partenaires nommés par la source. · Partners that the source names.",
  })
  @Public()
  @Column("text", { nullable: true })
  partnersText!: string | null;

  @Field(() => String, { description: "Langue de la ressource. · Language of the resource." })
  @Public()
  @Column("text")
  language!: string;

  @Field(() => String, { nullable: true, description: "Adresse, si elle est connue. · Address, when known." })
  @Public()
  @Column("text", { nullable: true })
  url!: string | null;

  @Field(() => String, {
    description: "Licence, UNSTATED si non précisée. · Licence, UNSTATED when not stated.",
  })
  @Public()
  @Column("text")
  licence!: string;

  @Field(() => String, { description: "A-t-elle été évaluée ? · Has it been evaluated?" })
  @Public()
  @Column("text")
  evaluationStatus!: string;

  @Field(() => Boolean, {
    description:
      "Vrai si elle a été ajoutée pour la démonstration. · True when it was added for demonstration.",
  })
  @Public()
  @Column("boolean", { name: "synthetic" })
  isSynthetic!: boolean;

  @Field(() => Provenance, { description: "Source. · Source." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  provenance!: Provenance;
}
