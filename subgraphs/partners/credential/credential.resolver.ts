import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { changeCredentialOf, type CredentialStep, credentialSteps } from "./change-credential.service.js";
import { CredentialConnection } from "./credential-connection.entity.js";
import {
  Credential,
  CredentialAct,
  CredentialKind,
  CredentialResult,
  CredentialStatus,
} from "./credential.entity.js";
import { actsByCredential } from "./credential.loader.js";
import { GrantCredentialInput } from "./grant-credential.input.js";
import { grantCredential } from "./grant-credential.service.js";
import { pageCredentials } from "./page-credentials.service.js";

const subjectText = "Sujet (`sub` du jeton). · Subject (`sub` of the token).";
const clientText = "Client (`client_id` du jeton). · Client (`client_id` of the token).";
const reasonText = "Motif, gardé à l'historique. · Reason, kept in the history.";
const versionText =
  "Version lue ; si elle n'est plus la courante, rien n'est fait. · Version read; when no longer the current one, nothing is done.";

@Resolver(() => Credential)
export class CredentialResolver {
  @Authorized("steward:privacy")
  @Query(() => CredentialConnection, {
    description: "Les habilitations, page par page. · The credentials, page by page.",
  })
  credentials(
    @Ctx() context: SubgraphContext,
    @Arg("subject", () => String, { nullable: true, description: subjectText }) subject?: string,
    @Arg("client", () => String, { nullable: true, description: clientText }) client?: string,
    @Arg("kind", () => CredentialKind, { nullable: true, description: "Une seule sorte. · One kind only." })
    kind?: CredentialKind,
    @Arg("status", () => CredentialStatus, {
      nullable: true,
      description: "Un seul état. · One state only.",
    })
    status?: CredentialStatus,
    @Arg("first", () => Int, {
      defaultValue: 50,
      description: "Longueur de la page, 200 au plus. · Length of the page, at most 200.",
    })
    first = 50,
    @Arg("after", () => String, {
      nullable: true,
      description: "Curseur de fin de la page précédente. · End cursor of the page before.",
    })
    after?: string,
  ): Promise<CredentialConnection> {
    const filter = {
      subject: subject ?? null,
      client: client ?? null,
      kind: kind ?? null,
      status: status ?? null,
    };
    return pageCredentials(context, filter, first, after ?? null);
  }

  @Authorized("steward:privacy")
  @FieldResolver(() => [CredentialAct], {
    description: "Chaque acte, du premier au dernier. · Each act, from the first to the last.",
  })
  history(@Root() { id }: Credential, @Ctx() context: SubgraphContext): Promise<CredentialAct[]> {
    return actsByCredential(context).load(id);
  }

  @Authorized("steward:privacy")
  @Mutation(() => CredentialResult, {
    description:
      "Habilite un sujet ou un client : son jeton ne pourra rien dire d'autre. · Grants a credential to a subject or a client: its token will not be able to say anything else.",
  })
  grantCredential(
    @Ctx() context: SubgraphContext,
    @Arg("input", () => GrantCredentialInput, { description: "L'habilitation. · The credential." })
    input: GrantCredentialInput,
  ): Promise<CredentialResult> {
    return grantCredential(context, input);
  }

  @Authorized("steward:privacy")
  @Mutation(() => CredentialResult, {
    description:
      "Suspend un sujet ou un client, habilité ici ou non : il n'entre plus. · Suspends a subject or a client, granted here or not: it enters no more.",
  })
  suspendCredential(
    @Ctx() context: SubgraphContext,
    @Arg("reason", () => String, { description: reasonText }) reason: string,
    @Arg("subject", () => String, { nullable: true, description: subjectText }) subject?: string,
    @Arg("client", () => String, { nullable: true, description: clientText }) client?: string,
    @Arg("version", () => Int, { nullable: true, description: versionText }) version?: number,
  ): Promise<CredentialResult> {
    return change(context, credentialSteps.suspend, { subject, client }, reason, version);
  }

  @Authorized("steward:privacy")
  @Mutation(() => CredentialResult, {
    description:
      "Rétablit un sujet ou un client suspendu ; jamais soi-même. · Restores a suspended subject or client; never oneself.",
  })
  restoreCredential(
    @Ctx() context: SubgraphContext,
    @Arg("reason", () => String, { description: reasonText }) reason: string,
    @Arg("subject", () => String, { nullable: true, description: subjectText }) subject?: string,
    @Arg("client", () => String, { nullable: true, description: clientText }) client?: string,
    @Arg("version", () => Int, { nullable: true, description: versionText }) version?: number,
  ): Promise<CredentialResult> {
    return change(context, credentialSteps.restore, { subject, client }, reason, version);
  }

  @Authorized("steward:privacy")
  @Mutation(() => CredentialResult, {
    description: "Termine une habilitation, pour de bon. · Ends a credential, for good.",
  })
  endCredential(
    @Ctx() context: SubgraphContext,
    @Arg("reason", () => String, { description: reasonText }) reason: string,
    @Arg("subject", () => String, { nullable: true, description: subjectText }) subject?: string,
    @Arg("client", () => String, { nullable: true, description: clientText }) client?: string,
    @Arg("version", () => Int, { nullable: true, description: versionText }) version?: number,
  ): Promise<CredentialResult> {
    return change(context, credentialSteps.end, { subject, client }, reason, version);
  }
}

const change = (
  context: SubgraphContext,
  step: CredentialStep,
  holder: { subject: string | undefined; client: string | undefined },
  reason: string,
  version: number | undefined,
): Promise<CredentialResult> =>
  changeCredentialOf(context, step, { holder, reason, version: version ?? null });
