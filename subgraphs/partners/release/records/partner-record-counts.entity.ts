import { Field, Int, ObjectType } from "type-graphql";
import { Authorized } from "../../../shared/authorized.js";
import { DataOrigin } from "../../../shared/data-origin.js";

@Authorized("research:agreement")
@ObjectType({
  description:
    "Une combinaison de valeurs et le nombre de fiches qui l'ont. · A combination of values and how many records have it.",
})
export class PartnerRecordGroup {
  @Field(() => [String], {
    nullable: "items",
    description:
      "Les codes, un par variable, dans l'ordre de `columns`. · The codes, one a variable, in the order of `columns`.",
  })
  values!: (string | null)[];

  @Field(() => Int, { description: "Nombre de fiches. · Number of records." })
  count!: number;
}

@Authorized("research:agreement")
@ObjectType({
  description:
    "Décompte des fiches d'une diffusion par combinaison de valeurs, en ordre des codes ; une combinaison qui n'existe pas n'y est pas. · Counts of the records of a release by combination of values, in the order of the codes; a combination that does not occur is left out.",
})
export class PartnerRecordCounts {
  @Field(() => [String], { description: "Les variables, comme demandées. · The variables, as asked." })
  columns!: readonly string[];

  @Field(() => [PartnerRecordGroup], { description: "Les combinaisons. · The combinations." })
  groups!: PartnerRecordGroup[];

  @Field(() => Int, {
    description:
      "Nombre exact de fiches qui remplissent les conditions : la somme. · Exact number of records that fulfil the conditions: the sum.",
  })
  totalCount!: number;

  @Field(() => DataOrigin, {
    description: "SYNTHETIC pour la démonstration. · SYNTHETIC for the demonstration.",
  })
  origin!: DataOrigin;
}
