import { Field, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";

@Authorized()
@ObjectType({
  description: "Qui demande, d'après le jeton vérifié. · Who is asking, as the verified token says.",
})
export class Caller {
  @Field(() => String, {
    description:
      "Sorte d'appelant : researcher, establishment ou steward. · Kind of caller: researcher, establishment or steward.",
  })
  audience!: string;

  @Field(() => [String], { description: "Portées du jeton. · Scopes of the token." })
  scopes!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: "Établissement auquel le jeton est lié. · Establishment that the token is bound to.",
  })
  establishment!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Entente d'accès à laquelle le jeton est lié. · Access agreement that the token is bound to.",
  })
  agreement!: string | null;

  @Field(() => String, { nullable: true, description: "Sujet du jeton. · Subject of the token." })
  subject!: string | null;
}
