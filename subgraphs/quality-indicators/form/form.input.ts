import { Field, InputType } from "type-graphql";
import { LocalizedTextInput } from "../../shared/localized-text.input.js";
import { ModuleOrigin, TotalKind } from "./form-module.entity.js";
import { QuestionInput } from "./form-question.input.js";

@InputType({
  description:
    "L'avis que l'expéditeur accepte en envoyant. · The notice that the sender accepts by sending.",
})
export class FormNoticeInput {
  @Field(() => String, { description: "Version. · Version." })
  version!: string;

  @Field(() => LocalizedTextInput, { description: "Texte de l'avis. · Text of the notice." })
  text!: LocalizedTextInput;
}

@InputType({ description: "Une section du formulaire. · A section of the form." })
export class FormSectionInput {
  @Field(() => String, { description: "Code. · Code." })
  code!: string;

  @Field(() => LocalizedTextInput, { description: "Titre. · Title." })
  title!: LocalizedTextInput;
}

@InputType({
  description:
    "Un module : des questions qui ont leur propre version. · A module: questions that have a version of their own.",
})
export class FormModuleInput {
  @Field(() => String, { description: "Code. · Code." })
  code!: string;

  @Field(() => String, { description: "Version du module. · Version of the module." })
  version!: string;

  @Field(() => LocalizedTextInput, { description: "Titre. · Title." })
  title!: LocalizedTextInput;

  @Field(() => ModuleOrigin, { description: "D'où il vient. · Where it comes from." })
  origin!: ModuleOrigin;
}

@InputType({ description: "Une somme à respecter. · A sum to keep to." })
export class FormTotalInput {
  @Field(() => TotalKind, { description: "Comparaison. · Comparison." })
  kind!: TotalKind;

  @Field(() => [String], { description: "Questions additionnées. · Questions added up." })
  questions!: string[];

  @Field(() => [String], { description: "Questions de l'autre somme. · Questions of the other sum." })
  other!: string[];
}

/** A whole new form, as a steward writes it. */
@InputType({ description: "Un nouveau formulaire, en entier. · A new form, as a whole." })
export class FormInput {
  @Field(() => String, { description: "Version du formulaire. · Version of the form." })
  version!: string;

  @Field(() => LocalizedTextInput, { description: "Titre. · Title." })
  title!: LocalizedTextInput;

  @Field(() => LocalizedTextInput, { nullable: true, description: "Préambule. · Preamble." })
  preamble?: LocalizedTextInput | null;

  @Field(() => FormNoticeInput, { description: "Avis à accepter. · Notice to accept." })
  notice!: FormNoticeInput;

  @Field(() => [FormSectionInput], { description: "Sections. · Sections." })
  sections!: FormSectionInput[];

  @Field(() => [FormModuleInput], { nullable: true, description: "Modules. · Modules." })
  modules?: FormModuleInput[] | null;

  @Field(() => [QuestionInput], { description: "Questions, dans l'ordre. · Questions, in order." })
  questions!: QuestionInput[];

  @Field(() => [FormTotalInput], {
    nullable: true,
    description: "Sommes à respecter. · Sums to keep to.",
  })
  totals?: FormTotalInput[] | null;
}
