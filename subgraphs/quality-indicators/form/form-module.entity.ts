import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { LocalizedText } from "../../shared/localized-text.js";

/** Who asks a module: a source, or the hub that proposes it. */
export enum ModuleOrigin {
  SOURCE = "SOURCE",
  PROPOSED_BY_HUB = "PROPOSED_BY_HUB",
}
registerEnumType(ModuleOrigin, {
  name: "ModuleOrigin",
  description:
    "D'où vient un module : d'une source, ou proposé par le carrefour. · Where a module comes from: a source, or proposed by the hub.",
  valuesConfig: {
    SOURCE: { description: "D'une source citée. · From a cited source." },
    PROPOSED_BY_HUB: { description: "Proposé par le carrefour. · Proposed by the hub." },
  },
});

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Un module : des questions qui ont leur propre version. · A module: questions that have a version of their own.",
})
export class FormModule {
  @Field(() => String, { description: "Code. · Code." })
  code!: string;

  @Field(() => String, { description: "Version du module. · Version of the module." })
  version!: string;

  @Field(() => LocalizedText, { description: "Titre. · Title." })
  title!: LocalizedText;

  @Field(() => ModuleOrigin, { description: "D'où il vient. · Where it comes from." })
  origin!: ModuleOrigin;
}

/** How two sums compare. */
export enum TotalKind {
  SAME_TOTAL = "SAME_TOTAL",
  AT_MOST = "AT_MOST",
}
registerEnumType(TotalKind, {
  name: "TotalKind",
  description:
    "Les deux sommes sont égales, ou la première ne dépasse pas la seconde. · Both sums are equal, or the first is at most the second.",
  valuesConfig: {
    SAME_TOTAL: { description: "Les deux sommes sont égales. · Both sums are equal." },
    AT_MOST: {
      description: "La première somme ne dépasse pas la seconde. · The first sum is at most the second.",
    },
  },
});

@Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Une somme à respecter : celle des questions, comparée à celle des autres. · A sum to keep to: that of the questions, compared with that of the others.",
})
export class FormTotal {
  @Field(() => TotalKind, { description: "Comparaison. · Comparison." })
  kind!: TotalKind;

  @Field(() => [String], { description: "Questions additionnées. · Questions added up." })
  questions!: readonly string[];

  @Field(() => [String], {
    description: "Questions de l'autre somme, une seule souvent. · Questions of the other sum, often one.",
  })
  other!: readonly string[];
}
