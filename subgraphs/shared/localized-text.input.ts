import { Field, InputType } from "type-graphql";
import { EnglishStatus, type LocalizedText } from "./localized-text.js";

/** A text that a steward writes, in both languages. */
@InputType({ description: "Un texte en français et en anglais. · A text in French and English." })
export class LocalizedTextInput {
  @Field(() => String, { description: "Le texte français, exigé. · The French text, required." })
  fr!: string;

  @Field(() => String, { nullable: true, description: "Le texte anglais. · The English text." })
  en?: string | null;

  @Field(() => EnglishStatus, {
    nullable: true,
    description:
      "D'où vient le texte anglais ; une proposition, s'il n'est pas donné. · Where the English comes from; a proposal, when not given.",
  })
  status?: EnglishStatus | null;
}

/** The text as it is kept. */
export const localizedTextOf = ({ fr, en, status }: LocalizedTextInput): LocalizedText => ({
  fr,
  en: en ?? null,
  status: status ?? EnglishStatus.PROPOSED,
});
