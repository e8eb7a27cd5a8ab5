import { FieldResolver, Resolver, Root } from "type-graphql";
import { KeptAnswer, SubmissionRevision } from "./submission-revision.entity.js";

/** The answers of a revision in one list, each with the rank of its response. */
export const answersOf = (revision: SubmissionRevision | undefined): KeptAnswer[] =>
  (revision?.responses ?? []).flatMap((answers, index) =>
    answers.map((answer) => ({ ...answer, response: index + 1 }) as KeptAnswer),
  );

@Resolver(() => SubmissionRevision)
export class SubmissionRevisionResolver {
  @FieldResolver(() => [KeptAnswer], { description: "Réponses. · Answers." })
  answers(@Root() revision: SubmissionRevision): KeptAnswer[] {
    return answersOf(revision);
  }
}
