import { Field, Float, Int, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";

@Authorized("research:agreement", "steward:publish", "steward:privacy")
@ObjectType({ description: "Degré de généralisation d'une clé. · Degree of generalisation of a key." })
export class KeyGeneralisation {
  @Field(() => String, { description: "La clé. · The key." })
  key!: string;

  @Field(() => String, { description: "Le degré retenu. · The degree chosen." })
  level!: string;
}

@Authorized("research:agreement", "steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Diversité d'une colonne sensible, dans la pire classe. · Diversity of a sensitive column, in the worst class.",
})
export class ColumnDiversity {
  @Field(() => String, { description: "La colonne. · The column." })
  column!: string;

  @Field(() => Int, { description: "Valeurs distinctes (l). · Distinct values (l)." })
  l!: number;

  @Field(() => Float, {
    description:
      "Écart à la répartition d'ensemble (t), de 0 à 1. · Distance from the overall distribution (t), from 0 to 1.",
  })
  t!: number;
}

@Authorized("research:agreement", "steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Politique appliquée ; ses nombres sont ceux du carrefour. · Policy applied; its numbers are the hub's.",
})
export class AppliedPolicy {
  @Field(() => Int, { description: "Plus petite classe permise. · Smallest class allowed." })
  k!: number;

  @Field(() => Float, { description: "Part des fiches à garder. · Share of the records to keep." })
  keep!: number;

  @Field(() => Int, { description: "Valeurs distinctes exigées. · Distinct values demanded." })
  l!: number;

  @Field(() => Float, { description: "Plus grand écart permis. · Greatest distance allowed." })
  t!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "Autres personnes que garde une classe pour un établissement qui en ôte les siennes. · Others that a class keeps for an establishment that counts its own out.",
  })
  others!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Valeurs distinctes parmi ces autres. · Distinct values among these others.",
  })
  othersValues!: number | null;
}

@Authorized("research:agreement", "steward:publish", "steward:privacy")
@ObjectType({ description: "Ce qui a été mesuré sur une diffusion. · What was measured on a release." })
export class ReleaseReport {
  @Field(() => Int, { description: "Taille de la plus petite classe. · Size of the smallest class." })
  k!: number;

  @Field(() => Int, { description: "Nombre de classes. · Number of classes." })
  classes!: number;

  @Field(() => Float, {
    description: "Risque moyen de réidentification. · Average risk of re-identification.",
  })
  averageRisk!: number;

  @Field(() => Float, {
    description: "Plus grand risque de réidentification. · Greatest risk of re-identification.",
  })
  maximumRisk!: number;

  @Field(() => Int, { description: "Fiches au départ. · Records at the start." })
  recordsIn!: number;

  @Field(() => Int, { description: "Fiches gardées. · Records kept." })
  recordsKept!: number;

  @Field(() => Int, { description: "Fiches retirées. · Records suppressed." })
  recordsSuppressed!: number;

  @Field(() => Int, {
    description:
      "Fiches seules de leur sorte quand on lit ensemble toutes les colonnes, sensibles comprises. · Records that are one of a kind when all columns are read together, sensitive ones included.",
  })
  recordsUniqueOnAllColumns!: number;

  @Field(() => Int, {
    description:
      "Plus petit nombre de fiches pareilles sur toutes les colonnes. · Fewest records that are equal on all columns.",
  })
  smallestClassOnAllColumns!: number;

  @Field(() => Float, {
    description: "Part du détail abandonnée, de 0 à 1. · Share of the detail given up, from 0 to 1.",
  })
  informationLoss!: number;

  @Field(() => [KeyGeneralisation], { description: "Généralisation. · Generalisation." })
  generalisation!: KeyGeneralisation[];

  @Field(() => [ColumnDiversity], {
    description: "Diversité des colonnes sensibles. · Diversity of the sensitive columns.",
  })
  diversity!: ColumnDiversity[];

  @Field(() => AppliedPolicy, { description: "Politique appliquée. · Policy applied." })
  policy!: AppliedPolicy;
}
