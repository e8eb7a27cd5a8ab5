import { Field, Float, InputType, Int } from "type-graphql";
import { LocalizedTextInput } from "../../shared/localized-text.input.js";
import { FinestLevel, type FormConstraints, QuestionType } from "./form-question.entity.js";

@InputType({ description: "Un choix d'une question. · A choice of a question." })
export class FormChoiceInput {
  @Field(() => String, { description: "Code, celui des envois. · Code, as sent." })
  code!: string;

  @Field(() => LocalizedTextInput, { description: "Libellé. · Label." })
  label!: LocalizedTextInput;

  @Field(() => Float, {
    nullable: true,
    description: "Bas de la tranche, inclus. · Low end of the band, included.",
  })
  low?: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Haut de la tranche, exclu. · High end of the band, excluded.",
  })
  high?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Vrai si ce choix exclut tous les autres. · True when this choice excludes all others.",
  })
  alone?: boolean | null;
}

@InputType({ description: "Les bornes d'une réponse. · The bounds of an answer." })
export class FormConstraintsInput implements FormConstraints {
  @Field(() => Float, {
    nullable: true,
    description: "Nombre le plus petit ; 0 s'il n'est pas donné. · Smallest number; 0 when not given.",
  })
  minimum?: number | null;

  @Field(() => Float, { nullable: true, description: "Nombre le plus grand. · Largest number." })
  maximum?: number | null;

  @Field(() => Int, { nullable: true, description: "Décimales permises. · Decimals allowed." })
  decimals?: number | null;

  @Field(() => Int, { nullable: true, description: "Mots permis. · Words allowed." })
  maximumWords?: number | null;

  @Field(() => Int, { nullable: true, description: "Caractères permis. · Characters allowed." })
  maximumCharacters?: number | null;
}

@InputType({
  description:
    "La réponse à une autre question dont celle-ci dépend. · The answer that this question depends on.",
})
export class FormConditionInput {
  @Field(() => String, { description: "Code de l'autre question. · Code of the other question." })
  question!: string;

  @Field(() => String, { description: "Code du choix attendu. · Code of the expected choice." })
  choice!: string;
}

@InputType({
  description:
    "D'où vient une question reprise d'un document. · Where a question taken from a document comes from.",
})
export class FormProvenanceInput {
  @Field(() => String, {
    description: "Code du document (voir `sources`). · Code of the document (see `sources`).",
  })
  document!: string;

  @Field(() => String, { description: "Section du document. · Section of the document." })
  section!: string;

  @Field(() => String, { nullable: true, description: "Citation exacte. · Exact quote." })
  quote?: string | null;
}

@InputType("FormQuestionInput", { description: "Une question du formulaire. · A question of the form." })
export class QuestionInput {
  @Field(() => String, { description: "Code, celui des envois. · Code, as sent." })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: "Numéro imprimé ; le code s'il n'est pas donné. · Printed number; the code when not given.",
  })
  number?: string | null;

  @Field(() => String, { description: "Code de sa section. · Code of its section." })
  section!: string;

  @Field(() => String, { nullable: true, description: "Code de son module. · Code of its module." })
  module?: string | null;

  @Field(() => LocalizedTextInput, { description: "La question. · The question." })
  text!: LocalizedTextInput;

  @Field(() => LocalizedTextInput, { nullable: true, description: "Aide. · Help." })
  help?: LocalizedTextInput | null;

  @Field(() => QuestionType, { description: "Sorte de réponse. · Kind of answer." })
  type!: QuestionType;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Vrai si une valeur ou un code de donnée manquante est exigé. · True when a value or a missing code is required.",
  })
  required?: boolean | null;

  @Field(() => [FormChoiceInput], {
    nullable: true,
    description: "Choix, dans l'ordre. · Choices, in order.",
  })
  choices?: FormChoiceInput[] | null;

  @Field(() => FormConstraintsInput, {
    nullable: true,
    description: "Bornes de la réponse. · Bounds of the answer.",
  })
  constraints?: FormConstraintsInput | null;

  @Field(() => FormConditionInput, {
    nullable: true,
    description:
      "La question ne se pose que si cette réponse est donnée. · Asked only when this answer is given.",
  })
  condition?: FormConditionInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Vrai si la réponse est exigée quand la condition est remplie. · True when required once the condition holds.",
  })
  requiredWhenCondition?: boolean | null;

  @Field(() => FinestLevel, {
    nullable: true,
    description:
      "Niveau le plus fin de publication ; jamais, s'il n'est pas donné. · Finest level of publication; never, when not given.",
  })
  finestLevel?: FinestLevel | null;

  @Field(() => FormProvenanceInput, {
    nullable: true,
    description:
      "Document d'où vient la question ; rien pour une question nouvelle. · Document that the question comes from; nothing for a new question.",
  })
  provenance?: FormProvenanceInput | null;
}
