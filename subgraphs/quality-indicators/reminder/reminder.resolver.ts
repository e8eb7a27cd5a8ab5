import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Language } from "../../shared/language.js";
import { asCaller } from "../../shared/tenancy.js";
import { Establishment } from "../observation/observed-place.entity.js";
import { RemindOfficesInput } from "./remind-offices.input.js";
import { ReminderOutcome, RemindOfficesResult } from "./remind-offices-result.entity.js";
import { remindOffices } from "./remind-offices.service.js";
import { outcomeWords } from "./reminder-outcome.js";
import { Reminder } from "./reminder.entity.js";
import { findReminders } from "./reminder.repository.js";

@Resolver(() => Reminder)
export class ReminderResolver {
  @Authorized("steward:collect")
  @Mutation(() => RemindOfficesResult, {
    description:
      "Affiche un rappel, dans leur espace, aux bureaux qui n'ont pas envoyé leurs données ; n'envoie aucun courriel. Le même rappel n'est inscrit qu'une fois par jour et par bureau. · Shows a reminder, in their workspace, to the offices that have not sent their figures; sends no e-mail. The same reminder is recorded once a day and office.",
  })
  remindOffices(
    @Ctx() context: SubgraphContext,
    @Arg("input", () => RemindOfficesInput, { description: "Le rappel. · The reminder." })
    input: RemindOfficesInput,
  ): Promise<RemindOfficesResult> {
    return remindOffices(context, input);
  }

  @Authorized("figures:write", "steward:collect")
  @Query(() => [Reminder], {
    description:
      "Les rappels inscrits, le plus récent d'abord : les siens pour un établissement, tous pour la collecte. · The reminders recorded, the newest first: its own for an establishment, all of them for the collection.",
  })
  reminders(
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, {
      nullable: true,
      description: "Code d'une campagne ; sans lui, toutes. · Code of a campaign; without it, all.",
    })
    campaign?: string | null,
  ): Promise<Reminder[]> {
    return asCaller(context, (manager) => findReminders(manager, campaign ?? null));
  }

  @FieldResolver(() => Establishment, { nullable: true, description: "Établissement. · Establishment." })
  establishment(@Root() { establishmentCode }: Reminder): Establishment {
    return { code: establishmentCode };
  }
}

@Resolver(() => ReminderOutcome)
export class ReminderOutcomeResolver {
  @FieldResolver(() => String, { description: "L'issue en mots. · The outcome in words." })
  message(
    @Root() { status }: ReminderOutcome,
    @Arg("lang", () => Language, {
      defaultValue: Language.FR,
      description: "Langue du texte. · Language of the text.",
    })
    lang: Language,
  ): string {
    return outcomeWords[status][lang === Language.EN ? "en" : "fr"];
  }
}
