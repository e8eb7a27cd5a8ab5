import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { QualityIndicator } from "../indicator/indicator.entity.js";
import { Basis } from "../indicator/measure.js";
import { ObservationStatus } from "../observation/observation.entity.js";
import type { DefinitionIssue } from "./definition-issue.js";

/** What became of a definition. */
export enum DefinitionStatus {
  DEFINED = "DEFINED",
  UNCHANGED = "UNCHANGED",
  VALID = "VALID",
  REJECTED = "REJECTED",
}
registerEnumType(DefinitionStatus, {
  name: "DefinitionStatus",
  description:
    "Gardée, inchangée, bonne à garder (essai), ou rejetée. · Kept, unchanged, fit to be kept (dry run), or rejected.",
  valuesConfig: {
    DEFINED: { description: "Gardée. · Kept." },
    UNCHANGED: {
      description:
        "Déjà gardée mot pour mot : rien n'a été écrit. · Kept already, word for word: nothing was written.",
    },
    VALID: {
      description: "Bonne à garder : c'était un essai. · Fit to be kept: it was a dry run.",
    },
    REJECTED: { description: "Rejetée : rien n'a été écrit. · Rejected: nothing was written." },
  },
});

@Authorized("steward:publish")
@ObjectType({
  description:
    "Un point à corriger d'une définition, à sa place. · Something to mend in a definition, at its place.",
})
export class DefinitionMistake implements DefinitionIssue {
  @Field(() => String, { description: "Nature du point, pour un programme. · What is wrong, for a program." })
  code!: string;

  @Field(() => String, {
    description: "Place : measures[0].of.all[1].question. · Place: measures[0].of.all[1].question.",
  })
  path!: string;

  /** The message in both languages; told in the one asked for. */
  messages!: DefinitionIssue["messages"];

  @Field(() => String, { nullable: true, description: "Ce qui a été reçu. · What was received." })
  observed!: string | null;

  @Field(() => String, { nullable: true, description: "Ce qui était attendu. · What was expected." })
  expected!: string | null;
}

@Authorized("steward:publish")
@ObjectType({
  description:
    "Un chiffre qu'une définition donnerait pour la province, selon les règles de publication. · A figure that a definition would give for the province, by the rules of publication.",
})
export class DefinedFigure {
  @Field(() => String, { description: "Code de la campagne. · Code of the campaign." })
  campaign!: string;

  @Field(() => String, { nullable: true, description: "Catégorie. · Category." })
  category!: string | null;

  @Field(() => Basis, { description: "De qui il parle. · Whom it speaks of." })
  basis!: string;

  @Field(() => Float, { nullable: true, description: "Valeur. · Value." })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: "Bas. · Low end." })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: "Haut. · High end." })
  high!: number | null;

  @Field(() => Float, { nullable: true, description: "Numérateur. · Numerator." })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: "Dénominateur. · Denominator." })
  denominator!: number | null;

  @Field(() => ObservationStatus, {
    description: "Observé, ou sorte d'absence. · Observed, or kind of absence.",
  })
  status!: string;

  @Field(() => String, {
    nullable: true,
    description: "Pourquoi il n'y a pas de valeur. · Why there is no value.",
  })
  reason!: string | null;
}

@Authorized("steward:publish")
@ObjectType({ description: "Le résultat d'une définition. · The result of a definition." })
export class DefineIndicatorResult {
  @Field(() => DefinitionStatus, { description: "Ce qu'il en est advenu. · What became of it." })
  status!: DefinitionStatus;

  @Field(() => Int, {
    nullable: true,
    description: "Version gardée, ou celle que ce serait. · Version kept, or the one it would be.",
  })
  version!: number | null;

  @Field(() => QualityIndicator, {
    nullable: true,
    description: "L'indicateur défini. · The indicator defined.",
  })
  indicator!: QualityIndicator | null;

  @Field(() => [DefinitionMistake], { description: "Tous les points à corriger. · Everything to mend." })
  issues!: readonly DefinitionIssue[];

  @Field(() => [DefinedFigure], {
    description: "Essai : ce que chaque campagne donnerait. · Dry run: what each campaign would give.",
  })
  figures!: readonly DefinedFigure[];

  @Field(() => String, {
    nullable: true,
    description: "Reçu de l'inscription au journal. · Receipt of the entry in the audit.",
  })
  receipt!: string | null;
}
