import { Arg, Ctx, ID, Int, Mutation, Resolver } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { approveSubmission } from "./approve-submission.service.js";
import { returnSubmission } from "./return-submission.service.js";
import { Submission } from "./submission.entity.js";
import { unapproveSubmission } from "./unapprove-submission.service.js";
import { withdrawSubmission } from "./withdraw-submission.service.js";

const idText = "Identifiant de l'envoi. · Identifier of the submission.";
const reasonText = "Raison. · Reason.";

@Resolver(() => Submission)
export class SubmissionDecisionResolver {
  @Authorized("steward:collect")
  @Mutation(() => Submission, {
    description:
      "Approuve la révision courante ; qui l'a envoyée ne l'approuve pas. · Approves the current revision; who sent it does not approve it.",
  })
  approveSubmission(
    @Ctx() context: SubgraphContext,
    @Arg("id", () => ID, { description: idText }) id: string,
    @Arg("revision", () => Int, {
      nullable: true,
      description:
        "Révision lue ; refusé si elle n'est plus la courante. · Revision read; refused when no longer current.",
    })
    revision?: number,
  ): Promise<Submission> {
    return approveSubmission(context, id, revision);
  }

  @Authorized("steward:collect")
  @Mutation(() => Submission, {
    description:
      "Retire une approbation pas encore publiée et retourne l'envoi au bureau, avec la raison ; ce qui a été publié avant reste approuvé. · Takes back an approval not published yet and gives the submission back to the office, with the reason; what was published before stays approved.",
  })
  unapproveSubmission(
    @Ctx() context: SubgraphContext,
    @Arg("id", () => ID, { description: idText }) id: string,
    @Arg("reason", () => String, { description: reasonText }) reason: string,
  ): Promise<Submission> {
    return unapproveSubmission(context, id, reason);
  }

  @Authorized("steward:collect")
  @Mutation(() => Submission, {
    description:
      "Retourne un envoi au bureau, avec la raison. · Gives a submission back to the office, with the reason.",
  })
  returnSubmission(
    @Ctx() context: SubgraphContext,
    @Arg("id", () => ID, { description: idText }) id: string,
    @Arg("reason", () => String, { description: reasonText }) reason: string,
  ): Promise<Submission> {
    return returnSubmission(context, id, reason);
  }

  @Authorized("figures:write", "steward:collect")
  @Mutation(() => Submission, {
    description:
      "Retire un envoi, quel que soit son état : la prochaine édition l'omet, celles qui l'ont le gardent. Un nouvel envoi, parti de sa révision courante et avec une raison, le fait revivre. · Withdraws a submission, whatever its state: the next vintage leaves it out, those that have it keep it. A new push from its current revision, with a reason, makes it live again.",
  })
  withdrawSubmission(
    @Ctx() context: SubgraphContext,
    @Arg("id", () => ID, { description: idText }) id: string,
    @Arg("reason", () => String, { description: reasonText }) reason: string,
  ): Promise<Submission> {
    return withdrawSubmission(context, id, reason);
  }
}
