import { Field, InputType } from "type-graphql";
import { CredentialKind } from "./credential.entity.js";

@InputType({
  description:
    "Une habilitation à accorder, à un sujet ou à un client. · A credential to grant, to a subject or to a client.",
})
export class GrantCredentialInput {
  @Field(() => String, {
    nullable: true,
    description: "Sujet (`sub` du jeton). · Subject (`sub` of the token).",
  })
  subject?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Client (`client_id` du jeton). · Client (`client_id` of the token).",
  })
  client?: string | null;

  @Field(() => CredentialKind, { description: "Sorte. · Kind." })
  kind!: CredentialKind;

  @Field(() => String, {
    nullable: true,
    description: "Établissement, pour cette sorte. · Establishment, for that kind.",
  })
  establishment?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Entente, pour la recherche ; sans elle, le jeton n'en nomme aucune. · Agreement, for research; without it, the token names none.",
  })
  agreement?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Portées, pour l'intendance : steward:collect, steward:publish, steward:privacy. · Scopes, for stewardship: steward:collect, steward:publish, steward:privacy.",
  })
  scopes?: string[] | null;

  @Field(() => String, { description: "Motif, gardé à l'historique. · Reason, kept in the history." })
  reason!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Vrai pour essayer sans rien écrire. · True to try without writing anything.",
  })
  dryRun?: boolean | null;
}
