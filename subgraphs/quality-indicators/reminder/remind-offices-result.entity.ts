import { Field, Int, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { ReminderStatus } from "./reminder-outcome.js";

@Authorized("steward:collect")
@ObjectType({
  description: "Ce qu'il est advenu du rappel d'un bureau. · What became of the reminder of an office.",
})
export class ReminderOutcome {
  @Field(() => String, { description: "Code du bureau. · Code of the office." })
  office!: string;

  @Field(() => ReminderStatus, {
    description: "Inscrit, ou non et pourquoi. · Recorded, or not and why.",
  })
  status!: ReminderStatus;
}

@Authorized("steward:collect")
@ObjectType({
  description:
    "Le résultat d'un rappel : le carrefour l'affiche et n'envoie aucun courriel. · The result of a reminder: the hub shows it and sends no e-mail.",
})
export class RemindOfficesResult {
  @Field(() => Int, { description: "Combien de bureaux le voient. · How many offices see it." })
  recorded!: number;

  @Field(() => [ReminderOutcome], {
    description: "Bureau par bureau, dans l'ordre demandé. · Office by office, in the order asked for.",
  })
  outcomes!: readonly ReminderOutcome[];
}
