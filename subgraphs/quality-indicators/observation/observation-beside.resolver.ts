import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { intervalOf } from "./interval.js";
import { meansOf } from "./means.js";
import { Observation } from "./observation.entity.js";
import { ObservationInterval } from "./observation-interval.entity.js";
import { ObservationMean } from "./observation-mean.entity.js";
import { readComparators } from "./read-comparators.service.js";
import { readEngagement } from "./read-engagement.service.js";

/** What is read beside a value: how sure it is, its means, its comparators, and the engagement behind a head count. */
@Resolver(() => Observation)
export class ObservationBesideResolver {
  @FieldResolver(() => ObservationInterval, {
    nullable: true,
    description:
      "L'intervalle d'une part de bureaux, de répondants, d'établissements ou de régions ; rien pour une valeur protégée ou d'une autre sorte. · The interval of a share of offices, respondents, establishments or regions; nothing for a protected value or one of another kind.",
  })
  @Public()
  interval(@Root() observation: Observation): ObservationInterval | null {
    return intervalOf(observation);
  }

  @FieldResolver(() => [ObservationMean], {
    description:
      "Les moyennes d'un total, une par base (bureaux, répondants), côte à côte. · The means of a total, one a basis (offices, respondents), side by side.",
  })
  @Public()
  means(@Root() observation: Observation): ObservationMean[] {
    return meansOf(observation);
  }

  @FieldResolver(() => [Observation], {
    description:
      "Pour un lieu : la même mesure, de la même édition, pour la province, le groupe de pairs, le groupe de régions et la région, ou pourquoi elle n'y est pas. Rien pour la province. · For a place: the same measure, of the same vintage, for the province, the peer group, the group of regions and the region, or why it is not there. Nothing for the province.",
  })
  @Public()
  comparators(@Root() observation: Observation, @Ctx() context: SubgraphContext): Promise<Observation[]> {
    return readComparators(context, observation);
  }

  @FieldResolver(() => [Observation], {
    description:
      "À côté d'un nombre de personnes, toujours : le degré d'engagement, ou une valeur absente qui dit pourquoi. Rien pour ce qui ne compte pas de personnes. · Beside a head count, always: the degree of engagement, or an absent value that says why. Nothing for what counts no person.",
  })
  @Public()
  engagement(@Root() observation: Observation, @Ctx() context: SubgraphContext): Promise<Observation[]> {
    return readEngagement(context, observation);
  }
}
