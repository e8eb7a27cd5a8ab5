import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Language } from "../../shared/language.js";
import { PartnerRosterInput } from "./partner-roster.input.js";
import { PartnerRosterIssue, PartnerRosterResult } from "./partner-roster-result.entity.js";
import { pushRoster } from "./push-roster.service.js";
import type { RosterPushResult } from "./push-result.js";
import { pageRoster } from "./page-roster.service.js";
import { readRoster } from "./read-roster.service.js";
import { PartnerRoster, RosterPartnerConnection } from "./roster.entity.js";

@Resolver(() => PartnerRoster)
export class PartnerRosterResolver {
  @Authorized("figures:write")
  @Query(() => PartnerRoster, {
    nullable: true,
    description:
      "Le registre des partenaires de votre établissement, rien s'il n'y en a pas. · The roster of the partners of your establishment, nothing when there is none.",
  })
  roster(@Ctx() context: SubgraphContext): Promise<PartnerRoster | null> {
    return readRoster(context);
  }

  @Authorized("figures:write")
  @Mutation(() => PartnerRosterResult, {
    description:
      "Essaie ou envoie le registre entier des partenaires de votre établissement ; tous les points sont relevés en une fois. Rien qui identifie une personne n'est reçu. · Tries or sends the whole roster of the partners of your establishment; every issue is told at once. Nothing that identifies a person is received.",
  })
  pushPartnerRoster(
    @Ctx() context: SubgraphContext,
    @Arg("input", () => PartnerRosterInput, { description: "Le registre. · The roster." })
    input: PartnerRosterInput,
  ): Promise<RosterPushResult> {
    return pushRoster(context, input);
  }

  @Authorized("figures:write")
  @FieldResolver(() => RosterPartnerConnection, {
    description:
      "Les partenaires, page par page, dans l'ordre de leur identifiant. · The partners, page by page, in the order of their ids.",
  })
  partners(
    @Ctx() context: SubgraphContext,
    @Arg("first", () => Int, {
      defaultValue: 100,
      description: "Longueur de la page, au plus 1000. · Length of the page, 1000 at most.",
    })
    first: number,
    @Arg("after", () => String, {
      nullable: true,
      description: "Curseur de la page précédente. · Cursor of the page before.",
    })
    after: string | undefined,
  ): Promise<RosterPartnerConnection> {
    return pageRoster(context, first, after ?? null);
  }
}

@Resolver(() => PartnerRosterIssue)
export class PartnerRosterIssueResolver {
  @FieldResolver(() => String, { description: "Le point en mots. · The issue in words." })
  message(
    @Root() { messages }: PartnerRosterIssue,
    @Arg("lang", () => Language, { defaultValue: Language.FR, description: "Langue. · Language." })
    lang: Language,
  ): string {
    return lang === Language.EN ? messages.en : messages.fr;
  }
}
