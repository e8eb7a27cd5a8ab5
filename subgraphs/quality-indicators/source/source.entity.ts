import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { LocalizedText } from "../../shared/localized-text.js";
import { Public } from "../../shared/public.js";

@ObjectType({
  description:
    "Un document d'où viennent les faits, ou les listes extérieures. · A document that facts come from, or the outside lists.",
})
@Entity({ schema: "quality_indicators_published", name: "source" })
export class Source {
  @Field(() => String, {
    description: "Code que la provenance des faits nomme. · Code that the provenance of facts names.",
  })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  /** Rank in the list. */
  @Column("integer")
  position!: number;

  @Field(() => LocalizedText, { description: "Titre. · Title." })
  @Public()
  @Column("jsonb")
  title!: LocalizedText;

  @Field(() => String, { nullable: true, description: "Édition. · Edition." })
  @Public()
  @Column("text", { nullable: true })
  edition!: string | null;

  @Field(() => [String], { description: "Auteurs, tels que nommés. · Authors, as named." })
  @Public()
  @Column("text", { array: true })
  authors!: string[];

  @Field(() => String, {
    nullable: true,
    description:
      "Date de parution, au jour ou au mois près (AAAA-MM). · Date of publication, to the day or the month (YYYY-MM).",
  })
  @Public()
  @Column("text", { nullable: true })
  publishedOn!: string | null;

  @Field(() => String, { description: "Langue du document. · Language of the document." })
  @Public()
  @Column("text")
  language!: string;

  @Field(() => String, {
    description: "Licence, UNSTATED si non précisée. · Licence, UNSTATED when not stated.",
  })
  @Public()
  @Column("text")
  licence!: string;

  @Field(() => LocalizedText, {
    description: "Ce que la licence permet au carrefour. · What the licence lets the hub do.",
  })
  @Public()
  @Column("jsonb")
  licenceNote!: LocalizedText;
}
