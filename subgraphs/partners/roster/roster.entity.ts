import { Field, GraphQLISODateTime, Int, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { PageInfo } from "../../shared/page-info.js";
import { PushStatus } from "../../shared/push-status.js";
import { PartnerRosterCounts } from "./partner-roster-result.entity.js";

const text = (description: string): ReturnType<typeof Field> => Field(() => String, { description });
const texts = (description: string): ReturnType<typeof Field> => Field(() => [String], { description });

@Authorized("figures:write")
@ObjectType({
  description: "Un engagement d'un partenaire du registre. · An engagement of a partner of the roster.",
})
export class RosterEngagement {
  @text("Degré d'engagement. · Degree of engagement.")
  degree!: string;

  @text("Qui dirige. · Who leads.")
  leadership!: string;

  @text("Niveau. · Level.")
  level!: string;

  @text("Sphère. · Sphere.")
  sphere!: string;

  @text("Secteur. · Sector.")
  sector!: string;

  @text("Rôle. · Role.")
  role!: string;

  @text("Posture. · Posture.")
  posture!: string;

  @Field(() => Int, { description: "Année de début. · Year from." })
  fromYear!: number;

  @Field(() => Int, {
    nullable: true,
    description: "Année de fin, rien s'il est en cours. · Year to, nothing while it goes on.",
  })
  toYear!: number | null;

  @texts("Formes de reconnaissance. · Kinds of recognition.")
  recognition!: string[];
}

@Authorized("figures:write")
@ObjectType({
  description: "Un partenaire du registre, tel qu'il est gardé. · A partner of the roster, as it is kept.",
})
export class RosterPartner {
  @text("Identifiant local. · Local id.")
  localId!: string;

  @text("État. · Status.")
  status!: string;

  @texts("Profils. · Profiles.")
  profiles!: string[];

  @text("Groupe d'âge. · Age band.")
  ageBand!: string;

  @text("Genre. · Gender.")
  gender!: string;

  @text("Première langue. · First language.")
  firstLanguage!: string;

  @text("Région sociosanitaire. · Health region.")
  region!: string;

  @texts("Domaines d'expérience. · Domains of experience.")
  experienceDomains!: string[];

  @text("À quel titre. · Standing.")
  standing!: string;

  @Field(() => Int, { description: "Année d'arrivée. · Year joined." })
  joinedYear!: number;

  @Field(() => Boolean, { description: "A reçu une formation. · Was trained." })
  trained!: boolean;

  @Field(() => Boolean, { description: "A reçu du coaching. · Was coached." })
  coached!: boolean;

  @Field(() => [RosterEngagement], { description: "Engagements. · Engagements." })
  engagements!: RosterEngagement[];
}

@Authorized("figures:write")
@ObjectType({
  description: "Un partenaire et sa place dans la liste. · A partner and its place in the list.",
})
export class RosterPartnerEdge {
  @text("Curseur. · Cursor.")
  cursor!: string;

  @Field(() => RosterPartner, { description: "Le partenaire. · The partner." })
  node!: RosterPartner;
}

@Authorized("figures:write")
@ObjectType({ description: "Une page du registre. · A page of the roster." })
export class RosterPartnerConnection {
  @Field(() => [RosterPartnerEdge], {
    description: "Les partenaires de la page. · The partners of the page.",
  })
  edges!: RosterPartnerEdge[];

  @Field(() => PageInfo, { description: "Où la page finit. · Where the page ends." })
  pageInfo!: PageInfo;
}

@Authorized("figures:write")
@ObjectType({
  description: "Une révision du registre : un envoi accepté. · A revision of the roster: an accepted push.",
})
export class RosterRevision {
  @Field(() => Int, { description: "Révision. · Revision." })
  revision!: number;

  @text("Reçu. · Receipt.")
  receipt!: string;

  @Field(() => PushStatus, { description: "Ce qu'il est advenu de l'envoi. · What became of the push." })
  status!: PushStatus;

  @Field(() => PartnerRosterCounts, { description: "Décompte. · Counts." })
  counts!: PartnerRosterCounts;

  @Field(() => GraphQLISODateTime, { description: "Instant. · Instant." })
  pushedAt!: Date;
}

@Authorized("figures:write")
@ObjectType({ description: "Combien de partenaires sont dans un état. · How many partners have a status." })
export class RosterStatusCount {
  @text("État. · Status.")
  status!: string;

  @Field(() => Int, { description: "Nombre. · Count." })
  count!: number;
}

@Authorized("figures:write")
@ObjectType({
  description:
    "Le registre des partenaires d'un établissement. · The roster of the partners of an establishment.",
})
export class PartnerRoster {
  @text("Code de l'établissement. · Code of the establishment.")
  establishment!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Révision courante, d'où part le prochain envoi ; rien avant le premier. · Current revision, that the next push starts from; nothing before the first.",
  })
  revision!: number | null;

  @Field(() => [RosterStatusCount], { description: "Partenaires par état. · Partners by status." })
  statuses!: RosterStatusCount[];

  @Field(() => Int, { description: "Retraits depuis le début. · Withdrawals since the beginning." })
  withdrawn!: number;

  @Field(() => [RosterRevision], {
    description:
      "Les cinquante dernières révisions, la plus récente d'abord. · The last fifty revisions, the newest first.",
  })
  revisions!: RosterRevision[];
}
