import { Field, InputType } from "type-graphql";
import { LocalizedTextInput } from "../../shared/localized-text.input.js";
import { ResourceEvaluation } from "./resource-state.js";
import { SharedResourceKind } from "./shared-resource.entity.js";

@InputType({
  description:
    "Un outil ou une bonne pratique à mettre en commun ; tout y sera public. · A tool or a good practice to put in common; all of it will be public.",
})
export class AddSharedResourceInput {
  @Field(() => SharedResourceKind, { description: "Bonne pratique ou outil. · Good practice or tool." })
  kind!: SharedResourceKind;

  @Field(() => String, {
    description:
      "Sorte d'outil ou de pratique, un code en majuscules comme TRAINING, TOOLBOX ou CARE_PATHWAY. · Sort of tool or practice, a code in capitals such as TRAINING, TOOLBOX or CARE_PATHWAY.",
  })
  type!: string;

  @Field(() => LocalizedTextInput, {
    description: "Titre, 200 caractères au plus. · Title, at most 200 characters.",
  })
  title!: LocalizedTextInput;

  @Field(() => LocalizedTextInput, {
    description: "Description courte, 2000 caractères au plus. · Short description, at most 2000 characters.",
  })
  description!: LocalizedTextInput;

  @Field(() => String, {
    nullable: true,
    description:
      "Code de l'établissement d'où elle vient : le sien pour un établissement, au choix pour la collecte. · Code of the establishment it comes from: its own for an establishment, any for a steward.",
  })
  establishment?: string | null;

  @Field(() => String, {
    description:
      "Langue de la ressource, en deux lettres : fr, en. · Language of the resource, in two letters: fr, en.",
  })
  language!: string;

  @Field(() => String, {
    nullable: true,
    description: "Adresse en http ou https. · Address in http or https.",
  })
  url?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Licence, par exemple CC BY-NC 4.0 ; UNSTATED sinon. · Licence, such as CC BY-NC 4.0; else UNSTATED.",
  })
  licence?: string | null;

  @Field(() => ResourceEvaluation, {
    nullable: true,
    description: "A-t-elle été évaluée ? · Has it been evaluated?",
  })
  evaluationStatus?: ResourceEvaluation | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Vrai pour essayer sans rien écrire. · True to try without writing anything.",
  })
  dryRun?: boolean | null;
}
