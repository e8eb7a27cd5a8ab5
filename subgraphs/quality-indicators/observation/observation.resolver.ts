import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { asOfOf } from "../../shared/as-of.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Language } from "../../shared/language.js";
import { loadAll } from "../../shared/loader.js";
import { Public } from "../../shared/public.js";
import { Contradiction } from "../contradiction/contradiction.entity.js";
import { contradictionById } from "../contradiction/contradiction.loader.js";
import { QualityIndicator } from "../indicator/indicator.entity.js";
import { indicatorByCode } from "../indicator/indicator.loader.js";
import { Observation } from "./observation.entity.js";

@Resolver(() => Observation)
export class ObservationResolver {
  @FieldResolver(() => QualityIndicator, {
    nullable: true,
    description: "L'indicateur lui-même. · The indicator itself.",
  })
  @Public()
  qualityIndicator(
    @Root() observation: Observation,
    @Ctx() context: SubgraphContext,
  ): Promise<QualityIndicator | null> {
    return indicatorByCode(context, asOfOf(observation)).load(observation.indicator);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Pourquoi il n'y a pas de valeur, en code (NOT_ASKED_IN_CAMPAIGN, SMALL_GROUP, VINTAGE_WITHDRAWN…). · Why there is no value, as a code (NOT_ASKED_IN_CAMPAIGN, SMALL_GROUP, VINTAGE_WITHDRAWN…).",
  })
  @Public()
  reason(@Root() observation: Observation): string | null {
    return observation.absence?.code ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Pourquoi il n'y a pas de valeur, en mots. · Why there is no value, in words.",
  })
  @Public()
  explanation(
    @Root() observation: Observation,
    @Arg("lang", () => Language, {
      defaultValue: Language.FR,
      description: "Langue du message. · Language of the message.",
    })
    @Public()
    lang: Language,
  ): string | null {
    if (observation.absence === null) return null;
    return lang === Language.EN ? observation.absence.en : observation.absence.fr;
  }

  @FieldResolver(() => [Contradiction], {
    description:
      "Contradictions des sources dont la valeur est un côté. · Contradictions of the sources that the value is a side of.",
  })
  @Public()
  contradictions(
    @Root() observation: Observation,
    @Ctx() context: SubgraphContext,
  ): Promise<Contradiction[]> {
    return loadAll(contradictionById(context, asOfOf(observation)), observation.contradictionIds);
  }
}
