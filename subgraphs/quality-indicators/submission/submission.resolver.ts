import { Arg, Ctx, FieldResolver, GraphQLISODateTime, ID, Query, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { AuditEntry } from "../audit/audit-entry.entity.js";
import { Establishment } from "../observation/observed-place.entity.js";
import { readSubmission } from "./read-submission.service.js";
import { Submission } from "./submission.entity.js";
import { eventsBySubmission, revisionsBySubmission } from "./submission.loader.js";
import { KeptAnswer, SubmissionRevision } from "./submission-revision.entity.js";
import { answersOf } from "./submission-revision.resolver.js";
import { findSubmissions } from "./submission.repository.js";

const idText = "Identifiant de l'envoi. · Identifier of the submission.";

@Resolver(() => Submission)
export class SubmissionResolver {
  @Authorized("figures:write", "steward:collect")
  @Query(() => [Submission], {
    description:
      "Les envois que l'appelant peut voir : les siens, ou tous pour la collecte. · The submissions that the caller may see: its own, or all of them for the collection.",
  })
  submissions(
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, {
      nullable: true,
      description: "Une seule campagne. · One campaign only.",
    })
    campaign?: string,
  ): Promise<Submission[]> {
    return findSubmissions(context, campaign);
  }

  @Authorized("figures:write", "steward:collect")
  @Query(() => Submission, {
    nullable: true,
    description:
      "Un envoi ; celui d'un autre établissement répond comme s'il n'existait pas. · One submission; another establishment's answers as if it did not exist.",
  })
  submission(
    @Ctx() context: SubgraphContext,
    @Arg("id", () => ID, { description: idText }) id: string,
  ): Promise<Submission> {
    return readSubmission(context, id);
  }

  @FieldResolver(() => Establishment, { nullable: true, description: "Établissement. · Establishment." })
  establishment(@Root() { establishmentCode }: Submission): Establishment {
    return { code: establishmentCode };
  }

  @FieldResolver(() => [SubmissionRevision], {
    description: "Révisions, la première d'abord. · Revisions, the first one first.",
  })
  revisions(@Root() { id }: Submission, @Ctx() context: SubgraphContext): Promise<SubmissionRevision[]> {
    return revisionsBySubmission(context).load(id);
  }

  @FieldResolver(() => [AuditEntry], {
    description: "Événements, le premier d'abord. · Events, the first one first.",
  })
  audit(@Root() { id }: Submission, @Ctx() context: SubgraphContext): Promise<AuditEntry[]> {
    return eventsBySubmission(context).load(id);
  }

  @FieldResolver(() => [KeptAnswer], {
    description: "Réponses de la révision courante. · Answers of the current revision.",
  })
  async answers(@Root() submission: Submission, @Ctx() context: SubgraphContext): Promise<KeptAnswer[]> {
    return answersOf(await currentRevision(submission, context));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Identifiant de qui a envoyé la révision courante. · Identifier of who sent the current revision.",
  })
  async submittedBy(@Root() submission: Submission, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await currentRevision(submission, context))?.submittedBy ?? null;
  }

  @FieldResolver(() => GraphQLISODateTime, {
    nullable: true,
    description: "Instant de la révision courante. · Instant of the current revision.",
  })
  async submittedAt(@Root() submission: Submission, @Ctx() context: SubgraphContext): Promise<Date | null> {
    return (await currentRevision(submission, context))?.submittedAt ?? null;
  }
}

const currentRevision = async (
  { id, revision }: Submission,
  context: SubgraphContext,
): Promise<SubmissionRevision | undefined> =>
  (await revisionsBySubmission(context).load(id)).find((candidate) => candidate.revision === revision);
