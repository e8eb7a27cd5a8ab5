import { Field, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";

@Authorized("steward:privacy")
@ObjectType({ description: "Une condition qu'une lecture posait. · A condition that a read set." })
export class ReadCondition {
  @Field(() => String, { description: "Variable. · Variable." })
  column!: string;

  @Field(() => String, {
    description:
      "`in` : l'un de ces codes ; `notIn` : aucun. · `in`: one of these codes; `notIn`: none of them.",
  })
  kind!: string;

  @Field(() => [String], { description: "Codes. · Codes." })
  codes!: readonly string[];
}

@Authorized("steward:privacy")
@ObjectType({
  description: "Une variable par laquelle une lecture triait. · A variable that a read sorted by.",
})
export class ReadOrder {
  @Field(() => String, { description: "Variable. · Variable." })
  column!: string;

  @Field(() => String, { description: "`ASC` ou `DESC`. · `ASC` or `DESC`." })
  direction!: string;
}

@Authorized("steward:privacy")
@ObjectType({
  description: "Ce qu'une lecture demandait. · What a read asked for.",
})
export class ReadQuestion {
  @Field(() => [ReadCondition], { description: "Conditions. · Conditions." })
  filter!: readonly ReadCondition[];

  @Field(() => [ReadOrder], { description: "Tri d'une page. · Sort of a page." })
  sort!: readonly ReadOrder[];

  @Field(() => [String], { description: "Variables d'un décompte. · Variables of a count." })
  groupBy!: readonly string[];
}
