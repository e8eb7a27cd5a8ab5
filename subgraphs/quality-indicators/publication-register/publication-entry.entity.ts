import { Field, Float, GraphQLISODateTime, Int, ObjectType, registerEnumType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { LocalizedText } from "../../shared/localized-text.js";

/** What an entry of the register tells. */
export enum PublicationEntryKind {
  PUBLISHED = "PUBLISHED",
  WITHDRAWN = "WITHDRAWN",
}
registerEnumType(PublicationEntryKind, {
  name: "PublicationEntryKind",
  description: "Ce qu'une ligne du registre dit. · What an entry of the register tells.",
  valuesConfig: {
    PUBLISHED: { description: "Une édition est parue. · A vintage came out." },
    WITHDRAWN: { description: "Une édition a été retirée. · A vintage was withdrawn." },
  },
});

@Authorized("steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Combien de valeurs sont retenues pour une raison. · How many values are withheld for a reason.",
})
export class WithheldCount {
  @Field(() => String, { description: "Raison, en code. · Reason, as a code." })
  reason!: string;

  @Field(() => Int, { description: "Nombre de valeurs. · Number of values." })
  count!: number;
}

@Authorized("steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Les nombres de la politique de divulgation appliquée. · The numbers of the disclosure policy that was applied.",
})
export class PublicationParameters {
  @Field(() => Int, {
    description: "Plus petit nombre de personnes montré. · Smallest number of persons shown.",
  })
  threshold!: number;

  @Field(() => Int, {
    description: "Le même pour un indicateur sensible. · The same for a sensitive indicator.",
  })
  sensitiveThreshold!: number;

  @Field(() => Float, {
    description:
      "Largeur minimale de l'intervalle qui se calcule d'une valeur cachée. · Least width of the interval that can be computed of a hidden value.",
  })
  width!: number;

  @Field(() => Float, {
    description: "Règle de dominance, en pourcentage. · Dominance rule, in percent.",
  })
  dominancePercent!: number;

  @Field(() => Int, {
    description: "Plus petit groupe de bureaux répondants. · Smallest group of answering offices.",
  })
  smallestGroup!: number;

  @Field(() => Boolean, {
    description: "Vrai si les totaux échappent aux seuils. · True when totals escape the thresholds.",
  })
  totalsExempt!: boolean;
}

@Authorized("steward:publish", "steward:privacy")
@ObjectType({ description: "Le risque mesuré à la publication. · The risk measured at publication." })
export class PublicationRisk {
  @Field(() => Int, { description: "Valeurs de l'édition. · Values of the vintage." })
  observations!: number;

  @Field(() => [WithheldCount], {
    description: "Valeurs retenues, par raison. · Withheld values, by reason.",
  })
  withheld!: WithheldCount[];

  @Field(() => Int, {
    description: "Nombres de personnes cachés et vérifiés. · Hidden and audited numbers of persons.",
  })
  judged!: number;

  @Field(() => Int, {
    description:
      "Bureaux dont on suppose qu'ils connaissent leurs nombres. · Offices that are taken to know their own numbers.",
  })
  insiders!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Intervalle calculable le plus étroit, rapporté à la largeur exigée (1 ou plus). · Narrowest computable interval, over the width required (1 or more).",
  })
  narrowest!: number | null;

  @Field(() => Int, {
    description:
      "Valeurs que des éditions parues laissent déjà calculer. · Values that published vintages let be computed already.",
  })
  alreadyTold!: number;
}

@Authorized("steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Une ligne du registre des publications : rien n'y change. · An entry of the register of publications: nothing in it changes.",
})
export class PublicationEntry {
  @Field(() => String, { description: "Code de l'édition. · Code of the vintage." })
  vintage!: string;

  @Field(() => PublicationEntryKind, { description: "Parution ou retrait. · Publication or withdrawal." })
  kind!: PublicationEntryKind;

  @Field(() => String, { description: "Code de la campagne. · Code of the campaign." })
  campaign!: string;

  @Field(() => GraphQLISODateTime, { description: "Instant. · Instant." })
  at!: Date;

  @Field(() => String, { description: "Par qui. · By whom." })
  by!: string;

  @Field(() => LocalizedText, { description: "Fin poursuivie. · Purpose." })
  purpose!: LocalizedText;

  @Field(() => String, { description: "Raison donnée. · Reason given." })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: "Méthode de protection, avec sa version. · Method of protection, with its version.",
  })
  method!: string | null;

  @Field(() => PublicationParameters, {
    nullable: true,
    description: "Politique appliquée. · Policy that was applied.",
  })
  parameters!: PublicationParameters | null;

  @Field(() => PublicationRisk, { nullable: true, description: "Risque mesuré. · Measured risk." })
  risk!: PublicationRisk | null;

  @Field(() => String, {
    nullable: true,
    description: "Jour de la prochaine réévaluation, AAAA-MM-JJ. · Day of the next assessment, YYYY-MM-DD.",
  })
  reassessOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Édition remplacée. · Vintage that it replaces.",
  })
  replaces!: string | null;
}
