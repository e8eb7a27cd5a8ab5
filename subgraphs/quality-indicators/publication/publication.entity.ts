import { Field, GraphQLISODateTime, Int, ObjectType, registerEnumType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { WithheldCount } from "../publication-register/publication-entry.entity.js";
import type { PublicationChange } from "./publication-changes.js";

@Authorized("steward:publish")
@ObjectType({ description: "Ce qu'une publication a écrit. · What a publication wrote." })
export class Publication {
  @Field(() => String, { description: "Code de l'édition, 2025-2026.1. · Code of the vintage, 2025-2026.1." })
  vintage!: string;

  @Field(() => Int, { description: "Valeurs, protégées comprises. · Values, protected ones included." })
  observations!: number;

  @Field(() => Int, { description: "Valeurs protégées. · Protected values." })
  suppressed!: number;
}

@Authorized("steward:publish")
@ObjectType({
  description:
    "Une valeur que l'édition suivante dirait autrement. · A value that the next vintage would say otherwise.",
})
export class PreviewedChange implements PublicationChange {
  @Field(() => String, { description: "Code de l'indicateur. · Code of the indicator." })
  indicator!: string;

  @Field(() => String, { description: "Niveau. · Level." })
  level!: string;

  @Field(() => String, { description: "Code du territoire. · Code of the area." })
  area!: string;

  @Field(() => String, { nullable: true, description: "Catégorie. · Category." })
  category!: string | null;

  @Field(() => String, { nullable: true, description: "Valeur en vigueur. · Value in force." })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "Valeur à venir. · Value to come." })
  after!: string | null;
}

/** Why a figure is not safe. */
export enum UnsafeRule {
  FEW_OFFICES = "FEW_OFFICES",
  SMALL_COUNT = "SMALL_COUNT",
}
registerEnumType(UnsafeRule, {
  name: "UnsafeRule",
  description: "Pourquoi une valeur n'est pas sûre. · Why a figure is not safe.",
  valuesConfig: {
    FEW_OFFICES: {
      description:
        "Elle révélerait ce que trop peu de bureaux ont répondu. · It would reveal what too few offices answered.",
    },
    SMALL_COUNT: {
      description:
        "Un petit nombre de personnes se calculerait de trop près. · A small number of persons could be computed too closely.",
    },
  },
});

@Authorized("steward:publish")
@ObjectType({
  description:
    "Une valeur que des lecteurs pourraient calculer de trop près. · A figure that readers could compute too closely.",
})
export class UnsafePublishedFigure {
  @Field(() => UnsafeRule, { description: "Règle enfreinte. · Rule that is broken." })
  rule!: "FEW_OFFICES" | "SMALL_COUNT";

  @Field(() => String, { nullable: true, description: "Code de l'indicateur. · Code of the indicator." })
  indicator!: string | null;

  @Field(() => String, { description: "Niveau. · Level." })
  level!: string;

  @Field(() => String, { description: "Code du territoire. · Code of the area." })
  area!: string;

  @Field(() => String, { nullable: true, description: "Catégorie. · Category." })
  category!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Questions comptées, par exemple B6 − B7. · Questions counted, such as B6 − B7.",
  })
  counts!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Bureau qui y arriverait avec ses propres nombres ; nul si tous y arrivent. · Office that could, knowing its own numbers; null when every reader can.",
  })
  insider!: string | null;
}

@Authorized("steward:publish")
@ObjectType({
  description:
    "Ce qu'une publication écrirait ; rien n'est écrit. · What a publication would write; nothing is written.",
})
export class PublicationPreview extends Publication {
  @Field(() => Int, {
    description: "Bureaux dont les réponses y seraient. · Offices whose answers would be in it.",
  })
  offices!: number;

  @Field(() => Int, {
    description:
      "Envois approuvés depuis l'édition en vigueur. · Submissions approved since the vintage in force.",
  })
  newlyApproved!: number;

  @Field(() => Int, {
    description:
      "Envois de l'édition en vigueur qui n'y seraient plus : retirés depuis. · Submissions of the vintage in force that would not be in it: withdrawn since.",
  })
  leftOut!: number;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      "Embargo : rien n'est publié avant cet instant. · Embargo: nothing is published before this instant.",
  })
  embargoUntil!: Date | null;

  @Field(() => Boolean, {
    description:
      "Vrai tant que l'embargo interdit de publier. · True as long as the embargo forbids to publish.",
  })
  isEmbargoed!: boolean;

  @Field(() => [WithheldCount], {
    description: "Valeurs protégées, par raison. · Protected values, by reason.",
  })
  withheld!: WithheldCount[];

  @Field(() => [UnsafePublishedFigure], {
    description:
      "Ce que la publication laisserait calculer : tant qu'il y en a, elle est refusée. · What the publication would let be computed: as long as there is any, it is refused.",
  })
  unsafe!: UnsafePublishedFigure[];

  @Field(() => [UnsafePublishedFigure], {
    description:
      "Ce que les éditions parues laissent déjà calculer : seul leur retrait y change quelque chose. · What the published vintages let be computed already: only withdrawing them changes that.",
  })
  alreadyTold!: UnsafePublishedFigure[];

  @Field(() => [PreviewedChange], { description: "Ce qui changerait. · What would change." })
  changes!: PublicationChange[];
}
