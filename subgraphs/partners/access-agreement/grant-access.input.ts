import { Field, ID, InputType, Int } from "type-graphql";
import { LocalizedTextInput } from "../../shared/localized-text.input.js";
import { RecordLevel } from "./access-agreement.entity.js";

@InputType({
  description:
    "Une entente à accorder : d'une demande, dont elle prend ce qui n'est pas redit ici, ou directement. · An agreement to grant: from a request, of which it takes what is not said again here, or directly.",
})
export class GrantAccessInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "La demande à laquelle elle répond ; qui l'a faite pourra s'en servir. · The request that it answers; who made it will be able to use it.",
  })
  request?: string | null;

  @Field(() => String, {
    description:
      "Code de l'entente : minuscules, chiffres et tirets. · Code of the agreement: lower-case letters, digits and hyphens.",
  })
  code!: string;

  @Field(() => LocalizedTextInput, { nullable: true, description: "Finalité. · Purpose." })
  purpose?: LocalizedTextInput | null;

  @Field(() => [String], { nullable: true, description: "Variables couvertes. · Variables covered." })
  variables?: string[] | null;

  @Field(() => RecordLevel, {
    nullable: true,
    description: "Finesse des lignes. · How detailed the rows are.",
  })
  recordLevel?: RecordLevel | null;

  @Field(() => Int, {
    description:
      "Plus petit nombre de personnes semblables exigé, 11 au moins. · Fewest persons alike that it demands, at least 11.",
  })
  kThreshold!: number;

  @Field(() => String, {
    nullable: true,
    description: "Premier jour, heure de Toronto (AAAA-MM-JJ). · First day, in Toronto time (YYYY-MM-DD).",
  })
  validFrom?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Dernier jour compris, deux ans après au plus (AAAA-MM-JJ). · Last day, included, at most two years later (YYYY-MM-DD).",
  })
  validTo?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Sujets (`sub` du jeton) qui peuvent s'en servir. · Subjects (`sub` of the token) that may use it.",
  })
  subjects?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Clients (`client_id` du jeton) qui peuvent s'en servir, pour un programme. · Clients (`client_id` of the token) that may use it, for a program.",
  })
  clients?: string[] | null;

  @Field(() => String, { description: "Motif, gardé à l'historique. · Reason, kept in the history." })
  reason!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Vrai pour essayer sans rien écrire. · True to try without writing anything.",
  })
  dryRun?: boolean | null;
}
