import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Public } from "../../shared/public.js";

/** Whether partners are known to have taken part in making an indicator. */
export enum CoConstructionStatus {
  NONE_RECORDED = "NONE_RECORDED",
  RECORDED = "RECORDED",
}
registerEnumType(CoConstructionStatus, {
  name: "CoConstructionStatus",
  description:
    "Rien n'est consigné (ce qui ne veut pas dire que rien n'a eu lieu), ou consignée. · Nothing is recorded (which does not mean that nothing took place), or recorded.",
  valuesConfig: {
    NONE_RECORDED: {
      description:
        "Rien n'est consigné, ce qui ne veut pas dire que rien n'a eu lieu. · Nothing is recorded, which does not mean that nothing took place.",
    },
    RECORDED: { description: "Une co-construction est consignée. · A co-construction is recorded." },
  },
});

@ObjectType({
  description:
    "La part des partenaires dans la construction d'un indicateur. · The part that partners took in making an indicator.",
})
export class CoConstruction {
  @Field(() => CoConstructionStatus, { description: "Consignée ou non. · Recorded or not." })
  @Public()
  status!: CoConstructionStatus;
}
