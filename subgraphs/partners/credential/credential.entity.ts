import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { AccessIssue, AccessOutcome } from "../access-agreement/access-result.entity.js";
import { Authorized } from "../../shared/authorized.js";

/** What kind of caller a credential is for. */
export enum CredentialKind {
  RESEARCHER = "RESEARCHER",
  ESTABLISHMENT = "ESTABLISHMENT",
  STEWARD = "STEWARD",
}
registerEnumType(CredentialKind, {
  name: "CredentialKind",
  description: "Recherche, établissement ou intendance. · Research, establishment or stewardship.",
  valuesConfig: {
    RESEARCHER: { description: "Recherche. · Research." },
    ESTABLISHMENT: { description: "Établissement. · Establishment." },
    STEWARD: { description: "Intendance. · Stewardship." },
  },
});

/** Whether a credential lets in. */
export enum CredentialStatus {
  ACTIVE = "ACTIVE",
  SUSPENDED = "SUSPENDED",
  ENDED = "ENDED",
}
registerEnumType(CredentialStatus, {
  name: "CredentialStatus",
  description: "En vigueur, suspendue ou terminée. · In force, suspended or ended.",
  valuesConfig: {
    ACTIVE: { description: "En vigueur. · In force." },
    SUSPENDED: { description: "Suspendue : elle ne laisse plus entrer. · Suspended: it lets in no more." },
    ENDED: { description: "Terminée, pour de bon. · Ended, for good." },
  },
});

/** What was done with a credential. */
export enum CredentialActKind {
  GRANTED = "GRANTED",
  SUSPENDED = "SUSPENDED",
  RESTORED = "RESTORED",
  ENDED = "ENDED",
}
registerEnumType(CredentialActKind, {
  name: "CredentialActKind",
  description: "Accordée, suspendue, rétablie ou terminée. · Granted, suspended, restored or ended.",
  valuesConfig: {
    GRANTED: { description: "Accordée. · Granted." },
    SUSPENDED: { description: "Suspendue. · Suspended." },
    RESTORED: { description: "Rétablie. · Restored." },
    ENDED: { description: "Terminée, pour de bon. · Ended, for good." },
  },
});

@Authorized("steward:privacy")
@ObjectType({
  description:
    "Un acte de la vie d'une habilitation ; il ne change ni ne disparaît. · An act in the life of a credential; it never changes nor goes.",
})
export class CredentialAct {
  credential!: string;

  @Field(() => Int, { description: "Version de l'habilitation après l'acte. · Version after the act." })
  version!: number;

  @Field(() => CredentialActKind, { description: "L'acte. · The act." })
  act!: CredentialActKind;

  @Field(() => String, { description: "Sujet qui a agi. · Subject that acted." })
  by!: string;

  @Field(() => String, {
    nullable: true,
    description: "Client par lequel il a agi. · Client through which it acted.",
  })
  client!: string | null;

  @Field(() => Date, { description: "Quand. · When." })
  at!: Date;

  @Field(() => String, { description: "Pourquoi. · Why." })
  reason!: string;
}

@Authorized("steward:privacy")
@ObjectType({
  description:
    "Une habilitation : ce qu'un sujet ou un client peut faire ici, quoi que dise son jeton. · A credential: what a subject or a client may do here, whatever its token says.",
})
export class Credential {
  @Field(() => ID, { description: "Identifiant. · Identifier." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "Sujet (`sub` du jeton) ; sinon un client. · Subject (`sub` of the token); else a client.",
  })
  subject!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Client (`client_id` du jeton). · Client (`client_id` of the token).",
  })
  client!: string | null;

  @Field(() => CredentialKind, {
    nullable: true,
    description:
      "Sorte ; rien pour qui a été suspendu sans avoir été habilité ici. · Kind; nothing for who was suspended without having been granted here.",
  })
  kind!: CredentialKind | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Seul établissement que son jeton peut nommer. · Only establishment that its token may name.",
  })
  establishment!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Seule entente que son jeton peut nommer. · Only agreement that its token may name.",
  })
  agreement!: string | null;

  @Field(() => [String], {
    description: "Seules portées que son jeton peut avoir. · Only scopes that its token may have.",
  })
  scopes!: readonly string[];

  @Field(() => CredentialStatus, { description: "État. · State." })
  status!: CredentialStatus;

  @Field(() => Int, {
    description: "Version, à redonner en agissant sur elle. · Version, to be given again when acting on it.",
  })
  version!: number;
}

@Authorized("steward:privacy")
@ObjectType({
  description: "Ce qu'un acte sur une habilitation a donné. · What came of an act on a credential.",
})
export class CredentialResult {
  @Field(() => AccessOutcome, { description: "Ce qu'il en est advenu. · What became of it." })
  status!: AccessOutcome;

  @Field(() => Credential, {
    nullable: true,
    description: "L'habilitation, après l'acte. · The credential, after the act.",
  })
  credential!: Credential | null;

  @Field(() => [AccessIssue], { description: "Tous les points à corriger. · Everything to mend." })
  issues!: readonly AccessIssue[];
}
