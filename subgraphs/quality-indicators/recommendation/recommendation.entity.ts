import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";

@ObjectType({
  description: "Une formulation telle qu'imprimée. · A wording as printed.",
})
export class Wording {
  @Field(() => String, { description: "Le texte exact. · The exact text." })
  @Public()
  text!: string;

  @Field(() => Provenance, { description: "Où il est imprimé. · Where it is printed." })
  @Public()
  provenance!: Provenance;
}

@ObjectType({
  description:
    "Ce que les participants du Forum ont ajouté à une recommandation. · What participants of the Forum added to a recommendation.",
})
export class Enrichment {
  @Field(() => String, { description: "Code. · Code." })
  @Public()
  code!: string;

  @Field(() => LocalizedText, { description: "Le texte. · The text." })
  @Public()
  text!: LocalizedText;

  @Field(() => [String], {
    description:
      "Où il figure : E sommaire exécutif, 6 section 6, A annexe 1. · Where it stands: E executive summary, 6 section 6, A appendix 1.",
  })
  @Public()
  sections!: string[];

  @Field(() => [Wording], { description: "Toutes ses formulations. · All its wordings." })
  @Public()
  wordings!: Wording[];
}

@ObjectType({
  description: "À qui s'adresse une recommandation. · Whom a recommendation is addressed to.",
})
export class Addressee {
  @Field(() => LocalizedText, { description: "Nom. · Name." })
  @Public()
  label!: LocalizedText;

  @Field(() => Provenance, { description: "Où c'est dit. · Where it is said." })
  @Public()
  provenance!: Provenance;
}

@ObjectType({
  description:
    "Les recommandations de l'autre document qui disent la même chose, selon le carrefour. · The recommendations of the other document that say the same, as the hub sees it.",
})
export class Crosswalk {
  /** Codes of the related recommendations. */
  relatedTo!: string[];

  @Field(() => String, {
    description:
      "PROPOSED : rapprochement proposé par le carrefour. · PROPOSED: likeness proposed by the hub.",
  })
  @Public()
  status!: string;
}

@ObjectType({
  description:
    "Une recommandation : une des 12 du Portrait ou des 5 de l'énoncé de position. · A recommendation: one of the 12 of the Portrait or the 5 of the position statement.",
})
@Entity({ schema: "quality_indicators_published", name: "recommendation" })
export class Recommendation {
  @Field(() => String, {
    description: "Code, de P1 à P12 et de F1 à F5. · Code, P1 to P12 and F1 to F5.",
  })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  @Field(() => String, {
    description: "Code du document (voir `sources`). · Code of the document (see `sources`).",
  })
  @Public()
  @Column("text")
  document!: string;

  @Field(() => Int, { description: "Rang dans le document. · Rank in the document." })
  @Public()
  @Column("integer")
  position!: number;

  @Field(() => LocalizedText, { description: "Le texte. · The text." })
  @Public()
  @Column("jsonb")
  text!: LocalizedText;

  @Field(() => [Wording], { description: "Toutes ses formulations. · All its wordings." })
  @Public()
  @Column("jsonb")
  wordings!: Wording[];

  @Field(() => [Enrichment], { description: "Ce que le Forum y a ajouté. · What the Forum added to it." })
  @Public()
  @Column("jsonb")
  enrichments!: Enrichment[];

  @Field(() => [Addressee], { description: "À qui elle s'adresse. · Whom it is addressed to." })
  @Public()
  @Column("jsonb")
  addressees!: Addressee[];

  @Field(() => Crosswalk, {
    description: "Correspondances avec l'autre document. · Likeness with the other document.",
  })
  @Public()
  @Column("jsonb")
  crosswalk!: Crosswalk;

  /** Codes of the indicators that help to follow it. */
  @Column("text", { name: "linked_indicators", array: true })
  indicatorCodes!: string[];

  @Field(() => Provenance, { description: "Source. · Source." })
  @Public()
  @Column("jsonb")
  provenance!: Provenance;
}
