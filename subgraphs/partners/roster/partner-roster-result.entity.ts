import { Field, GraphQLISODateTime, Int, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { IssueSeverity, PushStatus } from "../../shared/push-status.js";
import type { RosterCounts } from "./roster-changes.js";
import type { RosterDifference } from "./roster-difference.js";
import type { RosterIssue } from "./rules/issue.js";

@Authorized("figures:write")
@ObjectType({
  description:
    "Un point relevé dans un registre, avec sa place ; ce qui y était n'est pas répété. · Something found in a roster, with its place; what stood there is not repeated.",
})
export class PartnerRosterIssue implements Omit<RosterIssue, "severity" | "code"> {
  @Field(() => String, { description: "Code de la règle : P07. · Code of the rule: P07." })
  rule!: string;

  @Field(() => IssueSeverity, { description: "Poids. · Weight." })
  severity!: IssueSeverity;

  @Field(() => String, { description: "Nature du point, pour un programme. · What is wrong, for a program." })
  code!: string;

  @Field(() => String, {
    description:
      "Place dans l'envoi : rows[3].engagements[0].degree. · Place in the input: rows[3].engagements[0].degree.",
  })
  path!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Rang du partenaire dans l'envoi, à partir de 1. · Place of the partner in the push, from 1.",
  })
  row!: number | null;

  @Field(() => String, { nullable: true, description: "Colonne. · Column." })
  column!: string | null;

  /** The message in both languages; told in the one asked for. */
  messages!: RosterIssue["messages"];

  @Field(() => String, {
    nullable: true,
    description:
      "Ce qui a été reçu, si c'est un code du registre, une année ou un nombre. · What was received, when it is a code of the roster, a year or a count.",
  })
  observed!: string | null;

  @Field(() => String, { nullable: true, description: "Ce qui était attendu. · What was expected." })
  expected!: string | null;

  @Field(() => [String], { description: "Autres places en cause. · Other places involved." })
  relatedPaths!: readonly string[];
}

const count = (description: string): ReturnType<typeof Field> => Field(() => Int, { description });

@Authorized("figures:write")
@ObjectType({ description: "Ce qu'un envoi fait du registre. · What a push does to the roster." })
export class PartnerRosterCounts implements RosterCounts {
  @count("Lignes lues. · Rows read.")
  read!: number;

  @count("Nouveaux partenaires. · Partners created.")
  created!: number;

  @count("Modifiés. · Updated.")
  updated!: number;

  @count("Identiques. · Unchanged.")
  unchanged!: number;

  @count("Absents de l'envoi, passés à LEFT. · Absent from the push, become LEFT.")
  left!: number;

  @count("Retirés : leur contenu est effacé. · Withdrawn: their content is erased.")
  withdrawn!: number;

  @count(
    "Rejetées : un envoi s'applique en entier ou pas du tout. · Rejected: a push is applied as a whole or not at all.",
  )
  rejected!: number;
}

@Authorized("figures:write")
@ObjectType({
  description:
    "Une valeur qui n'est pas la même dans l'envoi et dans la révision courante. · A value that differs between the push and the current revision.",
})
export class PartnerRosterDifference implements RosterDifference {
  @Field(() => String, { description: "Identifiant local. · Local id." })
  localId!: string;

  @Field(() => String, {
    description:
      "Colonne ; localId quand le partenaire n'est que d'un côté. · Column; localId when the partner is on one side only.",
  })
  column!: string;

  @Field(() => String, { nullable: true, description: "Votre valeur. · Your value." })
  yours!: string | null;

  @Field(() => String, { nullable: true, description: "Valeur courante. · Current value." })
  current!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Depuis quand (ISO 8601, UTC) ; rien si ce partenaire n'a pas changé depuis la révision de départ. · Since when (ISO 8601, UTC); nothing when this partner has not changed since the base revision.",
  })
  changedAt!: string | null;
}

@Authorized("figures:write")
@ObjectType({
  description:
    "Le résultat de l'envoi d'un registre ; un rejet est un résultat, pas une erreur. · The result of pushing a roster; a rejection is a result, not an error.",
})
export class PartnerRosterResult {
  @Field(() => PushStatus, { description: "Ce qu'il est advenu de l'envoi. · What became of the push." })
  status!: PushStatus;

  @Field(() => Int, {
    nullable: true,
    description: "Révision courante après l'envoi. · Current revision after the push.",
  })
  revision!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Reçu : établissement, révision et tête de la chaîne des révisions ; à garder. · Receipt: establishment, revision and head of the chain of revisions; to be kept.",
  })
  receipt!: string | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: "Instant de la révision écrite. · Instant of the revision that was written.",
  })
  pushedAt!: Date | null;

  @Field(() => PartnerRosterCounts, { description: "Décompte. · Counts." })
  counts!: PartnerRosterCounts;

  @Field(() => [PartnerRosterIssue], {
    description: "Les points relevés, au plus mille. · The issues found, a thousand at most.",
  })
  issues!: PartnerRosterIssue[];

  @count("Points relevés en tout. · Issues found in all.")
  issueCount!: number;

  @Field(() => [PartnerRosterDifference], {
    description:
      "En cas de conflit, valeur par valeur, au plus cinq cents. · In a conflict, value by value, five hundred at most.",
  })
  difference!: PartnerRosterDifference[];

  @count("Différences en tout. · Differences in all.")
  differenceCount!: number;
}
