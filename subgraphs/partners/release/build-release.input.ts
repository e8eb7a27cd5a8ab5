import { Field, InputType } from "type-graphql";
import { RecordLevel } from "../access-agreement/access-agreement.entity.js";
import { LocalizedTextInput } from "../../shared/localized-text.input.js";
import { Invasiveness } from "./release-policy.js";

@InputType({ description: "Une diffusion à construire. · A release to build." })
export class BuildReleaseInput {
  @Field(() => [String], {
    description:
      "Codes des ententes qui pourront la lire ; toutes exigent le même nombre de personnes semblables. · Codes of the agreements that will be able to read it; all demand the same number of persons alike.",
  })
  agreements!: string[];

  @Field(() => String, { description: "Titre, 200 caractères au plus. · Title, at most 200 characters." })
  title!: string;

  @Field(() => LocalizedTextInput, {
    nullable: true,
    description: "Finalité ; à défaut, celle des ententes. · Purpose; by default, that of the agreements.",
  })
  purpose?: LocalizedTextInput | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Variables, dont au moins une clé ; à défaut, région, âge, genre, titre et domaine d'expérience. · Variables, at least one of them a key; by default, region, age, gender, standing and domain of experience.",
  })
  variables?: string[] | null;

  @Field(() => Invasiveness, {
    nullable: true,
    description: "Caractère invasif ; faible à défaut. · Invasiveness; low by default.",
  })
  invasiveness?: Invasiveness | null;

  @Field(() => RecordLevel, {
    nullable: true,
    description: "Nature du produit : ANONYMISED. · Nature of the product: ANONYMISED.",
  })
  recordLevel?: RecordLevel | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Code de la diffusion dont celle-ci est la version suivante. · Code of the release of which this is the next version.",
  })
  previous?: string | null;
}
