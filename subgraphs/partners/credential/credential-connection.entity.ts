import { Field, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { PageInfo } from "../../shared/page-info.js";
import { Credential } from "./credential.entity.js";

@Authorized("steward:privacy")
@ObjectType({
  description: "Une habilitation et sa place dans la liste. · A credential and its place in the list.",
})
export class CredentialEdge {
  @Field(() => String, { description: "Curseur. · Cursor." })
  cursor!: string;

  @Field(() => Credential, { description: "L'habilitation. · The credential." })
  node!: Credential;
}

@Authorized("steward:privacy")
@ObjectType({ description: "Une page d'habilitations. · A page of credentials." })
export class CredentialConnection {
  @Field(() => [CredentialEdge], {
    description: "Les habilitations de la page. · The credentials of the page.",
  })
  edges!: CredentialEdge[];

  @Field(() => PageInfo, { description: "Fin de la page. · End of the page." })
  pageInfo!: PageInfo;
}
