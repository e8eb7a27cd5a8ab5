import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { AsOf } from "../../shared/as-of.js";
import { Authorized } from "../../shared/authorized.js";
import { CalendarDay } from "../../shared/calendar-day.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { AuditHeads } from "./audit-heads.entity.js";
import { AuditTrail } from "./audit-trail.entity.js";
import { readAuditHeads } from "./read-audit-heads.service.js";
import { readAuditTrail, usualPage } from "./read-audit-trail.service.js";

@Resolver()
export class AuditResolver {
  @Authorized("figures:write", "steward:collect", "steward:publish", "steward:privacy")
  @Query(() => AuditTrail, {
    description:
      "Le journal de ce qui est arrivé à un sujet ; un établissement n'y voit que sa propre chaîne. · The audit of what happened to a subject; an establishment sees its own chain only.",
  })
  auditTrail(
    @Ctx() context: SubgraphContext,
    @Arg("subject", () => String, {
      description:
        "Code d'un établissement (ou HUB), d'une campagne, d'un indicateur, d'une recommandation ou d'une édition, ou identifiant d'un envoi ou d'un commentaire. · Code of an establishment (or HUB), a campaign, an indicator, a recommendation or a vintage, or identifier of a submission or of a comment.",
    })
    subject: string,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: usualPage,
      description: "Combien au plus, de 1 à 200. · How many at most, from 1 to 200.",
    })
    first: number | null,
    @Arg("after", () => String, {
      nullable: true,
      description:
        "Curseur après lequel commencer ; sans lui, la première page. · Cursor to start after; without it, the first page.",
    })
    after?: string | null,
  ): Promise<AuditTrail> {
    return readAuditTrail(context, subject, first ?? usualPage, after ?? null);
  }

  @Query(() => AuditHeads, {
    nullable: true,
    description:
      "Les têtes du journal scellées à la fin d'un jour ; rien si ce jour n'est pas scellé. · The heads of the audit sealed at the end of a day; nothing when that day is not sealed.",
  })
  @Public()
  auditHeads(
    @Ctx() context: SubgraphContext,
    @Arg("day", () => CalendarDay, {
      nullable: true,
      description:
        "Jour, à l'heure de Toronto ; sans lui, le dernier scellé. · Day, in Toronto time; without it, the last one sealed.",
    })
    @Public()
    day?: string,
    @AsOf() asOf?: string,
  ): Promise<AuditHeads | null> {
    return readAuditHeads(context, day ?? null, asOf);
  }
}
