import { Field, Int, ObjectType } from "type-graphql";
import { Authorized } from "../../shared/authorized.js";

@Authorized("research:agreement", "steward:publish", "steward:privacy")
@ObjectType({ description: "Une clé dont le degré a changé. · A key whose degree changed." })
export class LevelChange {
  @Field(() => String, { description: "La clé. · The key." })
  key!: string;

  @Field(() => String, { description: "Le degré d'avant. · The degree before." })
  from!: string;

  @Field(() => String, { description: "Le degré de cette version. · The degree of this version." })
  to!: string;
}

@Authorized("research:agreement", "steward:publish", "steward:privacy")
@ObjectType({
  description:
    "Ce qui a changé depuis la version précédente ; rien de personne en particulier. · What changed since the version before; nothing of anybody in particular.",
})
export class ReleaseChanges {
  @Field(() => [String], { description: "Colonnes ajoutées. · Columns added." })
  columnsAdded!: string[];

  @Field(() => [String], { description: "Colonnes retirées. · Columns removed." })
  columnsRemoved!: string[];

  @Field(() => [LevelChange], { description: "Degrés changés. · Degrees changed." })
  levelsChanged!: LevelChange[];

  @Field(() => Int, { description: "k exigé avant. · k demanded before." })
  kBefore!: number;

  @Field(() => Int, { description: "k exigé par cette version. · k demanded by this version." })
  k!: number;

  @Field(() => Int, { description: "Fiches de la version précédente. · Records of the version before." })
  recordsBefore!: number;

  @Field(() => Int, { description: "Fiches de cette version. · Records of this version." })
  records!: number;
}
