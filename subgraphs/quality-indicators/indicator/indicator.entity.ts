import { Directive, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";
import type { Measure } from "../computation/measure.js";
import { ObservationLevel } from "../observation/observation.entity.js";
import type { CoConstruction } from "./co-construction.js";
import { Basis, Unit, ValueType } from "./measure.js";

/** What partnership touches, as an indicator sees it. */
export enum IndicatorSphere {
  GOVERNANCE = "GOVERNANCE",
  CARE = "CARE",
  COMMUNITY = "COMMUNITY",
  RESEARCH = "RESEARCH",
  TEACHING = "TEACHING",
  POLICY = "POLICY",
  ALL = "ALL",
}
registerEnumType(IndicatorSphere, {
  name: "IndicatorSphere",
  description:
    "Sphère du partenariat que l'indicateur touche, ou toutes. · Sphere of partnership that the indicator touches, or all.",
  valuesConfig: {
    GOVERNANCE: { description: "Gouvernance. · Governance." },
    CARE: { description: "Soins et services. · Care and services." },
    COMMUNITY: { description: "Communautés. · Communities." },
    RESEARCH: { description: "Recherche. · Research." },
    TEACHING: { description: "Enseignement. · Teaching." },
    POLICY: { description: "Politique. · Policy." },
    ALL: { description: "Toutes les sphères. · All spheres." },
  },
});

/** Whether more is better; the sources never say so. */
export enum Polarity {
  NO_JUDGEMENT = "NO_JUDGEMENT",
  HIGHER_IS_BETTER = "HIGHER_IS_BETTER",
  LOWER_IS_BETTER = "LOWER_IS_BETTER",
}
registerEnumType(Polarity, {
  name: "Polarity",
  description:
    "Sans jugement tant qu'aucune source ne dit le contraire. · No judgement, as long as no source says otherwise.",
  valuesConfig: {
    NO_JUDGEMENT: {
      description:
        "Aucune valeur n'est dite meilleure qu'une autre. · No value is called better than another.",
    },
    HIGHER_IS_BETTER: {
      description:
        "Une valeur plus haute est meilleure, selon une source. · A higher value is better, as a source says.",
    },
    LOWER_IS_BETTER: {
      description:
        "Une valeur plus basse est meilleure, selon une source. · A lower value is better, as a source says.",
    },
  },
});

/** How often an indicator is measured. */
export enum Frequency {
  ANNUAL = "ANNUAL",
}
registerEnumType(Frequency, {
  name: "Frequency",
  description: "Fréquence de la mesure. · How often it is measured.",
  valuesConfig: {
    ANNUAL: { description: "Annuelle. · Once a year." },
  },
});

/** Whether an indicator comes from a source or is proposed by the hub. */
export enum IndicatorOrigin {
  SOURCE = "SOURCE",
  PROPOSED_BY_HUB = "PROPOSED_BY_HUB",
}
registerEnumType(IndicatorOrigin, {
  name: "IndicatorOrigin",
  description: "Tiré d'une source ou proposé par le carrefour. · From a source, or proposed by the hub.",
  valuesConfig: {
    SOURCE: { description: "Tiré d'une source. · From a source." },
    PROPOSED_BY_HUB: { description: "Proposé par le carrefour. · Proposed by the hub." },
  },
});

@ObjectType({ description: "Une catégorie d'un indicateur. · A category of an indicator." })
export class IndicatorCategory {
  @Field(() => String, { description: "Code. · Code." })
  @Public()
  code!: string;

  @Field(() => LocalizedText, { description: "Libellé. · Label." })
  @Public()
  label!: LocalizedText;
}

@ObjectType({
  description:
    "Un indicateur de qualité du partenariat : ce qu'il mesure, sur qui, et d'où il vient. · A quality indicator of partnership: what it measures, of whom, and where it comes from.",
})
@Directive('@key(fields: "code")')
@Entity({ schema: "quality_indicators_published", name: "indicator" })
export class QualityIndicator {
  @Field(() => String, { description: "Code, par exemple IQP-06. · Code, such as IQP-06." })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  @Field(() => Int, { description: "Version de la définition. · Version of the definition." })
  @Public()
  @Column("integer")
  version!: number;

  @Field(() => LocalizedText, { description: "Nom. · Name." })
  @Public()
  @Column("jsonb")
  name!: LocalizedText;

  @Field(() => LocalizedText, { description: "En mots simples. · In plain words." })
  @Public()
  @Column("jsonb")
  plain!: LocalizedText;

  @Field(() => LocalizedText, { description: "Définition. · Definition." })
  @Public()
  @Column("jsonb")
  definition!: LocalizedText;

  @Field(() => LocalizedText, { description: "Ce que compte le numérateur. · What the numerator counts." })
  @Public()
  @Column("jsonb")
  numeratorDefinition!: LocalizedText;

  @Field(() => LocalizedText, {
    nullable: true,
    description: "Ce que compte le dénominateur. · What the denominator counts.",
  })
  @Public()
  @Column("jsonb", { nullable: true })
  denominatorDefinition!: LocalizedText | null;

  @Field(() => IndicatorSphere, { description: "Sphère. · Sphere." })
  @Public()
  @Column("text")
  sphere!: IndicatorSphere;

  @Field(() => ObservationLevel, { description: "Niveau de définition. · Level of the definition." })
  @Public()
  @Column("text")
  level!: ObservationLevel;

  @Field(() => Unit, { description: "Unité. · Unit." })
  @Public()
  @Column("text")
  unit!: Unit;

  @Field(() => ValueType, { description: "Sorte de nombre. · Kind of number." })
  @Public()
  @Column("text")
  valueType!: ValueType;

  @Field(() => Basis, { description: "De qui parle l'indicateur. · Whom the indicator speaks of." })
  @Public()
  @Column("text")
  basis!: Basis;

  @Field(() => Polarity, {
    description: "Sens du mieux, s'il est établi. · Direction of better, when settled.",
  })
  @Public()
  @Column("text")
  polarity!: Polarity;

  @Field(() => Frequency, { description: "Fréquence. · Frequency." })
  @Public()
  @Column("text")
  frequency!: Frequency;

  @Field(() => [IndicatorCategory], { description: "Catégories, s'il en a. · Categories, when it has some." })
  @Public()
  @Column("jsonb")
  categories!: IndicatorCategory[];

  @Field(() => [LocalizedText], { description: "Mises en garde. · Caveats." })
  @Public()
  @Column("jsonb")
  caveats!: LocalizedText[];

  /** Codes of the recommendations that it helps to follow. */
  @Column("text", { name: "recommendation_links", array: true })
  recommendationCodes!: string[];

  @Field(() => [String], {
    description: "Codes des questions dont il se calcule. · Codes of the questions that it is computed from.",
  })
  @Public()
  @Column("text", { array: true })
  questions!: string[];

  /** What documents say of its making; what is recorded stands in a table of its own. */
  @Column("jsonb", { name: "co_construction" })
  toldOfMaking!: Pick<CoConstruction, "statements">;

  /** How it is computed; none for what the hub does not compute. */
  @Column("jsonb")
  measures!: Measure[];

  @Field(() => [ObservationLevel], {
    description:
      "Niveaux auxquels il se publie, si l'avis de la campagne le permet. · Levels at which it is published, where the notice of the campaign allows it.",
  })
  @Public()
  @Column("text", { array: true })
  levels!: ObservationLevel[];

  @Field(() => [String], {
    description:
      "Codes des indicateurs sans lesquels un nombre de personnes ne se montre pas. · Codes of the indicators without which a head count is not shown.",
  })
  @Public()
  @Column("text", { array: true })
  companions!: string[];

  @Field(() => IndicatorOrigin, { description: "D'où il vient. · Where it comes from." })
  @Public()
  @Column("text")
  origin!: IndicatorOrigin;

  @Field(() => [String], {
    description: "Codes des campagnes qui l'ont demandé. · Codes of the campaigns that asked for it.",
  })
  @Public()
  @Column("text", { array: true })
  askedIn!: string[];

  @Field(() => Provenance, { description: "Source. · Source." })
  @Public()
  @Column("jsonb")
  provenance!: Provenance;
}
