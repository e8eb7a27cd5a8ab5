import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Language } from "../../shared/language.js";
import { asCaller } from "../../shared/tenancy.js";
import { AccessRequest } from "./access-request.entity.js";
import { findRequests } from "./access-request.repository.js";
import { AccessDecisionResult, AccessIssue, RequestAccessResult } from "./access-result.entity.js";
import { declineAccess } from "./decline-access.service.js";
import { RequestAccessInput } from "./request-access.input.js";
import { requestAccess } from "./request-access.service.js";

@Resolver(() => AccessRequest)
export class AccessRequestResolver {
  @Authorized("research:read", "steward:privacy")
  @Query(() => [AccessRequest], {
    description:
      "Les demandes d'accès, la plus récente d'abord : les siennes pour la recherche, toutes pour la protection des renseignements. · The requests for access, the newest first: one's own for research, all for the steward of privacy.",
  })
  accessRequests(@Ctx() context: SubgraphContext): Promise<AccessRequest[]> {
    return asCaller(context, findRequests);
  }

  @Authorized("research:read")
  @Mutation(() => RequestAccessResult, {
    description:
      "Demande un accès ; tout ce qui est à corriger est dit en une fois. · Asks for access; everything to mend is told at once.",
  })
  requestAccess(
    @Ctx() context: SubgraphContext,
    @Arg("input", () => RequestAccessInput, { description: "La demande. · The request." })
    input: RequestAccessInput,
  ): Promise<RequestAccessResult> {
    return requestAccess(context, input);
  }

  @Authorized("steward:privacy")
  @Mutation(() => AccessDecisionResult, {
    description:
      "Refuse une demande, avec un motif que l'équipe lira. · Declines a request, with a reason that the team will read.",
  })
  declineAccess(
    @Ctx() context: SubgraphContext,
    @Arg("request", () => ID, { description: "La demande. · The request." }) request: string,
    @Arg("reason", () => String, { description: "Motif, exigé. · Reason, required." }) reason: string,
  ): Promise<AccessDecisionResult> {
    return declineAccess(context, request, reason);
  }
}

@Resolver(() => AccessIssue)
export class AccessIssueResolver {
  @Authorized("research:read", "steward:privacy")
  @FieldResolver(() => String, { description: "Le point en mots. · The issue in words." })
  message(
    @Root() { messages }: AccessIssue,
    @Arg("lang", () => Language, { defaultValue: Language.FR, description: "Langue. · Language." })
    lang: Language,
  ): string {
    return lang === Language.EN ? messages.en : messages.fr;
  }
}
