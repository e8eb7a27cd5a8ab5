import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ReadWhenAsked } from "../../shared/asked-fields.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";

/** The lists of words with which the sources speak of partnership. */
export enum PartnerConceptKind {
  TERM = "TERM",
  PROFILE = "PROFILE",
  DEGREE = "DEGREE",
  LEADERSHIP = "LEADERSHIP",
  SPHERE = "SPHERE",
  ORG_LEVEL = "ORG_LEVEL",
  INVOLVEMENT_LEVEL = "INVOLVEMENT_LEVEL",
  ROLE = "ROLE",
  PROCESS_STEP = "PROCESS_STEP",
  RECRUITMENT_STRATEGY = "RECRUITMENT_STRATEGY",
  RECOGNITION = "RECOGNITION",
  TOKENISM_RISK = "TOKENISM_RISK",
  ENGAGEMENT_LADDER_2016 = "ENGAGEMENT_LADDER_2016",
}
registerEnumType(PartnerConceptKind, {
  name: "PartnerConceptKind",
  description:
    "Liste à laquelle le concept appartient : termes, profils, degrés, rôles… · List that the concept belongs to: terms, profiles, degrees, roles…",
  valuesConfig: {
    TERM: {
      description: "Mots des sources pour nommer un partenaire. · Words of the sources for a partner.",
    },
    PROFILE: { description: "Profils de partenaires. · Profiles of partners." },
    DEGREE: { description: "Degrés d'engagement. · Degrees of engagement." },
    LEADERSHIP: { description: "Qui mène l'engagement. · Who leads the engagement." },
    SPHERE: { description: "Sphères du partenariat. · Spheres of partnership." },
    ORG_LEVEL: {
      description:
        "Niveaux de l'organisation et ce que chacun fait pour le partenariat. · Levels of the organisation and what each does for partnership.",
    },
    INVOLVEMENT_LEVEL: {
      description:
        "Niveaux d'implication des partenaires, selon chaque source. · Levels at which partners are involved, as each source has them.",
    },
    ROLE: {
      description:
        "Rôles : comité des usagers, bénévolat, profil ressource, association de patients. · Roles: users' committee, volunteering, resource profile, patient association.",
    },
    PROCESS_STEP: {
      description: "Étapes de la démarche de partenariat. · Steps of the partnership process.",
    },
    RECRUITMENT_STRATEGY: { description: "Stratégies de recrutement. · Recruitment strategies." },
    RECOGNITION: { description: "Formes de reconnaissance. · Forms of recognition." },
    TOKENISM_RISK: { description: "Risques d'instrumentalisation. · Risks of tokenism." },
    ENGAGEMENT_LADDER_2016: {
      description:
        "Échelle d'engagement de la présentation de 2016. · Engagement ladder of the 2016 presentation.",
    },
  },
});

@ObjectType({
  description:
    "Un trait d'un concept, par exemple la source de légitimité d'un rôle. · A trait of a concept, such as a role's source of legitimacy.",
})
export class PartnerConceptAttribute {
  @Field(() => String, { description: "Code du trait. · Code of the trait." })
  @Public()
  code!: string;

  @Field(() => LocalizedText, { description: "Nom du trait. · Name of the trait." })
  @Public()
  label!: LocalizedText;

  @Field(() => LocalizedText, { description: "Valeur du trait. · Value of the trait." })
  @Public()
  value!: LocalizedText;
}

@ObjectType({
  description:
    "Un mot du partenariat tel qu'une source l'emploie : terme, profil, degré, rôle… · A word of partnership as a source uses it: term, profile, degree, role…",
})
@Entity({ schema: "partners_published", name: "partner_concept" })
export class PartnerConcept {
  @Field(() => PartnerConceptKind, { description: "Liste du concept. · List of the concept." })
  @Public()
  @PrimaryColumn("text")
  kind!: PartnerConceptKind;

  @Field(() => String, { description: "Code, unique dans sa liste. · Code, unique in its list." })
  @Public()
  @PrimaryColumn("text")
  code!: string;

  /** Rank in the data file. */
  @Column("integer")
  position!: number;

  @Field(() => LocalizedText, { description: "Libellé de la source. · Label of the source." })
  @Public()
  @Column("jsonb")
  label!: LocalizedText;

  @Field(() => LocalizedText, {
    nullable: true,
    description: "Définition, si la source en donne une. · Definition, when the source gives one.",
  })
  @Public()
  @Column("jsonb", { nullable: true })
  definition!: LocalizedText | null;

  @Field(() => [PartnerConceptAttribute], { description: "Traits du concept. · Traits of the concept." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  attributes!: PartnerConceptAttribute[];

  @Field(() => String, {
    description:
      "Schéma d'où vient le mot ; les sources n'ont pas toutes le même. · Scheme that the word comes from; sources differ.",
  })
  @Public()
  @Column("text")
  sourceScheme!: string;

  @Field(() => Provenance, { description: "Source. · Source." })
  @Public()
  @ReadWhenAsked()
  @Column("jsonb")
  provenance!: Provenance;
}
