import { Directive, Field, ObjectType } from "type-graphql";
import { Public } from "../../shared/public.js";

@ObjectType("Establishment", {
  description:
    "Un établissement du réseau de la santé et des services sociaux. · An establishment of the health and social services network.",
})
@Directive('@key(fields: "code")')
export class Establishment {
  @Field(() => String, {
    description:
      "Code de l'établissement, par exemple ciusss-estrie-chus. · Code, such as ciusss-estrie-chus.",
  })
  @Public()
  code!: string;
}

@ObjectType("HealthRegion", {
  description:
    "Une région sociosanitaire du Québec ; son code est un texte (« RSS-05 »), jamais un nombre. · A health region of Québec; its code is text (“RSS-05”), never a number.",
})
@Directive('@key(fields: "code")')
export class HealthRegion {
  @Field(() => String, { description: "Code, de RSS-01 à RSS-18. · Code, RSS-01 to RSS-18." })
  @Public()
  code!: string;
}
