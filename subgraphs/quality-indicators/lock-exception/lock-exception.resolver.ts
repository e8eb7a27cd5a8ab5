import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { DayOrInstant } from "../../shared/day-or-instant.js";
import { CampaignWindow } from "../campaign-window/campaign-window.entity.js";
import { Establishment } from "../observation/observed-place.entity.js";
import { grantLockException } from "./grant-lock-exception.service.js";
import { LockException } from "./lock-exception.entity.js";
import { lockExceptionsByCampaign } from "./lock-exception.loader.js";

@Resolver(() => LockException)
export class LockExceptionResolver {
  @Authorized("steward:collect")
  @Mutation(() => LockException, {
    description:
      "Laisse un bureau envoyer ses données après le verrou, jusqu'à une date et avec une raison ; ses envois restent marqués en retard. · Lets an office send its figures after the lock, until a date and with a reason; its pushes are still marked late.",
  })
  grantLockException(
    @Ctx() context: SubgraphContext,
    @Arg("campaign", () => String, { description: "Code de la campagne. · Code of the campaign." })
    campaign: string,
    @Arg("office", () => String, { description: "Code du bureau. · Code of the office." }) office: string,
    @Arg("until", () => DayOrInstant, {
      description:
        "Dernier jour, compris, ou instant de la fin. · Last day, included, or instant of the end.",
    })
    until: string,
    @Arg("reason", () => String, { description: "Raison. · Reason." }) reason: string,
  ): Promise<Omit<LockException, "id">> {
    return grantLockException(context, { campaign, office, until, reason });
  }

  @FieldResolver(() => Establishment, { nullable: true, description: "Établissement. · Establishment." })
  establishment(@Root() { establishmentCode }: LockException): Establishment {
    return { code: establishmentCode };
  }
}

@Resolver(() => CampaignWindow)
export class ExceptedWindowResolver {
  @Authorized("figures:write", "steward:collect")
  @FieldResolver(() => [LockException], {
    description:
      "Exceptions au verrou, la première accordée d'abord : les siennes pour un établissement, toutes pour la collecte. · Exceptions to the lock, the first granted first: its own for an establishment, all of them for the collection.",
  })
  lockExceptions(
    @Root() { campaign }: CampaignWindow,
    @Ctx() context: SubgraphContext,
  ): Promise<LockException[]> {
    return lockExceptionsByCampaign(context).load(campaign);
  }
}
