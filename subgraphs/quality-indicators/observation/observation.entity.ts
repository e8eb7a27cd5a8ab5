import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { DataOrigin } from "../../shared/data-origin.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";
import { Basis, Unit } from "../indicator/measure.js";
import { Period } from "./period.js";

/** How wide the area is that a value speaks of. */
export enum ObservationLevel {
  PROVINCE = "PROVINCE",
  PEER_GROUP = "PEER_GROUP",
  REGION_GROUP = "REGION_GROUP",
  HEALTH_REGION = "HEALTH_REGION",
  ESTABLISHMENT = "ESTABLISHMENT",
}
registerEnumType(ObservationLevel, {
  name: "ObservationLevel",
  description:
    "Niveau de la valeur : province, groupe de pairs, groupe de régions, région ou établissement. · Level of the value: province, peer group, group of regions, region or establishment.",
  valuesConfig: {
    PROVINCE: { description: "Tout le Québec. · All of Québec." },
    PEER_GROUP: { description: "Groupe d'établissements comparables. · Group of comparable establishments." },
    REGION_GROUP: { description: "Groupe de régions sociosanitaires. · Group of health regions." },
    HEALTH_REGION: { description: "Région sociosanitaire. · Health region." },
    ESTABLISHMENT: { description: "Établissement. · Establishment." },
  },
});

/** Whether there is a value, and if not, what kind of absence it is. */
export enum ObservationStatus {
  OBSERVED = "OBSERVED",
  NOT_ASKED = "NOT_ASKED",
  NOT_ANSWERED = "NOT_ANSWERED",
  NOT_EXTRACTED = "NOT_EXTRACTED",
  CANNOT_BE_CALCULATED = "CANNOT_BE_CALCULATED",
  SUPPRESSED = "SUPPRESSED",
  WITHDRAWN = "WITHDRAWN",
}
registerEnumType(ObservationStatus, {
  name: "ObservationStatus",
  description:
    "Observé, ou pourquoi il n'y a pas de valeur : question non posée, sans réponse, perdue dans un graphique, non calculable, protégée, retirée. · Observed, or why there is no value: not asked, not answered, lost in a chart, cannot be calculated, protected, withdrawn.",
  valuesConfig: {
    OBSERVED: { description: "Il y a une valeur. · There is a value." },
    NOT_ASKED: {
      description:
        "La question n'a pas été posée dans cette campagne. · The question was not asked in this campaign.",
    },
    NOT_ANSWERED: {
      description: "Aucun bureau n'a répondu à la question. · No office answered the question.",
    },
    NOT_EXTRACTED: {
      description:
        "La valeur est dans un graphique que le texte du document ne rend pas. · The value is in a chart that the text of the document does not give.",
    },
    CANNOT_BE_CALCULATED: {
      description:
        "La valeur ne se calcule pas, par exemple parce que le dénominateur est nul. · The value cannot be calculated, for instance because the denominator is zero.",
    },
    SUPPRESSED: {
      description:
        "Valeur retenue par une règle de protection, que le motif nomme. · Value held back by a rule of protection, which the reason names.",
    },
    WITHDRAWN: {
      description:
        "L'édition qui portait la valeur a été retirée. · The vintage that held the value was withdrawn.",
    },
  },
});

@ObjectType({ description: "Le territoire dont parle une valeur. · The area that a value speaks of." })
export class ObservedArea {
  @Field(() => ObservationLevel, { description: "Niveau. · Level." })
  @Public()
  level!: ObservationLevel;

  @Field(() => String, {
    description:
      "Code : QC, un groupe, une région (RSS-05) ou un établissement. · Code: QC, a group, a region (RSS-05) or an establishment.",
  })
  @Public()
  code!: string;

  @Field(() => LocalizedText, { nullable: true, description: "Nom. · Name." })
  @Public()
  name!: LocalizedText | null;
}

/** A wider area that an observation may be set beside; no code where the place belongs to no group of that level. */
export interface WiderArea {
  readonly level: ObservationLevel;
  readonly area: string | null;
}

/** Why there is no value: a code, and its words in both languages. */
export interface AbsenceReason {
  readonly code: string;
  readonly fr: string;
  readonly en: string;
}

@ObjectType({
  description:
    "La valeur d'un indicateur : imprimée par une source ou calculée par le carrefour, jamais sans unité, base ni source. · The value of an indicator: printed by a source or computed by the hub, never without unit, basis and source.",
})
export class Observation {
  @Field(() => String, { description: "Code de l'indicateur. · Code of the indicator." })
  @Public()
  indicator!: string;

  @Field(() => Int, { description: "Version de l'indicateur. · Version of the indicator." })
  @Public()
  indicatorVersion!: number;

  @Field(() => String, { description: "Code de la campagne. · Code of the campaign." })
  @Public()
  campaign!: string;

  @Field(() => Period, { description: "Période. · Period." })
  @Public()
  period!: Period;

  @Field(() => ObservedArea, { description: "Territoire. · Area." })
  @Public()
  area!: ObservedArea;

  @Field(() => String, {
    nullable: true,
    description:
      "Code de la catégorie (voir `categories` de l'indicateur), ou rien. · Code of the category (see `categories` of the indicator), or nothing.",
  })
  @Public()
  category!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "La valeur, s'il y a un seul nombre. · The value, when it is one number.",
  })
  @Public()
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Le bas de l'étendue. · The low end of the range.",
  })
  @Public()
  low!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Le haut de l'étendue. · The high end of the range.",
  })
  @Public()
  high!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "La valeur telle qu'imprimée (« plus de 80 % »). · The value as printed (“plus de 80 %”).",
  })
  @Public()
  text!: string | null;

  @Field(() => Unit, { description: "Unité. · Unit." })
  @Public()
  unit!: Unit;

  @Field(() => Float, { nullable: true, description: "Numérateur. · Numerator." })
  @Public()
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: "Dénominateur. · Denominator." })
  @Public()
  denominator!: number | null;

  @Field(() => Boolean, {
    description:
      "Vrai si numérateur et dénominateur sont déduits de l'arithmétique, non imprimés. · True when numerator and denominator are deduced by arithmetic, not printed.",
  })
  @Public()
  countInferred!: boolean;

  @Field(() => Basis, { description: "De qui parle la valeur. · Whom the value speaks of." })
  @Public()
  basis!: Basis;

  @Field(() => ObservationStatus, {
    description: "Observé, ou sorte d'absence. · Observed, or kind of absence.",
  })
  @Public()
  status!: ObservationStatus;

  /** Why there is no value; told as a code and in words. */
  absence!: AbsenceReason | null;

  @Field(() => DataOrigin, { description: "D'où vient la valeur. · Where the value comes from." })
  @Public()
  origin!: DataOrigin;

  @Field(() => Provenance, { description: "Source de la valeur. · Source of the value." })
  @Public()
  provenance!: Provenance;

  @Field(() => String, {
    nullable: true,
    description:
      "Édition de la campagne (« 2025-2026.1 »), rien pour une valeur des documents. · Vintage of the campaign (“2025-2026.1”), nothing for a value of the documents.",
  })
  @Public()
  vintage!: string | null;

  /** Those who gave a part of a total, one count a basis. */
  bases!: readonly { readonly basis: Basis; readonly count: number }[];

  /** The wider areas that the value of a place may be set beside. */
  comparedWith!: readonly WiderArea[];

  /** Codes of the contradictions that the value is a side of. */
  contradictionIds!: string[];

  @Field(() => LocalizedText, { nullable: true, description: "Remarque. · Note." })
  @Public()
  note!: LocalizedText | null;
}
