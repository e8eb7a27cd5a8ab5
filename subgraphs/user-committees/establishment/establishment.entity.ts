import { Directive, Field, ObjectType } from "type-graphql";
import { Public } from "../../shared/public.js";

/** An establishment as this subgraph knows it: its code, to which it adds the committees. */
@ObjectType({
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
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}
