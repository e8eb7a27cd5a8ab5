import { Field, InputType } from "type-graphql";
import { Language } from "../../shared/language.js";
import { ObservationLevel } from "../observation/observation.entity.js";

@InputType({
  description:
    "Un commentaire sur un chiffre publié, désigné comme une observation. · A comment on a published figure, named as an observation is.",
})
export class CommentOnFigureInput {
  @Field(() => String, { description: "Code de l'indicateur. · Code of the indicator." })
  indicator!: string;

  @Field(() => String, { description: "Code de la campagne. · Code of the campaign." })
  campaign!: string;

  @Field(() => ObservationLevel, { description: "Niveau. · Level." })
  level!: ObservationLevel;

  @Field(() => String, {
    description:
      "Code du lieu : QC, un groupe, une région (RSS-05) ou un établissement. · Code of the place: QC, a group, a region (RSS-05) or an establishment.",
  })
  area!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Code de la catégorie, si le chiffre en a une. · Code of the category, when the figure has one.",
  })
  category?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Édition telle que montrée ; rien pour un chiffre imprimé dans un document. · Vintage as shown; nothing for a figure that a document prints.",
  })
  vintage?: string | null;

  @Field(() => String, {
    description: "Le commentaire, de 1 à 2000 caractères. · The comment, 1 to 2000 characters.",
  })
  text!: string;

  @Field(() => Language, {
    nullable: true,
    description: "Langue du commentaire. · Language of the comment.",
  })
  language?: Language | null;

  @Field(() => String, {
    description:
      "Clé choisie par l'expéditeur : la même clé et le même contenu donnent le même commentaire. · Key chosen by the sender: the same key and content give the same comment.",
  })
  idempotencyKey!: string;
}
