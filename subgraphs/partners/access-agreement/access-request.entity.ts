import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { CalendarDay } from "../../shared/calendar-day.js";
import { DataOrigin } from "../../shared/data-origin.js";
import { LocalizedText } from "../../shared/localized-text.js";
import { RecordLevel } from "./access-agreement.entity.js";

/** Where a request for access stands. */
export enum AccessRequestState {
  OPEN = "OPEN",
  GRANTED = "GRANTED",
  DECLINED = "DECLINED",
}
registerEnumType(AccessRequestState, {
  name: "AccessRequestState",
  description: "En attente, accordée ou refusée. · Waiting, granted or declined.",
  valuesConfig: {
    OPEN: { description: "Attend une réponse. · Waits for an answer." },
    GRANTED: { description: "Une entente en est née. · An agreement came of it." },
    DECLINED: { description: "Refusée, avec un motif. · Declined, with a reason." },
  },
});

@Authorized("research:read", "steward:privacy")
@ObjectType({
  description: "Une demande d'accès d'une équipe de recherche. · A research team's request for access.",
})
export class AccessRequest {
  @Field(() => ID, { description: "Identifiant de la demande. · Identifier of the request." })
  id!: string;

  @Field(() => String, { description: "Titre de l'étude. · Title of the study." })
  title!: string;

  @Field(() => LocalizedText, { description: "Finalité. · Purpose." })
  purpose!: LocalizedText;

  @Field(() => [String], { description: "Variables demandées. · Variables asked for." })
  variables!: readonly string[];

  @Field(() => RecordLevel, { description: "Finesse des lignes. · How detailed the rows are." })
  recordLevel!: RecordLevel;

  @Field(() => String, {
    description: "Référence de l'approbation éthique. · Reference of the ethics approval.",
  })
  ethicsReference!: string;

  @Field(() => CalendarDay, { description: "Premier jour voulu. · First day wanted." })
  periodFrom!: string;

  @Field(() => CalendarDay, { description: "Dernier jour voulu. · Last day wanted." })
  periodTo!: string;

  @Field(() => Int, { description: "Nombre de personnes de l'équipe. · Number of persons in the team." })
  teamSize!: number;

  @Field(() => AccessRequestState, { description: "Où elle en est. · Where it stands." })
  state!: AccessRequestState;

  @Field(() => Date, { description: "Faite le. · Made at." })
  requestedAt!: Date;

  @Authorized("steward:privacy")
  @Field(() => String, { description: "Sujet qui demande. · Subject that asks." })
  requestedBy!: string;

  @Field(() => Date, { nullable: true, description: "Réponse donnée le. · Answered at." })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Motif de la réponse. · Reason of the answer." })
  decisionReason!: string | null;

  @Field(() => DataOrigin, {
    nullable: true,
    description:
      "SYNTHETIC pour une demande de démonstration, rien pour une vraie. · SYNTHETIC for a demonstration request, nothing for a real one.",
  })
  origin!: DataOrigin | null;
}
