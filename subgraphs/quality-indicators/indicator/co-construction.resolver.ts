import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { asOfOf } from "../../shared/as-of.js";
import { Authorized } from "../../shared/authorized.js";
import type { SubgraphContext } from "../../shared/context.js";
import { Public } from "../../shared/public.js";
import { CoConstructionInput } from "./co-construction.input.js";
import { recordsOf } from "./co-construction.loader.js";
import { CoConstructionRecording } from "./co-construction-recording.entity.js";
import { CoConstruction, CoConstructionStatus } from "./co-construction.js";
import { QualityIndicator } from "./indicator.entity.js";
import { recordCoConstruction } from "./record-co-construction.service.js";

@Resolver(() => QualityIndicator)
export class CoConstructionResolver {
  @Authorized("steward:publish")
  @Mutation(() => CoConstructionRecording, {
    description:
      "Consigne la part que des partenaires ont prise à la construction d'un indicateur ; rien de consigné n'est réécrit. · Records the part that partners took in making an indicator; nothing recorded is rewritten.",
  })
  recordCoConstruction(
    @Ctx() context: SubgraphContext,
    @Arg("indicator", () => String, { description: "Code de l'indicateur. · Code of the indicator." })
    indicator: string,
    @Arg("record", () => CoConstructionInput, { description: "Ce qui s'est fait. · What took place." })
    record: CoConstructionInput,
  ): Promise<CoConstructionRecording> {
    return recordCoConstruction(context, indicator, record);
  }

  @FieldResolver(() => CoConstruction, {
    description: "Ce qui est consigné de sa co-construction. · What is recorded of its co-construction.",
  })
  @Public()
  async coConstruction(
    @Root() indicator: QualityIndicator,
    @Ctx() context: SubgraphContext,
  ): Promise<CoConstruction> {
    const records = await recordsOf(context, asOfOf(indicator)).load(indicator.code);
    const status = records.length > 0 ? CoConstructionStatus.RECORDED : CoConstructionStatus.NONE_RECORDED;
    return { status, records, statements: indicator.toldOfMaking.statements };
  }
}
