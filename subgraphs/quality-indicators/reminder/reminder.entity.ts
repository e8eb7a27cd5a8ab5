import { Field, GraphQLISODateTime, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";

@Authorized("figures:write", "steward:collect")
@ObjectType({
  description:
    "Un rappel que la collecte a affiché à un bureau ; le carrefour n'envoie aucun courriel. · A reminder that the collection showed to an office; the hub sends no e-mail.",
})
export class Reminder {
  @Field(() => String, { description: "Code de la campagne. · Code of the campaign." })
  campaign!: string;

  @Field(() => String, { description: "Code du bureau. · Code of the office." })
  office!: string;

  /** Code of its establishment. */
  establishmentCode!: string;

  @Field(() => String, { description: "Ce que le bureau lit. · What the office reads." })
  message!: string;

  @Field(() => GraphQLISODateTime, { description: "Inscrit le. · Recorded on." })
  remindedAt!: Date;

  @Field(() => Boolean, {
    description:
      "Vrai quand les données du bureau sont reçues : le rappel n'attend plus rien. · True once the figures of the office are received: the reminder waits for nothing any more.",
  })
  isAnswered!: boolean;
}
