import { Field, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { IssueSeverity, PushStatus } from "../../shared/push-status.js";
import { Establishment } from "../observation/observed-place.entity.js";
import type { Difference, PushCounts } from "./push-difference.js";
import type { Issue } from "./rules/issue.js";
import { SubmissionState } from "./submission-state.js";

@Authorized("figures:write", "steward:collect")
@ObjectType({
  description:
    "Un point relevé dans un envoi, avec sa place et ce qui était attendu. · Something found in a push, with its place and what was expected.",
})
export class YearlyFiguresIssue implements Omit<Issue, "severity"> {
  @Field(() => String, {
    description:
      "Code de la règle (V09) ; FORM pour ce que le formulaire ne permet pas. · Code of the rule (V09); FORM for what the form does not allow.",
  })
  rule!: string;

  @Field(() => IssueSeverity, { description: "Poids. · Weight." })
  severity!: IssueSeverity;

  @Field(() => String, { description: "Nature du point, pour un programme. · What is wrong, for a program." })
  code!: string;

  @Field(() => String, {
    description: "Place dans l'envoi : answers[11].number. · Place in the input: answers[11].number.",
  })
  path!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Ligne de la réponse dans le fichier. · Row of the answer in the file.",
  })
  row!: number | null;

  @Field(() => String, { nullable: true, description: "Colonne dans le fichier. · Column in the file." })
  column!: string | null;

  @Field(() => String, { nullable: true, description: "Code de la question. · Code of the question." })
  question!: string | null;

  /** The message in both languages; told in the one asked for. */
  messages!: Issue["messages"];

  @Field(() => String, { nullable: true, description: "Ce qui a été reçu. · What was received." })
  observed!: string | null;

  @Field(() => String, { nullable: true, description: "Ce qui était attendu. · What was expected." })
  expected!: string | null;

  @Field(() => [String], { description: "Autres places en cause. · Other places involved." })
  relatedPaths!: readonly string[];
}

@Authorized("figures:write", "steward:collect")
@ObjectType({
  description:
    "Une réponse qui n'est pas la même dans l'envoi et dans la révision courante. · An answer that differs between the push and the current revision.",
})
export class YearlyFiguresDifference implements Difference {
  @Field(() => String, { description: "Code de la question. · Code of the question." })
  question!: string;

  @Field(() => String, { nullable: true, description: "Votre réponse. · Your answer." })
  yours!: string | null;

  @Field(() => String, { nullable: true, description: "Réponse courante. · Current answer." })
  current!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Depuis quand (ISO 8601, UTC) ; rien si elle n'a pas changé depuis la révision de départ. · Since when (ISO 8601, UTC); nothing when it has not changed since the base revision.",
  })
  changedAt!: string | null;
}

@Authorized("figures:write", "steward:collect")
@ObjectType({ description: "Ce qu'un envoi fait des réponses. · What a push does to the answers." })
export class YearlyFiguresCounts implements PushCounts {
  @Field(() => Int, { description: "Lues. · Read." })
  read!: number;

  @Field(() => Int, { description: "Nouvelles. · Created." })
  created!: number;

  @Field(() => Int, { description: "Modifiées. · Updated." })
  updated!: number;

  @Field(() => Int, { description: "Identiques. · Unchanged." })
  unchanged!: number;

  @Field(() => Int, {
    description:
      "Rejetées : un envoi s'applique en entier ou pas du tout. · Rejected: a push is applied as a whole or not at all.",
  })
  rejected!: number;
}

@Authorized("figures:write", "steward:collect")
@ObjectType({
  description:
    "L'envoi tel qu'il était juste après ; pour son état présent, voir `submission(id)`. · The submission as it stood right after; for its present state, see `submission(id)`.",
})
export class PushedSubmission {
  @Field(() => ID, { description: "Identifiant. · Identifier." })
  id!: string;

  @Field(() => String, { description: "Code de la campagne. · Code of the campaign." })
  campaign!: string;

  @Field(() => Establishment, { nullable: true, description: "Établissement. · Establishment." })
  establishment!: Establishment | null;

  @Field(() => String, { description: "Code du bureau. · Code of the office." })
  office!: string;

  @Field(() => SubmissionState, { description: "État. · State." })
  state!: SubmissionState;

  @Field(() => Int, { description: "Révision. · Revision." })
  revision!: number;

  @Field(() => GraphQLISODateTime, { description: "Instant de la révision. · Instant of the revision." })
  submittedAt!: Date;
}

@Authorized("figures:write", "steward:collect")
@ObjectType({
  description:
    "Le résultat d'un envoi ; un rejet pour règle de gestion est un résultat, pas une erreur. · The result of a push; a business rejection is a result, not an error.",
})
export class YearlyFiguresResult {
  @Field(() => PushStatus, { description: "Ce qu'il est advenu de l'envoi. · What became of the push." })
  status!: PushStatus;

  @Field(() => PushedSubmission, {
    nullable: true,
    description: "L'envoi, s'il y en a un. · The submission, when there is one.",
  })
  submission!: PushedSubmission | null;

  @Field(() => Int, {
    nullable: true,
    description: "Révision courante après l'envoi. · Current revision after the push.",
  })
  revision!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Reçu : chaîne du journal, rang et tête après cet envoi ; à garder. · Receipt: chain of the audit, place and head after this push; to be kept.",
  })
  receipt!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Empreinte SHA-256 de ce que la révision gardée contient. · SHA-256 of what the revision kept holds.",
  })
  contentHash!: string | null;

  @Field(() => YearlyFiguresCounts, { description: "Décompte des réponses. · Count of the answers." })
  counts!: YearlyFiguresCounts;

  @Field(() => [YearlyFiguresIssue], { description: "Tous les points relevés. · Every issue found." })
  issues!: YearlyFiguresIssue[];

  @Field(() => [YearlyFiguresDifference], {
    description: "En cas de conflit, question par question. · In a conflict, question by question.",
  })
  difference!: YearlyFiguresDifference[];
}
