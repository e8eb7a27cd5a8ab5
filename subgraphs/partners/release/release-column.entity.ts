import { Field, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { LocalizedText } from "../../shared/localized-text.js";

@Authorized("research:agreement", "steward:publish", "steward:privacy")
@ObjectType({ description: "Un code d'une colonne. · A code of a column." })
export class ReleaseColumnCode {
  @Field(() => String, { description: "Le code. · The code." })
  code!: string;

  @Field(() => LocalizedText, { description: "Ce qu'il veut dire. · What it means." })
  label!: LocalizedText;
}

@Authorized("research:agreement", "steward:publish", "steward:privacy")
@ObjectType({ description: "Une colonne d'une diffusion. · A column of a release." })
export class ReleaseColumn {
  @Field(() => String, { description: "Nom de la colonne. · Name of the column." })
  column!: string;

  @Field(() => String, {
    description:
      "KEY : sert à reconnaître ; SENSITIVE : à protéger de la déduction. · KEY: could serve to recognise; SENSITIVE: protected from inference.",
  })
  part!: string;

  @Field(() => LocalizedText, { description: "Libellé. · Label." })
  label!: LocalizedText;

  @Field(() => [ReleaseColumnCode], {
    description: "Codes possibles. · Possible codes.",
  })
  codes!: ReleaseColumnCode[];
}
