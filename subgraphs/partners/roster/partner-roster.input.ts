import { Field, InputType, Int, registerEnumType } from "type-graphql";
import type { SentEngagement, SentPartner } from "./roster-row.js";

/** What a sender asks to be done with a roster. */
export enum RosterPushMode {
  DRY_RUN = "DRY_RUN",
  SUBMIT = "SUBMIT",
}
registerEnumType(RosterPushMode, {
  name: "RosterPushMode",
  description: "Essai (rien n'est écrit) ou envoi. · Dry run (nothing is written) or submission.",
  valuesConfig: {
    DRY_RUN: {
      description:
        "Essai : les règles sont vérifiées, rien n'est écrit. · Dry run: the rules are checked, nothing is written.",
    },
    SUBMIT: { description: "Envoi : le registre est remplacé. · Submission: the roster is replaced." },
  },
});

const text = (description: string): ReturnType<typeof Field> =>
  Field(() => String, { nullable: true, description });
const texts = (description: string): ReturnType<typeof Field> =>
  Field(() => [String], { nullable: true, description });
const year = (description: string): ReturnType<typeof Field> =>
  Field(() => Int, { nullable: true, description });

@InputType("PartnerRosterEngagementInput", {
  description: "Un engagement d'un partenaire, en codes. · An engagement of a partner, in codes.",
})
export class RosterEngagementInput implements SentEngagement {
  @text("Degré d'engagement : COLLABORATION. · Degree of engagement: COLLABORATION.")
  degree?: string | null;

  @text("Qui dirige : CO_LED. · Who leads: CO_LED.")
  leadership?: string | null;

  @text("Niveau : CLINICAL, TACTICAL, STRATEGIC. · Level: CLINICAL, TACTICAL, STRATEGIC.")
  level?: string | null;

  @text("Sphère : CARE. · Sphere: CARE.")
  sphere?: string | null;

  @text("Code du secteur. · Code of the sector.")
  sector?: string | null;

  @text("Rôle dans cet engagement. · Role in this engagement.")
  role?: string | null;

  @text("Posture : co-construction, défense de droits. · Posture: co-construction, rights defence.")
  posture?: string | null;

  @year("Année de début. · Year from.")
  fromYear?: number | null;

  @year("Année de fin, rien s'il est en cours. · Year to, nothing while it goes on.")
  toYear?: number | null;

  @texts("Formes de reconnaissance, NONE seule. · Kinds of recognition, NONE alone.")
  recognition?: string[] | null;
}

@InputType("PartnerRosterRowInput", {
  description:
    "Un partenaire du registre, sous l'identifiant local que l'établissement lui a donné. Rien qui dise qui il est. · A partner of the roster, under the local id that the establishment gave. Nothing that tells who it is.",
})
export class RosterRowInput implements SentPartner {
  @Field(() => String, {
    description:
      "Identifiant local, opaque, d'au plus 64 caractères, unique dans l'établissement : P-0001. · Local id, opaque, of at most 64 characters, unique in the establishment: P-0001.",
  })
  localId!: string;

  @text("État : ACTIVE, AVAILABLE, PAUSED, LEFT. · Status: ACTIVE, AVAILABLE, PAUSED, LEFT.")
  status?: string | null;

  @texts("Profils. · Profiles.")
  profiles?: string[] | null;

  @text("Groupe d'âge. · Age band.")
  ageBand?: string | null;

  @text("Genre. · Gender.")
  gender?: string | null;

  @text("Première langue. · First language.")
  firstLanguage?: string | null;

  @text("Région sociosanitaire : RSS-05. · Health region: RSS-05.")
  region?: string | null;

  @texts("Domaines d'expérience, en codes de secteurs. · Domains of experience, as sector codes.")
  experienceDomains?: string[] | null;

  @text("À quel titre : PATIENT, RELATIVE, CITIZEN. · Standing: PATIENT, RELATIVE, CITIZEN.")
  standing?: string | null;

  @year("Année d'arrivée. · Year joined.")
  joinedYear?: number | null;

  @Field(() => Boolean, { nullable: true, description: "A reçu une formation. · Was trained." })
  trained?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "A reçu du coaching. · Was coached." })
  coached?: boolean | null;

  @Field(() => [RosterEngagementInput], {
    nullable: true,
    description: "Engagements, passés et en cours. · Engagements, past and current.",
  })
  engagements?: RosterEngagementInput[] | null;
}

@InputType({
  description:
    "Le registre entier des partenaires d'un établissement : qui n'y est plus passe à l'état LEFT. · The whole roster of the partners of an establishment: who is no longer in it becomes LEFT.",
})
export class PartnerRosterInput {
  @Field(() => String, { description: "Code de l'établissement. · Code of the establishment." })
  establishment!: string;

  @Field(() => String, {
    description:
      "Clé choisie par l'expéditeur : la même clé et le même contenu donnent le même résultat. · Key chosen by the sender: the same key and content give the same result.",
  })
  idempotencyKey!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Révision d'où part l'expéditeur, rien pour un premier envoi. · Revision that the sender started from, nothing for a first push.",
  })
  baseRevision?: number | null;

  @Field(() => RosterPushMode, { description: "Essai ou envoi. · Dry run or submission." })
  mode!: RosterPushMode;

  @Field(() => [RosterRowInput], { description: "Les partenaires. · The partners." })
  rows!: RosterRowInput[];

  @Field(() => [String], {
    nullable: true,
    description:
      "Identifiants locaux des personnes qui se retirent : leur contenu est effacé de toutes les révisions. · Local ids of the people who withdraw: their content is erased from every revision.",
  })
  withdrawn?: string[] | null;
}

/** A push of a roster, its withdrawals told. */
export type PushedRoster = PartnerRosterInput & { readonly withdrawn: readonly string[] };
