import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { AccessAgreement } from "./access-agreement.entity.js";
import { findAccessAgreements } from "./access-agreement.repository.js";
import { AccessDecisionResult } from "./access-result.entity.js";
import { AgreementAct } from "./agreement-act.entity.js";
import { actsByAgreement } from "./agreement-act.loader.js";
import { type AgreementStep, agreementSteps, changeAccess } from "./change-access.service.js";
import { GrantAccessInput } from "./grant-access.input.js";
import { grantAccess } from "./grant-access.service.js";

const agreementText = "Code de l'entente. · Code of the agreement.";
const reasonText = "Motif, gardé à l'historique. · Reason, kept in the history.";
const versionText =
  "Version lue ; si elle n'est plus la courante, rien n'est fait. · Version read; when no longer the current one, nothing is done.";

@Resolver(() => AccessAgreement)
export class AccessAgreementResolver {
  @Authorized("research:agreement", "steward:privacy")
  @Query(() => [AccessAgreement], {
    description:
      "Les ententes d'accès : la sienne pour une équipe de recherche, toutes pour la protection des renseignements. · The access agreements: its own for a research team, all for the steward of privacy.",
  })
  accessAgreements(@Ctx() context: SubgraphContext): Promise<AccessAgreement[]> {
    return findAccessAgreements(context);
  }

  @Authorized("steward:privacy")
  @FieldResolver(() => [AgreementAct], {
    description: "Chaque acte, du premier au dernier. · Each act, from the first to the last.",
  })
  history(@Root() { code }: AccessAgreement, @Ctx() context: SubgraphContext): Promise<AgreementAct[]> {
    return actsByAgreement(context).load(code);
  }

  @Authorized("steward:privacy")
  @Mutation(() => AccessDecisionResult, {
    description:
      "Accorde une entente d'accès, d'une demande ou directement ; tout ce qui est à corriger est dit en une fois. · Grants an access agreement, from a request or directly; everything to mend is told at once.",
  })
  grantAccess(
    @Ctx() context: SubgraphContext,
    @Arg("input", () => GrantAccessInput, { description: "L'entente. · The agreement." })
    input: GrantAccessInput,
  ): Promise<AccessDecisionResult> {
    return grantAccess(context, input);
  }

  @Authorized("steward:privacy")
  @Mutation(() => AccessDecisionResult, {
    description:
      "Suspend une entente : elle n'ouvre plus rien, dès la lecture suivante. · Suspends an agreement: it opens nothing, from the next read on.",
  })
  suspendAccess(
    @Ctx() context: SubgraphContext,
    @Arg("agreement", () => String, { description: agreementText }) agreement: string,
    @Arg("reason", () => String, { description: reasonText }) reason: string,
    @Arg("version", () => Int, { nullable: true, description: versionText }) version?: number,
  ): Promise<AccessDecisionResult> {
    return change(context, agreementSteps.suspend, agreement, reason, version);
  }

  @Authorized("steward:privacy")
  @Mutation(() => AccessDecisionResult, {
    description: "Reprend une entente suspendue. · Resumes a suspended agreement.",
  })
  resumeAccess(
    @Ctx() context: SubgraphContext,
    @Arg("agreement", () => String, { description: agreementText }) agreement: string,
    @Arg("reason", () => String, { description: reasonText }) reason: string,
    @Arg("version", () => Int, { nullable: true, description: versionText }) version?: number,
  ): Promise<AccessDecisionResult> {
    return change(context, agreementSteps.resume, agreement, reason, version);
  }

  @Authorized("steward:privacy")
  @Mutation(() => AccessDecisionResult, {
    description: "Termine une entente, pour de bon. · Ends an agreement, for good.",
  })
  endAccess(
    @Ctx() context: SubgraphContext,
    @Arg("agreement", () => String, { description: agreementText }) agreement: string,
    @Arg("reason", () => String, { description: reasonText }) reason: string,
    @Arg("version", () => Int, { nullable: true, description: versionText }) version?: number,
  ): Promise<AccessDecisionResult> {
    return change(context, agreementSteps.end, agreement, reason, version);
  }
}

const change = (
  context: SubgraphContext,
  step: AgreementStep,
  agreement: string,
  reason: string,
  version: number | undefined,
): Promise<AccessDecisionResult> =>
  changeAccess(context, step, { agreement, reason, version: version ?? null });
