import { Field, ObjectType, registerEnumType } from "type-graphql";
import { LocalizedText } from "../../shared/localized-text.js";
import { Provenance } from "../../shared/provenance.js";
import { Public } from "../../shared/public.js";
import { CoConstructionRecord } from "./co-construction-record.entity.js";

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
    "Ce qu'un document dit de la construction, sans dire la part des partenaires. · What a document says of the making, without saying what part partners took.",
})
export class CoConstructionStatement {
  @Field(() => LocalizedText, { description: "Ce qui est dit. · What is said." })
  @Public()
  text!: LocalizedText;

  @Field(() => Provenance, { description: "Où c'est dit. · Where it is said." })
  @Public()
  provenance!: Provenance;
}

@ObjectType({
  description:
    "La part des partenaires dans la construction d'un indicateur. · The part that partners took in making an indicator.",
})
export class CoConstruction {
  @Field(() => CoConstructionStatus, { description: "Consignée ou non. · Recorded or not." })
  @Public()
  status!: CoConstructionStatus;

  @Field(() => [CoConstructionRecord], {
    description: "Ce qui a été consigné, dans l'ordre. · What was recorded, in order.",
  })
  @Public()
  records!: CoConstructionRecord[];

  @Field(() => [CoConstructionStatement], {
    description:
      "Ce que les documents en disent sans préciser la part des partenaires ; ne vaut pas une co-construction consignée. · What the documents say without stating the part of partners; it does not count as a recorded co-construction.",
  })
  @Public()
  statements!: CoConstructionStatement[];
}
