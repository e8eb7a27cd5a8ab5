import { Field, Float, ID, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { DuplicatedPair } from "./duplicated-text.js";

@Authorized("steward:collect")
@ObjectType({
  description:
    "Un texte qui se retrouve, presque pareil, dans deux envois ; pour la collecte seulement. · A text found nearly alike in two submissions; for those who collect only.",
})
export class DuplicatedText implements DuplicatedPair {
  @Field(() => ID, { description: "Identifiant du premier envoi. · Identifier of the first submission." })
  a!: string;

  @Field(() => ID, { description: "Identifiant du second envoi. · Identifier of the second submission." })
  b!: string;

  @Field(() => String, { description: "Code de la question. · Code of the question." })
  question!: string;

  @Field(() => Float, {
    description:
      "Part des suites de trois caractères en commun, de 0,9 à 1. · Share of runs of three characters in common, 0.9 to 1.",
  })
  similarity!: number;

  @Field(() => String, { description: "Texte du premier envoi. · Text of the first submission." })
  text!: string;
}
