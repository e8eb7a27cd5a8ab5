import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { LocalizedText } from "../../shared/localized-text.js";
import { Public } from "../../shared/public.js";
import { ObservationLevel } from "../observation/observation.entity.js";

/** Whether a vintage still shows its values. */
export enum VintageStatus {
  PUBLISHED = "PUBLISHED",
  WITHDRAWN = "WITHDRAWN",
}
registerEnumType(VintageStatus, {
  name: "VintageStatus",
  description: "Publiée, ou retirée avec ses valeurs. · Published, or withdrawn with its values.",
  valuesConfig: {
    PUBLISHED: { description: "Publiée : ses valeurs se lisent. · Published: its values can be read." },
    WITHDRAWN: {
      description:
        "Retirée, avec un motif : ses valeurs ne se lisent plus. · Withdrawn, with a reason: its values can no longer be read.",
    },
  },
});

@ObjectType({
  description:
    "Une place où une édition dit autre chose que la précédente. · A place where a vintage says otherwise than the one before.",
})
export class VintageChange {
  @Field(() => String, { description: "Code de l'indicateur. · Code of the indicator." })
  @Public()
  indicator!: string;

  @Field(() => ObservationLevel, { description: "Niveau. · Level." })
  @Public()
  level!: ObservationLevel;

  @Field(() => String, { description: "Code du territoire. · Code of the area." })
  @Public()
  area!: string;

  @Field(() => String, {
    nullable: true,
    description: "Catégorie, s'il y en a une. · Category, when there is one.",
  })
  @Public()
  category!: string | null;
}

@ObjectType({
  description:
    "Une édition : la publication entière d'une campagne, jamais réécrite. · A vintage: a whole publication of a campaign, never rewritten.",
})
@Entity({ schema: "quality_indicators_published", name: "vintage" })
export class Vintage {
  @Field(() => String, { description: "Code, par exemple 2025-2026.1. · Code, such as 2025-2026.1." })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  @Field(() => String, { description: "Code de la campagne. · Code of the campaign." })
  @Public()
  @Column("text")
  campaign!: string;

  @Field(() => Int, { description: "Rang dans la campagne. · Rank in the campaign." })
  @Public()
  @Column("integer")
  number!: number;

  /** When it was published. */
  @Column("timestamptz")
  publishedAt!: Date;

  @Field(() => LocalizedText, { description: "Pourquoi elle est parue. · Why it came out." })
  @Public()
  @Column("jsonb")
  reason!: LocalizedText;

  @Field(() => VintageStatus, { description: "Publiée ou retirée. · Published or withdrawn." })
  @Public()
  @Column("text")
  status!: VintageStatus;

  /** When it was withdrawn. */
  @Column("timestamptz", { nullable: true })
  withdrawnAt!: Date | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: "Pourquoi elle a été retirée. · Why it was withdrawn.",
  })
  @Public()
  @Column("jsonb", { nullable: true })
  withdrawnReason!: LocalizedText | null;

  @Field(() => [VintageChange], {
    nullable: true,
    description:
      "Ce qui a changé depuis l'édition précédente, s'il y en a une. · What changed since the vintage before, when there is one.",
  })
  @Public()
  @Column("jsonb", { nullable: true })
  changes!: VintageChange[] | null;
}
