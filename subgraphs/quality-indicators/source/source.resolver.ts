import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { CalendarDay } from "../../shared/calendar-day.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { readSources } from "./read-sources.service.js";
import { Source } from "./source.entity.js";

@Resolver(() => Source)
export class SourceResolver {
  @Query(() => [Source], {
    description: "Les documents d'où viennent les faits. · The documents that facts come from.",
  })
  @Public()
  sources(
    @Ctx() context: SubgraphContext,
    @Arg("asOf", () => CalendarDay, {
      nullable: true,
      description: "Seulement ceux parus à la fin de ce jour. · Only those out at the end of that day.",
    })
    @Public()
    asOf?: string,
  ): Promise<Source[]> {
    return readSources(context, asOf);
  }
}
