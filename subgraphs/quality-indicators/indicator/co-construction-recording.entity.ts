import { Field, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";
import { CoConstructionRecord } from "./co-construction-record.entity.js";
import { QualityIndicator } from "./indicator.entity.js";

@Authorized("steward:publish")
@ObjectType({
  description: "Une co-construction, telle que consignée. · A co-construction, as recorded.",
})
export class CoConstructionRecording {
  @Field(() => QualityIndicator, { description: "L'indicateur. · The indicator." })
  indicator!: QualityIndicator;

  @Field(() => CoConstructionRecord, { description: "Ce qui est consigné. · What is recorded." })
  record!: CoConstructionRecord;

  @Field(() => String, {
    description:
      "Reçu : chaîne, rang et tête de la chaîne du journal. · Receipt: chain, place and head of the chain of the audit.",
  })
  receipt!: string;
}
