import { Field, Float, Int, ObjectType } from "type-graphql";
import { Public } from "../../shared/public.js";
import { Basis } from "../indicator/measure.js";

@ObjectType({
  description:
    "Un total rapporté à ceux qui l'ont donné ; les bases d'un même total se lisent côte à côte. · A total over those who gave it; the bases of one total are read side by side.",
})
export class ObservationMean {
  @Field(() => Basis, { description: "De qui c'est la moyenne. · Whom it is a mean of." })
  @Public()
  basis!: Basis;

  @Field(() => Int, { description: "Combien ils sont. · How many they are." })
  @Public()
  denominator!: number;

  @Field(() => Float, { description: "La moyenne, à une décimale. · The mean, to one decimal." })
  @Public()
  value!: number;
}
