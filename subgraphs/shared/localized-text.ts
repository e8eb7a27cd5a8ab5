import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { Public } from "./public.js";

/** Where the English of a text comes from: the source itself, a checked translation, or a proposal of the hub. */
export enum EnglishStatus {
  SOURCE = "SOURCE",
  TRANSLATION = "TRANSLATION",
  PROPOSED = "PROPOSED",
}
registerEnumType(EnglishStatus, {
  name: "EnglishStatus",
  description:
    "Statut du texte anglais : de la source, traduction vérifiée ou proposition du carrefour. · Status of the English: from the source, a checked translation, or a proposal of the hub.",
  valuesConfig: {
    SOURCE: { description: "Anglais de la source elle-même. · English of the source itself." },
    TRANSLATION: { description: "Traduction vérifiée. · Checked translation." },
    PROPOSED: { description: "Proposition du carrefour, à vérifier. · Proposal of the hub, to be checked." },
  },
});

/** A text in French with its English; the French is exact, the English says how sure it is. */
@ObjectType({
  description:
    "Un texte en français et en anglais ; le français est exact, l'anglais dit d'où il vient. · A text in French and English; the French is exact, the English says where it comes from.",
})
@Directive("@shareable")
export class LocalizedText {
  @Field(() => String, { description: "Le texte français, exact. · The French text, exact." })
  @Public()
  fr!: string;

  @Field(() => String, {
    nullable: true,
    description: "Le texte anglais, absent s'il n'existe pas. · The English text, absent when there is none.",
  })
  @Public()
  en!: string | null;

  @Field(() => EnglishStatus, {
    description: "D'où vient le texte anglais. · Where the English comes from.",
  })
  @Public()
  status!: EnglishStatus;
}
