import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { CalendarDay } from "../../shared/calendar-day.js";
import type { SubgraphContext } from "../../shared/context.js";
import { pageReleaseReads } from "./page-release-reads.service.js";
import { ReleaseRead, ReleaseReadConnection } from "./release-read.entity.js";

@Resolver(() => ReleaseRead)
export class ReleaseReadResolver {
  @Authorized("steward:privacy")
  @Query(() => ReleaseReadConnection, {
    description:
      "Qui a lu quelles fiches de quelle diffusion, par quelle entente ; la lecture la plus récente d'abord. · Who read which records of which release, under which agreement; the newest read first.",
  })
  releaseReads(
    @Ctx() context: SubgraphContext,
    @Arg("release", () => String, { nullable: true, description: "Une seule diffusion. · One release only." })
    release?: string,
    @Arg("agreement", () => String, {
      nullable: true,
      description: "Une seule entente. · One agreement only.",
    })
    agreement?: string,
    @Arg("subject", () => String, { nullable: true, description: "Un seul lecteur. · One reader only." })
    subject?: string,
    @Arg("rowId", () => ID, {
      nullable: true,
      description:
        "Les lectures qui ont donné cette fiche ou l'ont comptée. · The reads that gave this record, or counted it.",
    })
    rowId?: string,
    @Arg("since", () => CalendarDay, {
      nullable: true,
      description: "Depuis ce jour, heure de Toronto. · Since this day, in Toronto time.",
    })
    since?: string,
    @Arg("first", () => Int, {
      defaultValue: 50,
      description: "Longueur de la page, 200 au plus. · Length of the page, at most 200.",
    })
    first = 50,
    @Arg("after", () => String, {
      nullable: true,
      description: "Curseur de fin de la page précédente. · End cursor of the page before.",
    })
    after?: string,
  ): Promise<ReleaseReadConnection> {
    const asked = {
      release: release ?? null,
      agreement: agreement ?? null,
      subject: subject ?? null,
      rowId: rowId ?? null,
      since: since ?? null,
    };
    return pageReleaseReads(context, asked, first, after ?? null);
  }
}
