import { Directive, Field, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { hubScope } from "../../shared/principal.js";

/** Only the hub itself reads it: no schema that a caller can use has it. */
@Authorized(hubScope)
@ObjectType({
  description:
    "Ce que le carrefour doit savoir d'une habilitation avant de laisser entrer. · What the hub must know of a credential before it lets anyone in.",
})
@Directive("@inaccessible")
export class Admission {
  @Field(() => String, { nullable: true, description: "Sujet. · Subject." })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: "Client. · Client." })
  client!: string | null;

  @Field(() => Boolean, {
    description:
      "Faux : l'habilitation est suspendue ou terminée, elle ne laisse entrer personne. · False: the credential is suspended or ended, it lets nobody in.",
  })
  isActive!: boolean;

  @Field(() => Boolean, {
    description:
      "Vrai quand le jeton doit dire ce qui suit, et rien d'autre. · True when the token must say what follows, and nothing else.",
  })
  isGranted!: boolean;

  @Field(() => String, { nullable: true, description: "Établissement. · Establishment." })
  establishment!: string | null;

  @Field(() => String, { nullable: true, description: "Entente. · Agreement." })
  agreement!: string | null;

  @Field(() => [String], { description: "Portées. · Scopes." })
  scopes!: readonly string[];
}
