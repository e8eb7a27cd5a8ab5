import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";
import { Basis, Unit, ValueType } from "../indicator/measure.js";
import { ObservationStatus } from "../observation/observation.entity.js";
import { Period } from "../observation/period.js";

@ObjectType({
  description:
    "Un chiffre d'un document, à l'endroit où il est imprimé ; le même chiffre imprimé ailleurs est une autre ligne. · A figure of a document, at the place where it is printed; the same figure printed elsewhere is another row.",
})
@Entity({ schema: "quality_indicators_published", name: "published_figure" })
export class PublishedFigure {
  @Field(() => String, { description: "Code : chiffre et endroit. · Code: figure and place." })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  /** Rank in the list. */
  @Column("integer")
  position!: number;

  @Field(() => String, {
    description: "Code du chiffre, sans l'endroit. · Code of the figure, without the place.",
  })
  @Public()
  @Column("text")
  figure!: string;

  @Field(() => LocalizedText, { description: "De quoi parle le chiffre. · What the figure speaks of." })
  @Public()
  @Column("jsonb")
  label!: LocalizedText;

  @Field(() => String, {
    nullable: true,
    description: "Campagne ou année, s'il y en a une. · Campaign or year, when there is one.",
  })
  @Public()
  @Column("text", { nullable: true })
  campaign!: string | null;

  @Field(() => Period, { description: "Période. · Period." })
  @Public()
  @Column("jsonb")
  period!: Period;

  @Field(() => String, {
    nullable: true,
    description:
      "Code de l'indicateur dont il est une valeur, ou rien. · Code of the indicator that it is a value of, or nothing.",
  })
  @Public()
  @Column("text", { nullable: true })
  indicator!: string | null;

  @Field(() => String, { nullable: true, description: "Code de la catégorie. · Code of the category." })
  @Public()
  @Column("text", { nullable: true })
  category!: string | null;

  @Field(() => ValueType, { description: "Sorte de nombre. · Kind of number." })
  @Public()
  @Column("text")
  valueType!: ValueType;

  @Field(() => Float, {
    nullable: true,
    description: "La valeur, s'il y a un seul nombre. · The value, when it is one number.",
  })
  @Public()
  @Column("double precision", { nullable: true })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: "Le bas de l'étendue. · The low end of the range." })
  @Public()
  @Column("double precision", { nullable: true })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: "Le haut de l'étendue. · The high end of the range." })
  @Public()
  @Column("double precision", { nullable: true })
  high!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "La valeur telle qu'imprimée. · The value as printed.",
  })
  @Public()
  @Column("text", { nullable: true })
  text!: string | null;

  @Field(() => Unit, { description: "Unité. · Unit." })
  @Public()
  @Column("text")
  unit!: Unit;

  @Field(() => Float, { nullable: true, description: "Numérateur. · Numerator." })
  @Public()
  @Column("double precision", { nullable: true })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: "Dénominateur. · Denominator." })
  @Public()
  @Column("double precision", { nullable: true })
  denominator!: number | null;

  @Field(() => Boolean, {
    description:
      "Vrai si numérateur et dénominateur sont déduits de l'arithmétique, non imprimés. · True when numerator and denominator are deduced by arithmetic, not printed.",
  })
  @Public()
  @Column("boolean")
  countInferred!: boolean;

  @Field(() => Basis, { description: "De qui parle le chiffre. · Whom the figure speaks of." })
  @Public()
  @Column("text")
  basis!: Basis;

  @Field(() => ObservationStatus, {
    description: "Lu, ou perdu avec son graphique. · Read, or lost with its chart.",
  })
  @Public()
  @Column("text")
  status!: ObservationStatus;

  @Field(() => Boolean, {
    description:
      "Vrai si le carrefour l'a calculé de chiffres imprimés. · True when the hub computed it from printed figures.",
  })
  @Public()
  @Column("boolean")
  derived!: boolean;

  @Field(() => [String], {
    description: "Codes des chiffres dont il est calculé. · Codes of the figures that it is computed from.",
  })
  @Public()
  @Column("text", { array: true })
  derivedFrom!: string[];

  @Field(() => Int, {
    description:
      "Rang parmi les endroits où le chiffre est imprimé. · Rank among the places where the figure is printed.",
  })
  @Public()
  @Column("integer")
  rank!: number;

  /** Codes of the contradictions that it is a side of. */
  @Column("text", { name: "contradictions", array: true })
  contradictionIds!: string[];

  @Field(() => LocalizedText, { nullable: true, description: "Remarque. · Note." })
  @Public()
  @Column("jsonb", { nullable: true })
  note!: LocalizedText | null;

  /** Code of the document. */
  @Column("text")
  source!: string;

  @Field(() => Provenance, { description: "Où il est imprimé. · Where it is printed." })
  @Public()
  @Column("jsonb")
  provenance!: Provenance;
}
