import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";

/** What an answer to a question is made of. */
export enum QuestionType {
  CHOICE = "CHOICE",
  CHOICES = "CHOICES",
  INTEGER = "INTEGER",
  DECIMAL = "DECIMAL",
  TEXT = "TEXT",
  TEXTS = "TEXTS",
}
registerEnumType(QuestionType, {
  name: "QuestionType",
  description:
    "Un choix, plusieurs choix, nombre entier, nombre à décimales, texte, plusieurs textes. · One choice, several choices, whole number, decimal number, text, several texts.",
  valuesConfig: {
    CHOICE: { description: "Un seul choix de la liste. · One choice of the list." },
    CHOICES: { description: "Un ou plusieurs choix de la liste. · One or several choices of the list." },
    INTEGER: { description: "Nombre entier. · Whole number." },
    DECIMAL: { description: "Nombre à décimales. · Decimal number." },
    TEXT: { description: "Un texte. · One text." },
    TEXTS: {
      description:
        "Un ou plusieurs textes, une réponse pour chacun. · One or several texts, one answer for each.",
    },
  },
});

/** The finest level at which the answers to a question may ever be published. */
export enum FinestLevel {
  NEVER = "NEVER",
  PROVINCE = "PROVINCE",
  GROUP = "GROUP",
  ESTABLISHMENT = "ESTABLISHMENT",
}
registerEnumType(FinestLevel, {
  name: "FinestLevel",
  description:
    "Niveau le plus fin de publication : jamais, province, groupes d'au moins 5 bureaux, établissement. · Finest level of publication: never, province, groups of at least 5 offices, establishment.",
  valuesConfig: {
    NEVER: { description: "Jamais publié. · Never published." },
    PROVINCE: { description: "Pour tout le Québec seulement. · For all of Québec only." },
    GROUP: {
      description:
        "Pour des groupes d'au moins 5 bureaux qui ont répondu. · For groups of at least 5 offices that answered.",
    },
    ESTABLISHMENT: {
      description:
        "Par établissement, si les règles de protection le permettent. · By establishment, where the rules of protection allow it.",
    },
  },
});

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({ description: "Un choix d'une question. · A choice of a question." })
export class FormChoice {
  @Field(() => String, { description: "Code, celui des envois. · Code, as sent." })
  code!: string;

  @Field(() => LocalizedText, { description: "Libellé. · Label." })
  label!: LocalizedText;

  @Field(() => Float, {
    nullable: true,
    description: "Bas de la tranche, inclus. · Low end of the band, included.",
  })
  low!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Haut de la tranche, exclu. · High end of the band, excluded.",
  })
  high!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Vrai si ce choix exclut tous les autres, « Aucune » par exemple. · True when this choice excludes all others, “None” for instance.",
  })
  alone?: boolean | null;
}

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({ description: "Les bornes d'une réponse. · The bounds of an answer." })
export class FormConstraints {
  @Field(() => Float, { nullable: true, description: "Nombre le plus petit. · Smallest number." })
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

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({
  description:
    "La réponse à une autre question dont celle-ci dépend. · The answer that this question depends on.",
})
export class FormCondition {
  @Field(() => String, { description: "Code de l'autre question. · Code of the other question." })
  question!: string;

  @Field(() => String, { description: "Code du choix attendu. · Code of the expected choice." })
  choice!: string;
}

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({ description: "Une question du formulaire. · A question of the form." })
export class FormQuestion {
  @Field(() => String, { description: "Code, celui des envois. · Code, as sent." })
  code!: string;

  @Field(() => String, { description: "Numéro imprimé. · Printed number." })
  number!: string;

  @Field(() => String, { description: "Code de sa section. · Code of its section." })
  section!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Code de son module ; rien pour les questions du questionnaire lui-même. · Code of its module; nothing for the questions of the questionnaire itself.",
  })
  module?: string | null;

  @Field(() => LocalizedText, { description: "La question. · The question." })
  text!: LocalizedText;

  @Field(() => LocalizedText, { nullable: true, description: "Aide. · Help." })
  help!: LocalizedText | null;

  @Field(() => QuestionType, { description: "Sorte de réponse. · Kind of answer." })
  type!: QuestionType;

  @Field(() => Boolean, {
    description:
      "Vrai si une valeur ou un code de donnée manquante est exigé. · True when a value or a missing code is required.",
  })
  required!: boolean;

  @Field(() => Boolean, {
    description:
      "Faux pour une question imprimée que le carrefour ne pose pas. · False for a printed question that the hub does not ask.",
  })
  asked!: boolean;

  @Field(() => [FormChoice], { description: "Choix, dans l'ordre imprimé. · Choices, in the printed order." })
  choices!: FormChoice[];

  @Field(() => FormConstraints, { description: "Bornes de la réponse. · Bounds of the answer." })
  constraints!: FormConstraints;

  @Field(() => FormCondition, {
    nullable: true,
    description:
      "La question ne se pose que si cette réponse est donnée. · Asked only when this answer is given.",
  })
  condition!: FormCondition | null;

  @Field(() => Boolean, {
    description:
      "Vrai si la réponse est exigée quand la condition est remplie. · True when required once the condition holds.",
  })
  requiredWhenCondition!: boolean;

  @Field(() => FinestLevel, {
    description: "Niveau le plus fin de publication. · Finest level of publication.",
  })
  finestLevel!: FinestLevel;

  @Field(() => Provenance, {
    nullable: true,
    description:
      "Source ; rien pour une question proposée par le carrefour. · Source; nothing for a question that the hub proposes.",
  })
  provenance!: Provenance | null;
}
