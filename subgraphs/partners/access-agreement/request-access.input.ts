import { Field, InputType, Int } from "type-graphql";
import { LocalizedTextInput } from "../../shared/localized-text.input.js";
import { RecordLevel } from "./access-agreement.entity.js";

@InputType({
  description:
    "Une demande d'accès ; aucun nom, aucune coordonnée de personne. · A request for access; no person's name or address.",
})
export class RequestAccessInput {
  @Field(() => String, {
    description: "Titre de l'étude, 200 caractères au plus. · Title of the study, at most 200 characters.",
  })
  title!: string;

  @Field(() => LocalizedTextInput, {
    description:
      "Finalité, 2 000 caractères au plus par langue. · Purpose, at most 2,000 characters a language.",
  })
  purpose!: LocalizedTextInput;

  @Field(() => [String], {
    description:
      "Variables, par leur nom au dictionnaire des diffusions. · Variables, by their name in the dictionary of the releases.",
  })
  variables!: string[];

  @Field(() => RecordLevel, { description: "Finesse des lignes. · How detailed the rows are." })
  recordLevel!: RecordLevel;

  @Field(() => String, {
    description:
      "Référence de l'approbation du comité d'éthique de la recherche. · Reference of the research ethics board's approval.",
  })
  ethicsReference!: string;

  @Field(() => String, { description: "Premier jour (AAAA-MM-JJ). · First day (YYYY-MM-DD)." })
  periodFrom!: string;

  @Field(() => String, {
    description:
      "Dernier jour, deux ans après au plus (AAAA-MM-JJ). · Last day, at most two years later (YYYY-MM-DD).",
  })
  periodTo!: string;

  @Field(() => Int, { description: "Nombre de personnes de l'équipe. · Number of persons in the team." })
  teamSize!: number;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "Vrai pour essayer sans rien écrire. · True to try without writing anything.",
  })
  dryRun?: boolean | null;
}
