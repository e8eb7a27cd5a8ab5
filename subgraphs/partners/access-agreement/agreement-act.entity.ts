import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";

/** What was done with an agreement. */
export enum AgreementActKind {
  GRANTED = "GRANTED",
  SUSPENDED = "SUSPENDED",
  RESUMED = "RESUMED",
  ENDED = "ENDED",
}
registerEnumType(AgreementActKind, {
  name: "AgreementActKind",
  description: "Accordée, suspendue, reprise ou terminée. · Granted, suspended, resumed or ended.",
  valuesConfig: {
    GRANTED: { description: "Accordée. · Granted." },
    SUSPENDED: { description: "Suspendue. · Suspended." },
    RESUMED: { description: "Reprise. · Resumed." },
    ENDED: { description: "Terminée, pour de bon. · Ended, for good." },
  },
});

@Authorized("steward:privacy")
@ObjectType({
  description:
    "Un acte de la vie d'une entente ; il ne change ni ne disparaît. · An act in the life of an agreement; it never changes nor goes.",
})
export class AgreementAct {
  agreement!: string;

  @Field(() => Int, { description: "Version de l'entente après l'acte. · Version after the act." })
  version!: number;

  @Field(() => AgreementActKind, { description: "L'acte. · The act." })
  act!: AgreementActKind;

  @Field(() => String, { description: "Sujet qui a agi. · Subject that acted." })
  by!: string;

  @Field(() => String, {
    nullable: true,
    description: "Client par lequel il a agi. · Client through which it acted.",
  })
  client!: string | null;

  @Field(() => Date, { description: "Quand. · When." })
  at!: Date;

  @Field(() => String, { nullable: true, description: "Pourquoi. · Why." })
  reason!: string | null;
}
