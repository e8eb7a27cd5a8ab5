import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";

/** In what two passages differ. */
export enum ContradictionKind {
  VALUE = "VALUE",
  DENOMINATOR = "DENOMINATOR",
  LABEL = "LABEL",
  DEFINITION = "DEFINITION",
  DATE = "DATE",
}
registerEnumType(ContradictionKind, {
  name: "ContradictionKind",
  description:
    "En quoi les passages diffèrent : valeur, dénominateur, libellé, définition, date. · In what the passages differ: value, denominator, label, definition, date.",
  valuesConfig: {
    VALUE: { description: "La valeur. · The value." },
    DENOMINATOR: { description: "Le dénominateur. · The denominator." },
    LABEL: { description: "Le libellé. · The label." },
    DEFINITION: { description: "La définition. · The definition." },
    DATE: { description: "La date. · The date." },
  },
});

/** What became of a contradiction. */
export enum ContradictionResolution {
  OPEN = "OPEN",
  EXPLAINED = "EXPLAINED",
  CORRECTED = "CORRECTED",
}
registerEnumType(ContradictionResolution, {
  name: "ContradictionResolution",
  description: "Ouverte, expliquée ou corrigée. · Open, explained or corrected.",
  valuesConfig: {
    OPEN: {
      description: "Ouverte : aucun des passages n'est choisi. · Open: none of the passages is chosen.",
    },
    EXPLAINED: {
      description:
        "Expliquée : la remarque dit pourquoi les passages diffèrent. · Explained: the note says why the passages differ.",
    },
    CORRECTED: {
      description: "Corrigée : la remarque dit ce qui est juste. · Corrected: the note says what is right.",
    },
  },
});

@ObjectType({
  description: "Un côté d'une contradiction, tel qu'imprimé. · One side of a contradiction, as printed.",
})
export class ContradictionSide {
  @Field(() => String, { description: "Ce que dit le passage. · What the passage says." })
  @Public()
  value!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Code du chiffre publié (voir `publishedFigures`), s'il y en a un. · Code of the published figure (see `publishedFigures`), when there is one.",
  })
  @Public()
  figure!: string | null;

  @Field(() => Provenance, { description: "Où il est imprimé. · Where it is printed." })
  @Public()
  provenance!: Provenance;
}

@ObjectType({
  description:
    "Deux passages des sources qui ne disent pas la même chose ; le carrefour garde tous les côtés. · Passages of the sources that do not say the same; the hub keeps every side.",
})
@Entity({ schema: "quality_indicators_published", name: "contradiction" })
export class Contradiction {
  @Field(() => String, { description: "Code, de K1 à K25. · Code, K1 to K25." })
  @Public()
  @PrimaryColumn("text")
  id!: string;

  /** Rank in the list. */
  @Column("integer")
  position!: number;

  @Field(() => LocalizedText, { description: "De quoi il s'agit. · What it is about." })
  @Public()
  @Column("jsonb")
  title!: LocalizedText;

  @Field(() => [ContradictionKind], {
    description: "En quoi les côtés diffèrent. · In what the sides differ.",
  })
  @Public()
  @Column("text", { array: true })
  kinds!: ContradictionKind[];

  @Field(() => ContradictionResolution, { description: "Ce qu'il en est advenu. · What became of it." })
  @Public()
  @Column("text")
  resolution!: ContradictionResolution;

  @Field(() => LocalizedText, { nullable: true, description: "Remarque. · Note." })
  @Public()
  @Column("jsonb", { nullable: true })
  note!: LocalizedText | null;

  @Field(() => [ContradictionSide], { description: "Tous les côtés. · Every side." })
  @Public()
  @Column("jsonb")
  sides!: ContradictionSide[];
}
