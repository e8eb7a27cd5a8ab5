import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReadWhenAsked } from "../../shared/asked-fields.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";

/** What sort of body supports research. */
export enum ResearchUnitKind {
  SUPPORT_UNIT = "SUPPORT_UNIT",
  CENTRE_OF_EXCELLENCE = "CENTRE_OF_EXCELLENCE",
  RESEARCH_CHAIR = "RESEARCH_CHAIR",
  STRATEGIC_COMMITTEE = "STRATEGIC_COMMITTEE",
  PARTNERSHIP_OFFICE_IN_RESEARCH = "PARTNERSHIP_OFFICE_IN_RESEARCH",
  LEARNING_COMMUNITY = "LEARNING_COMMUNITY",
  COMMUNITY_OF_PRACTICE = "COMMUNITY_OF_PRACTICE",
}
registerEnumType(ResearchUnitKind, {
  name: "ResearchUnitKind",
  description:
    "Unité de soutien, centre d'excellence, chaire, comité stratégique, bureau de partenariat en recherche, communauté d'apprentissages ou de pratique. · Support unit, centre of excellence, chair, strategic committee, partnership office in research, learning community or community of practice.",
  valuesConfig: {
    SUPPORT_UNIT: { description: "Unité de soutien. · Support unit." },
    CENTRE_OF_EXCELLENCE: { description: "Centre d'excellence. · Centre of excellence." },
    RESEARCH_CHAIR: { description: "Chaire de recherche. · Research chair." },
    STRATEGIC_COMMITTEE: {
      description: "Comité stratégique de patients partenaires. · Strategic committee of patient partners.",
    },
    PARTNERSHIP_OFFICE_IN_RESEARCH: {
      description: "Bureau de partenariat en recherche. · Partnership office in research.",
    },
    LEARNING_COMMUNITY: { description: "Communauté d'apprentissages. · Learning community." },
    COMMUNITY_OF_PRACTICE: { description: "Communauté de pratique. · Community of practice." },
  },
});

@ObjectType({
  description:
    "Une unité qui mène ou soutient la recherche en partenariat. · A unit that leads or supports research in partnership.",
})
@Entity({ schema: "research_partnerships_published", name: "research_unit" })
export class ResearchUnit {
  @Field(() => String, { description: "Code de l'unité. · Code of the unit." })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  /** Rank in the list. */
  @Column("integer")
  position!: number;

  @Field(() => LocalizedText, { description: "Nom de l'unité. · Name of the unit." })
  @Public()
  @Column("jsonb")
  name!: LocalizedText;

  @Field(() => ResearchUnitKind, { description: "Sorte d'unité. · Kind of unit." })
  @Public()
  @Column("text")
  kind!: ResearchUnitKind;

  /** Code of the establishment that hosts it, when the source names one. */
  @Column("text", { name: "establishment", nullable: true })
  establishmentCode!: string | null;

  @Field(() => LocalizedText, { description: "Ce qu'elle fait. · What it does." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  description!: LocalizedText;

  @Field(() => String, {
    nullable: true,
    description:
      "Année ou jour de fondation tel que la source le donne, absent si elles se contredisent. · Year or day of foundation as the source gives it, absent when sources disagree.",
  })
  @Public()
  @Column("text", { nullable: true })
  foundedOn!: string | null;

  @Field(() => Provenance, { description: "Source. · Source." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  provenance!: Provenance;
}
