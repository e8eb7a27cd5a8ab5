import { Directive, Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReadWhenAsked } from "../../shared/asked-fields.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";

/** The nine kinds of establishment of the list of 35. */
export enum EstablishmentType {
  CISSS = "CISSS",
  CIUSSS = "CIUSSS",
  CHU = "CHU",
  INSTITUT = "INSTITUT",
  CRSSS = "CRSSS",
  RRSSS = "RRSSS",
  CENTRE_DE_SANTE = "CENTRE_DE_SANTE",
  CLSC = "CLSC",
  CONSEIL_CRI = "CONSEIL_CRI",
}
registerEnumType(EstablishmentType, {
  name: "EstablishmentType",
  description: "Type d'établissement. · Kind of establishment.",
  valuesConfig: {
    CISSS: {
      description:
        "Centre intégré de santé et de services sociaux. · Integrated health and social services centre.",
    },
    CIUSSS: {
      description:
        "Centre intégré universitaire de santé et de services sociaux. · Integrated university health and social services centre.",
    },
    CHU: { description: "Centre hospitalier universitaire. · University hospital centre." },
    INSTITUT: {
      description:
        "Institut spécialisé : cardiologie, pneumologie, psychiatrie légale. · Specialised institute: cardiology, respirology, forensic psychiatry.",
    },
    CRSSS: {
      description:
        "Centre régional de santé et de services sociaux. · Regional health and social services centre.",
    },
    RRSSS: {
      description:
        "Régie régionale de la santé et des services sociaux. · Regional board of health and social services.",
    },
    CENTRE_DE_SANTE: { description: "Centre de santé. · Health centre." },
    CLSC: { description: "Centre local de services communautaires. · Local community services centre." },
    CONSEIL_CRI: {
      description:
        "Conseil cri de la santé et des services sociaux. · Cree board of health and social services.",
    },
  },
});

/** Whether an establishment answered in 2024, as the portrait prints it. */
export enum Represented {
  YES = "YES",
  NO = "NO",
  UNSTATED = "UNSTATED",
}
registerEnumType(Represented, {
  name: "Represented",
  description:
    "Oui, non, ou dans aucune des deux listes imprimées (contradiction K7). · Yes, no, or in neither printed list (contradiction K7).",
  valuesConfig: {
    YES: {
      description:
        "Imprimé dans la liste des établissements représentés. · Printed in the list of represented establishments.",
    },
    NO: {
      description:
        "Imprimé dans la liste des établissements non représentés. · Printed in the list of establishments not represented.",
    },
    UNSTATED: {
      description:
        "Dans aucune des deux listes imprimées (contradiction K7). · In neither printed list (contradiction K7).",
    },
  },
});

/** Groups of establishments that can be compared. */
export enum PeerGroup {
  CISSS = "CISSS",
  CIUSSS = "CIUSSS",
  CHU_INSTITUT = "CHU_INSTITUT",
}
registerEnumType(PeerGroup, {
  name: "PeerGroup",
  description: "Groupe d'établissements comparables. · Group of comparable establishments.",
  valuesConfig: {
    CISSS: {
      description:
        "Centres intégrés de santé et de services sociaux. · Integrated health and social services centres.",
    },
    CIUSSS: {
      description:
        "Centres intégrés universitaires de santé et de services sociaux. · Integrated university health and social services centres.",
    },
    CHU_INSTITUT: {
      description:
        "Centres hospitaliers universitaires et instituts. · University hospital centres and institutes.",
    },
  },
});

@ObjectType({
  description: "Un autre nom imprimé de l'établissement. · Another printed name of the establishment.",
})
export class EstablishmentAlias {
  @Field(() => String, { description: "Le nom tel qu'imprimé. · The name as printed." })
  @Public()
  label!: string;

  @Field(() => Provenance, { description: "Où il est imprimé. · Where it is printed." })
  @Public()
  provenance!: Provenance;
}

@ObjectType({
  description:
    "L'organisme dont relève l'établissement, avec ses dates. · The body that the establishment belongs to, with its dates.",
})
export class EstablishmentParent {
  @Field(() => String, { description: "Code de l'organisme. · Code of the body." })
  @Public()
  code!: string;

  @Field(() => LocalizedText, { description: "Nom de l'organisme. · Name of the body." })
  @Public()
  name!: LocalizedText;

  @Field(() => String, { nullable: true, description: "Premier jour. · First day." })
  @Public()
  validFrom!: string | null;

  @Field(() => String, { nullable: true, description: "Dernier jour. · Last day." })
  @Public()
  validTo!: string | null;

  @Field(() => Provenance, { description: "Source du rattachement. · Source of the tie." })
  @Public()
  provenance!: Provenance;
}

@ObjectType({
  description:
    "Un établissement du réseau de la santé et des services sociaux. · An establishment of the health and social services network.",
})
@Directive('@key(fields: "code")')
@Entity({ schema: "establishments_published", name: "establishment" })
export class Establishment {
  @Field(() => String, {
    description:
      "Code de l'établissement, par exemple ciusss-estrie-chus. · Code, such as ciusss-estrie-chus.",
  })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  /** Rank in the list of 35. */
  @Column("integer")
  number!: number;

  @Field(() => EstablishmentType, { description: "Type d'établissement. · Kind of establishment." })
  @Public()
  @Column("text")
  type!: EstablishmentType;

  @Field(() => LocalizedText, { description: "Nom officiel. · Official name." })
  @Public()
  @Column("jsonb")
  name!: LocalizedText;

  @Field(() => LocalizedText, { description: "Nom court. · Short name." })
  @Public()
  @Column("jsonb")
  shortName!: LocalizedText;

  @Field(() => [EstablishmentAlias], {
    description: "Noms imprimés dans les sources. · Names printed in the sources.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  aliases!: EstablishmentAlias[];

  /** Code of its health region. */
  @Column("text", { name: "region" })
  regionCode!: string;

  @Field(() => String, {
    nullable: true,
    description: "Choix du questionnaire de 2024, mot à mot. · Option of the 2024 questionnaire, verbatim.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("text", { name: "questionnaire_2024_option", nullable: true })
  questionnaire2024Option!: string | null;

  @Field(() => Boolean, {
    description:
      "Compte parmi les 32 choix du questionnaire (contradiction K1). · Counts among the 32 options of the questionnaire (contradiction K1).",
  })
  @Public()
  @ReadWhenAsked()
  @Column("boolean", { name: "in_universe_32" })
  inUniverse32!: boolean;

  @Field(() => Boolean, {
    description:
      "Compte parmi les 35 établissements (contradiction K1). · Counts among the 35 (contradiction K1).",
  })
  @Public()
  @ReadWhenAsked()
  @Column("boolean", { name: "in_universe_35" })
  inUniverse35!: boolean;

  @Field(() => Represented, {
    description: "A répondu au portrait de 2024, selon la liste imprimée. · Answered in 2024, as printed.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("text", { name: "represented_2024" })
  represented2024!: Represented;

  @Field(() => PeerGroup, { nullable: true, description: "Groupe de pairs. · Peer group." })
  @Public()
  @ReadWhenAsked()
  @Column("text", { nullable: true })
  peerGroup!: PeerGroup | null;

  @Field(() => String, { nullable: true, description: "Premier jour de validité. · First day of validity." })
  @Public()
  @Column("date", { nullable: true })
  validFrom!: string | null;

  @Field(() => String, { nullable: true, description: "Dernier jour de validité. · Last day of validity." })
  @Public()
  @Column("date", { nullable: true })
  validTo!: string | null;

  @Field(() => [EstablishmentParent], {
    description: "Organismes de rattachement, datés. · Parent bodies, with dates.",
  })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  parents!: EstablishmentParent[];

  @Field(() => Provenance, { description: "Source du nom officiel. · Source of the official name." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  provenance!: Provenance;
}
